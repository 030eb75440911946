import { randomInt } from 'node:crypto';

import type { TestRows } from '../test-rows.js';
import type { Relation } from './expectation.js';
import { insertRow } from './insert-row.js';

interface SchoolWorld {
  readonly rows: TestRows;
  readonly alder: string;
  readonly otherSchool: string;
  readonly elsewhere: number;
  readonly clerk: string;
  readonly clerkElsewhere: string;
}

interface SchoolTarget {
  readonly relation: Relation;
  readonly ids: Readonly<Record<string, string>>;
}

/** The SENCo of the matrix works for Alder School. */
export async function schools({ rows, alder, otherSchool, elsewhere }: SchoolWorld): Promise<SchoolTarget[]> {
  const target = (relation: Relation, schoolId: string): SchoolTarget => ({ relation, ids: { schoolId } });
  return [
    target('own', alder),
    target('other_school', otherSchool),
    target('other_authority', await rows.aSchool({ authorityId: elsewhere })),
  ];
}

export function aTrust(world: SchoolWorld, authorityId: number): Promise<string> {
  const uid = String(randomInt(1, 2_000_000_000));
  return insertRow(world, 'trusts', { authority_id: authorityId, uid, name: `Trust ${uid}` });
}

export function aSchoolImport(world: SchoolWorld, authorityId: number): Promise<string> {
  return insertRow(world, 'school_imports', {
    authority_id: authorityId,
    file_name: 'extract.csv',
    size_bytes: 1,
    la_codes: ['857'],
    status: 'cancelled',
    started_by: authorityId === 1 ? world.clerk : world.clerkElsewhere,
    queued_at: '2026-11-20',
  });
}
