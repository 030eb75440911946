import type { TestRows } from '../test-rows.js';
import type { Relation } from './expectation.js';
import { insertRow } from './insert-row.js';

interface World {
  readonly rows: TestRows;
  readonly elsewhere: number;
  readonly clerk: string;
  readonly clerkElsewhere: string;
}

interface Target {
  readonly relation: Relation;
  readonly ids: Readonly<Record<string, string>>;
}

/** Something that stands on a case, on each of these cases. */
export function onEach<Worlds extends World>(
  referrals: (world: Worlds) => Promise<Target[]>,
  name: string,
  make: (world: World, authorityId: number, referralId: string) => Promise<string>,
): (world: Worlds) => Promise<Target[]> {
  return async (world) => {
    const targets: Target[] = [];
    for (const { relation, ids } of await referrals(world)) {
      const authorityId = relation === 'other_authority' ? world.elsewhere : 1;
      if (ids['referralId'])
        targets.push({ relation, ids: { [name]: await make(world, authorityId, ids['referralId']) } });
    }
    return targets;
  };
}

const writer = (world: World, authorityId: number): string => (authorityId === 1 ? world.clerk : world.clerkElsewhere);

/** For the council and the school, by somebody else. */
export async function aNote(world: World, authorityId: number, referralId: string): Promise<string> {
  const noteId = await insertRow(world, 'notes', {
    authority_id: authorityId,
    referral_id: referralId,
    written_by: writer(world, authorityId),
    written_at: '2026-11-24T09:00:00Z',
  });
  await world.rows.query(
    `insert into note_versions (authority_id, note_id, number, visibility, text, written_at)
     values ($1, $2, 1, 'council_and_school', 'Invented', '2026-11-24T09:00:00Z')`,
    [authorityId, noteId],
  );
  return noteId;
}

/** For the SENCo of the school, by somebody else. */
export function aCaseTask(world: World, authorityId: number, referralId: string): Promise<string> {
  return insertRow(world, 'case_tasks', {
    authority_id: authorityId,
    referral_id: referralId,
    title: 'Ring the family',
    detail: '',
    due_on: '2026-12-01',
    assigned_role: 'senco',
    created_by: writer(world, authorityId),
    created_at: '2026-11-20',
  });
}

/** By somebody else. */
export function aConsultation(world: World, authorityId: number, referralId: string): Promise<string> {
  return insertRow(world, 'consultations', {
    authority_id: authorityId,
    referral_id: referralId,
    held_on: '2026-11-10',
    teacher_name: 'Invented',
    asked: 'during_case',
    advice: 'Invented',
    recorded_by: writer(world, authorityId),
    recorded_at: '2026-11-20',
  });
}

/** By somebody else. */
export function anAgencyReport(world: World, authorityId: number, referralId: string): Promise<string> {
  return insertRow(world, 'agency_reports', {
    authority_id: authorityId,
    referral_id: referralId,
    reported_on: '2026-11-10',
    agency: 'camhs',
    title: 'Invented',
    summary: '',
    recorded_by: writer(world, authorityId),
    recorded_at: '2026-11-20',
  });
}
