import type { TestRows } from '../test-rows.js';
import type { Relation } from './expectation.js';
import { insertRow } from './insert-row.js';

interface ChildWorld {
  readonly rows: TestRows;
  readonly alder: string;
  readonly otherSchool: string;
  readonly elsewhere: number;
  readonly clerk: string;
  readonly clerkElsewhere: string;
}

interface ChildTarget {
  readonly relation: Relation;
  readonly ids: Readonly<Record<string, string>>;
}

async function childOf(world: ChildWorld, referralId: string | undefined): Promise<string> {
  const [row] = await world.rows.query<{ childId: string }>(
    'select child_id as "childId" from referrals where id = $1',
    [referralId],
  );
  return row?.childId ?? '';
}

/** Children are seen through their referrals; a draft has none yet. */
export async function children(world: ChildWorld, referrals: readonly ChildTarget[]): Promise<ChildTarget[]> {
  const targets: ChildTarget[] = [];
  for (const { relation, ids } of referrals) {
    if (relation === 'draft') continue;
    targets.push({ relation, ids: { childId: await childOf(world, ids['referralId']) } });
  }
  return targets;
}

async function aChild(world: ChildWorld, authorityId: number, schoolId?: string): Promise<string> {
  const options = { authorityId, status: 'accepted' as const, ...(schoolId !== undefined && { schoolId }) };
  return childOf(world, await world.rows.aReferral(options));
}

const clerkOf = (world: ChildWorld, authorityId: number): string =>
  authorityId === 1 ? world.clerk : world.clerkElsewhere;

export async function aChildMove(world: ChildWorld, authorityId: number): Promise<string> {
  return insertRow(world, 'child_moves', {
    authority_id: authorityId,
    child_id: await aChild(world, authorityId),
    school_id: await world.rows.aSchool({ authorityId }),
    moved_on: '2026-11-01',
    recorded_by: clerkOf(world, authorityId),
    recorded_at: '2026-11-20',
  });
}

export async function aTellingApart(world: ChildWorld, authorityId: number): Promise<string> {
  const pair = [await aChild(world, authorityId), await aChild(world, authorityId)].toSorted();
  return insertRow(world, 'told_apart_children', {
    authority_id: authorityId,
    child_id: pair[0],
    other_id: pair[1],
    grounds: ['similar_name'],
    reason: 'Invented',
    told_by: clerkOf(world, authorityId),
    told_at: '2026-11-20',
  });
}

/** Between two children of the SENCo's school, and of others. */
export async function siblingLinks(world: ChildWorld): Promise<ChildTarget[]> {
  const link = async (authorityId: number, schoolId?: string): Promise<string> => {
    const pair = [await aChild(world, authorityId, schoolId), await aChild(world, authorityId, schoolId)].toSorted();
    return insertRow(world, 'sibling_links', {
      authority_id: authorityId,
      child_id: pair[0],
      sibling_id: pair[1],
      reason: 'Invented',
      linked_by: clerkOf(world, authorityId),
      linked_at: '2026-11-20',
    });
  };
  return [
    { relation: 'own', ids: { siblingLinkId: await link(1, world.alder) } },
    { relation: 'other_school', ids: { siblingLinkId: await link(1, world.otherSchool) } },
    { relation: 'other_authority', ids: { siblingLinkId: await link(world.elsewhere) } },
  ];
}

/** One that stands. */
export async function aChildMerge(world: ChildWorld, authorityId: number): Promise<string> {
  const [kept, merged] = [await aChild(world, authorityId), await aChild(world, authorityId)];
  const facts = JSON.stringify({
    ...{
      upn: 'A',
      legalForename: 'Robin',
      legalSurname: 'Test',
      preferredName: '',
      bornOn: '2016-03-05',
      sex: 'M',
      ncYear: null,
    },
  });
  const nothing = { referrals: [], accessRequests: [], legalHolds: [], moves: [], links: [], newLinks: [] };
  await world.rows.query('update children set merged_into_id = $1 where id = $2', [kept, merged]);
  return insertRow(world, 'child_merges', {
    ...{ authority_id: authorityId, kept_child_id: kept, merged_child_id: merged, reason: 'Invented' },
    ...{ kept_before: facts, kept_after: facts, merged_before: facts, moved: JSON.stringify(nothing) },
    ...{ merged_by: clerkOf(world, authorityId), merged_at: '2026-11-20' },
  });
}
