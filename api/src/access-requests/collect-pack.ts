import type { PackContent, PackRow, PackSection, PackValue } from './pack-content.js';
import { findPassages, type Passage, wordPairs } from './pack-passages.js';
import { textsOf } from './pack-content.js';

const namedColumn = /_by$|^school_id$/;

/** The ids of people and schools that stand in columns such as `recorded_by`. */
export function namedIdsIn(sections: readonly PackSection[]): string[] {
  const ids = sections.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        namedColumn.test(column) && typeof value === 'string' ? [value] : [],
      ),
    ),
  );
  return [...new Set(ids)];
}

/** With the name of a person or a school instead of an id that says nothing to anybody outside. */
export function withNames(sections: readonly PackSection[], names: ReadonlyMap<string, string>): PackSection[] {
  return sections.map((section) => ({ ...section, rows: section.rows.map((row) => rowWithNames(row, names)) }));
}

function rowWithNames(row: PackRow, names: ReadonlyMap<string, string>): PackRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]): [string, PackValue] => {
      const name = namedColumn.test(column) && typeof value === 'string' ? names.get(value) : undefined;
      return name === undefined ? [column, value] : [column === 'school_id' ? 'school_name' : `${column}_name`, name];
    }),
  );
}

/** Each two neighbouring words of the pack's texts, once: what may be the name of another child. */
export function pairsIn(content: PackContent): string[] {
  return [...new Set(textsOf(content).flatMap(({ text }) => wordPairs(text).map(({ words }) => words)))];
}

export function passagesOf(
  content: PackContent,
  people: {
    readonly requesterName: string;
    readonly staffNames: ReadonlySet<string>;
    readonly otherChildren: ReadonlySet<string>;
  },
): Passage[] {
  const { requesterName, staffNames, otherChildren } = people;
  return findPassages(content, { requesterName, staffNames, isOtherChild: (words) => otherChildren.has(words) });
}
