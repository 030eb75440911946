/** A few rows of the national register as a file, for specifications: columns by name, in an order of their own. */
export type GiasRow = Readonly<Record<string, string>>;

const usual: GiasRow = {
  'LA (code)': '857',
  'LA (name)': 'Rutland',
  URN: '',
  EstablishmentNumber: '2001',
  EstablishmentName: 'A School',
  'TypeOfEstablishment (code)': '01',
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentStatus (name)': 'Open',
  OpenDate: '01-09-1990',
  CloseDate: '',
  'PhaseOfEducation (code)': '2',
  'PhaseOfEducation (name)': 'Primary',
  StatutoryLowAge: '4',
  StatutoryHighAge: '11',
  'Trusts (code)': '',
  'Trusts (name)': '',
  Street: '1 High Street',
  Town: 'Oakham',
  Postcode: 'LE15 6AA',
  'HeadTitle (name)': 'Mrs',
  HeadFirstName: 'Ada',
  HeadLastName: 'Example',
};

export function giasCsv(
  rows: readonly GiasRow[],
  {
    leftOut = [],
    encoding = 'latin1',
  }: { readonly leftOut?: readonly string[]; readonly encoding?: 'latin1' | 'utf8' } = {},
): Buffer {
  const names = Object.keys(usual).filter((name) => !leftOut.includes(name));
  const cells = rows.map((row) => names.map((name) => row[name] ?? usual[name] ?? ''));
  // Accented letters are the same in Windows-1252 and Latin 1.
  return Buffer.from([names, ...cells].map(csvLine).join(''), encoding);
}

export function linksCsv(
  links: readonly (readonly [urn: string, linkUrn: string, type: string, on: string])[],
): Buffer {
  const lines = links.map(([urn, linkUrn, type, on]) => [urn, linkUrn, 'A name', type, on]);
  return Buffer.from(
    [['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'], ...lines].map(csvLine).join(''),
    'latin1',
  );
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
