import { fieldInWords, sectionInWords } from './pack-words.js';

/** A value of a row as the database wrote it. */
export type PackValue =
  string | number | boolean | null | readonly PackValue[] | { readonly [name: string]: PackValue };

export type PackRow = Readonly<Record<string, PackValue>>;

/** The rows of one table that are about the child. */
export interface PackSection {
  readonly table: string;
  readonly heading: string;
  readonly rows: readonly PackRow[];
}

/** Everything that is held on one child, before and after redaction: the machine-readable file is this. */
export interface PackContent {
  readonly schemaVersion: 1;
  readonly authority: string;
  readonly request: string;
  readonly collectedOn: string;
  readonly sections: readonly PackSection[];
}

/** A text in the content, where it stands (JSON pointer) and what its field is called. */
export interface PackText {
  readonly pointer: string;
  readonly table: string;
  readonly place: string;
  readonly field: string;
  readonly text: string;
}

/** Every text of the content, in its order. */
export function textsOf(content: PackContent): PackText[] {
  return content.sections.flatMap(({ table, heading, rows }, section) =>
    rows.flatMap((row, index) => {
      const place = recordHeading({ table, heading, rows }, row, index);
      return textsIn(row, `/sections/${section}/rows/${index}`, '').map((found) => ({
        ...found,
        table,
        place: `${place}: ${fieldInWords(found.field)}`,
      }));
    }),
  );
}

/** What one row of a section is called: the part of the referral, or its number where there are several. */
export function recordHeading({ heading, rows }: PackSection, row: PackRow, index: number): string {
  const part = typeof row['section'] === 'string' ? sectionInWords(row['section']) : undefined;
  if (part !== undefined) return `Referral, ${part}`;
  return rows.length > 1 ? `${heading} ${index + 1}` : heading;
}

function textsIn(value: PackValue, pointer: string, field: string): Pick<PackText, 'pointer' | 'field' | 'text'>[] {
  if (typeof value === 'string') return value === '' ? [] : [{ pointer, field, text: value }];
  if (isList(value)) return value.flatMap((item, index) => textsIn(item, `${pointer}/${index}`, field));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${pointer}/${escaped(name)}`, name));
}

/** The content with the text at each pointer replaced. */
export function replaceTexts(content: PackContent, replacements: ReadonlyMap<string, string>): PackContent {
  return {
    ...content,
    sections: content.sections.map((section, index) => ({
      ...section,
      rows: section.rows.map((row, place) => replacedRow(row, `/sections/${index}/rows/${place}`, replacements)),
    })),
  };
}

function replacedRow(row: PackRow, pointer: string, replacements: ReadonlyMap<string, string>): PackRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, replaced(value, `${pointer}/${escaped(name)}`, replacements)]),
  );
}

function replaced(value: PackValue, pointer: string, replacements: ReadonlyMap<string, string>): PackValue {
  if (typeof value === 'string') return replacements.get(pointer) ?? value;
  if (isList(value)) return value.map((item, index) => replaced(item, `${pointer}/${index}`, replacements));
  if (value === null || typeof value !== 'object') return value;
  return replacedRow(value, pointer, replacements);
}

export function isList(value: PackValue): value is readonly PackValue[] {
  return Array.isArray(value);
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The items by what `key` says of each, in their order. */
export function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
