import { randomUUID } from 'node:crypto';

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

const aDay = '2026-11-20';

export function aToolkitResource(world: World, authorityId: number): Promise<string> {
  return insertRow(world, 'toolkit_resources', {
    authority_id: authorityId,
    title: `Resource ${randomUUID()}`,
    summary: 'Invented',
    body: 'Invented',
    valid_from: aDay,
    changed_by: authorityId === 1 ? world.clerk : world.clerkElsewhere,
    changed_at: aDay,
  });
}

export function aSavedView(world: World, authorityId: number, userId: string): Promise<string> {
  return insertRow(world, 'saved_views', {
    authority_id: authorityId,
    user_id: userId,
    list: 'queue',
    name: randomUUID(),
    conditions: '{}',
    changed_at: aDay,
  });
}

/** Questions are seen by whoever sees their referral. */
export async function returnItems(world: World, targets: readonly Target[]): Promise<Target[]> {
  const made: Target[] = [];
  for (const { relation, ids } of targets) {
    const { referralId = '' } = ids;
    const isElsewhere = relation === 'other_authority';
    const returnItemId = await insertRow(world, 'return_items', {
      authority_id: isElsewhere ? world.elsewhere : 1,
      referral_id: referralId,
      round: 1,
      position: 1,
      section: 'needs',
      question: 'What works?',
      asked_by: isElsewhere ? world.clerkElsewhere : world.clerk,
      asked_at: aDay,
    });
    // As a return leaves it: the next one is another round.
    await world.rows.query('update referrals set times_returned = 1 where id = $1', [referralId]);
    made.push({ relation, ids: { referralId, returnItemId } });
  }
  return made;
}
