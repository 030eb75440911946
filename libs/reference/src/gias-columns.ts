/**
 * The columns of the national register's extract (GIAS, file `edubasealldata…csv`) that we read, by name: their order changes
 * between releases, and columns come and go. Source: `golden/gias-columns.json`.
 */
export const GIAS_REQUIRED_COLUMNS = [
  'URN',
  'LA (code)',
  'EstablishmentNumber',
  'EstablishmentName',
  'TypeOfEstablishment (code)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (code)',
] as const;

/** Read where they are there; an extract without them is still one. */
export const GIAS_OPTIONAL_COLUMNS = [
  'TypeOfEstablishment (name)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'Trusts (code)',
  'Trusts (name)',
  'Street',
  'Town',
  'Postcode',
  'HeadTitle (name)',
  'HeadFirstName',
  'HeadLastName',
] as const;

/** Of the second file, `links_edubasealldata…csv`: which school came after which. */
export const GIAS_LINK_COLUMNS = ['URN', 'LinkURN', 'LinkType', 'LinkEstablishedDate'] as const;

export type GiasColumn =
  (typeof GIAS_REQUIRED_COLUMNS)[number] | (typeof GIAS_OPTIONAL_COLUMNS)[number] | (typeof GIAS_LINK_COLUMNS)[number];

/** What the columns of a header row are, by name. */
export type GiasHeader = ReadonlyMap<GiasColumn, number>;

/** Why a file cannot be this extract: one class at a time, as one cause often brings the others. */
export type GiasHeaderProblem =
  | { readonly code: 'columns_missing'; readonly columns: readonly string[] }
  | { readonly code: 'columns_repeated'; readonly columns: readonly string[] };

/** Finds the columns of an extract in its header row. Spaces around a name and its case do not count. */
export function readGiasHeader(
  cells: readonly string[],
  required: readonly GiasColumn[],
  optional: readonly GiasColumn[] = [],
): { readonly header: GiasHeader } | { readonly problem: GiasHeaderProblem } {
  const places = new Map<string, number[]>();
  for (const [index, cell] of cells.entries()) {
    const name = plain(cell);
    places.set(name, [...(places.get(name) ?? []), index]);
  }
  const wanted = [...required, ...optional];
  const missing = required.filter((name) => !places.has(plain(name)));
  if (missing.length > 0) return { problem: { code: 'columns_missing', columns: missing } };
  const repeated = wanted.filter((name) => (places.get(plain(name))?.length ?? 0) > 1);
  if (repeated.length > 0) return { problem: { code: 'columns_repeated', columns: repeated } };
  const header = new Map<GiasColumn, number>();
  for (const name of wanted) {
    const place = places.get(plain(name))?.[0];
    if (place !== undefined) header.set(name, place);
  }
  return { header };
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
