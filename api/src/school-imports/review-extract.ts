import type { RegisterLink } from '@panel/reference';

import { compareSchool, type KnownSchool, type SchoolChange } from './compare-school.js';
import type { Extract } from './read-extract.js';
import type { SchoolImportCounts } from './school-import.dto.js';
import type { SchoolBefore, StoredRow } from './school-imports.repository.js';

const missingNamed = 50;

/** The links that say something about a school of the file or of our register, and that we do not have yet. */
export function usefulLinks(
  links: readonly RegisterLink[],
  extract: Extract,
  known: readonly KnownSchool[],
  stored: readonly RegisterLink[],
): RegisterLink[] {
  const urns = new Set([...extract.schools.map(({ school }) => school.urn), ...known.map(({ urn }) => urn)]);
  const have = new Set(stored.map(keyOf));
  return links.filter(
    (link) => (urns.has(link.predecessorUrn) || urns.has(link.successorUrn)) && !have.has(keyOf(link)),
  );
}

/** What the file would do to the register, row by row, and in numbers. */
export function reviewExtract(
  extract: Extract,
  known: readonly KnownSchool[],
  links: readonly RegisterLink[],
  laCodes: readonly string[],
): { readonly rows: readonly StoredRow[]; readonly counts: SchoolImportCounts } {
  const byUrn = new Map(known.map((school) => [school.urn, school]));
  const names = new Map([
    ...known.map(({ urn, name }) => [urn, name] as const),
    ...extract.schools.map(({ school }) => [school.urn, school.name] as const),
  ]);
  const numbers = { new: 0, changed: 0, closed: 0, kept: 0, unchanged: 0 };
  const rows: StoredRow[] = [];
  for (const { number, school: incoming } of extract.schools) {
    const before = byUrn.get(incoming.urn);
    const { action, changes, school } = compareSchool(before, incoming);
    numbers[action] += 1;
    if (action === 'unchanged') continue;
    rows.push({
      rowNumber: number,
      urn: school.urn,
      name: school.name,
      action,
      schoolId: before?.id ?? null,
      schoolVersion: before?.version ?? null,
      school,
      before: before ? asItWas(before) : null,
      changes: [...changes, ...successorsOf(incoming.urn, links, names)],
      errors: [],
    });
  }
  for (const { number, urn, name, errors } of extract.wrong) {
    const nothing = { schoolId: null, schoolVersion: null, school: null, before: null, changes: [] };
    rows.push({ rowNumber: number, urn, name, action: 'error', ...nothing, errors });
  }
  const missing = findMissing(extract, known, laCodes);
  return {
    rows,
    counts: {
      rows: extract.rows,
      skipped: extract.skipped,
      ...numbers,
      errors: extract.wrong.length,
      links: links.length,
      missing: missing.length,
      missingSchools: missing.slice(0, missingNamed).map(({ urn, name }) => ({ urn, name })),
    },
  };
}

function findMissing(
  extract: Extract,
  known: readonly KnownSchool[],
  laCodes: readonly string[],
): readonly KnownSchool[] {
  const inFile = new Set([...extract.schools.map(({ school }) => school.urn), ...extract.wrong.map(({ urn }) => urn)]);
  return known.filter(
    ({ urn, laCode }) => !inFile.has(urn) && (laCodes.length === 0 || (laCode !== null && laCodes.includes(laCode))),
  );
}

function successorsOf(
  urn: string,
  links: readonly RegisterLink[],
  names: ReadonlyMap<string, string>,
): readonly SchoolChange[] {
  return links
    .filter(({ predecessorUrn }) => predecessorUrn === urn)
    .map(({ successorUrn }) => ({
      field: 'successor',
      from: null,
      to: `${names.get(successorUrn) ?? 'A school that is not in the register'} (${successorUrn})`,
      isKept: false,
    }));
}

function asItWas({ id: _id, version: _version, corrected: _corrected, ...school }: KnownSchool): SchoolBefore {
  return school;
}

function keyOf({ predecessorUrn, successorUrn }: RegisterLink): string {
  return `${predecessorUrn} ${successorUrn}`;
}
