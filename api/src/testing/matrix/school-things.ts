import { randomInt } from 'node:crypto';

import type { Relation } from './expectation.js';
import { insertRow } from './insert-row.js';
import type { Target, World } from './world.js';

/** The SENCo of the matrix works for Alder School. */
export async function schools({ rows, alder, otherSchool, elsewhere }: World): Promise<Target[]> {
  const target = (relation: Relation, schoolId: string): Target => ({ relation, ids: { schoolId } });
  return [
    target('own', alder),
    target('other_school', otherSchool),
    target('other_authority', await rows.aSchool({ authorityId: elsewhere })),
  ];
}

export function aTrust(world: World, authorityId: number): Promise<string> {
  const uid = String(randomInt(1, 2_000_000_000));
  return insertRow(world, 'trusts', { authority_id: authorityId, uid, name: `Trust ${uid}` });
}

export function aSchoolImport(world: World, authorityId: number): Promise<string> {
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
