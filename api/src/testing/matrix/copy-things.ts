import type { TestRows } from '../test-rows.js';
import type { Relation } from './expectation.js';
import { insertRow } from './insert-row.js';

interface World {
  readonly rows: TestRows;
  readonly alder: string;
  readonly elsewhere: number;
  readonly clerk: string;
  readonly clerkElsewhere: string;
}

/** A PDF of the person who asks, of a colleague's, and of another authority. */
export async function referralCopies(
  world: World,
  userId: string,
): Promise<{ readonly relation: Relation; readonly ids: Readonly<Record<string, string>> }[]> {
  const copy = async (relation: Relation, authorityId: number, requestedBy: string) => {
    const referralId = await world.rows.aReferral({
      authorityId,
      status: 'accepted',
      ...(authorityId === 1 && { schoolId: world.alder }),
    });
    const at = '2026-11-20T10:00:00Z';
    const version = { authority_id: authorityId, referral_id: referralId, number: 1 };
    await insertRow(world, 'referral_versions', {
      ...{ ...version, kind: 'submission', answers: '{}', made_at: at },
      made_by: authorityId === 1 ? world.clerk : world.clerkElsewhere,
    });
    const referralCopyId = await insertRow(world, 'referral_copies', {
      ...{ ...version, requested_by: requestedBy, requested_at: at, status: 'ready', pdf: Buffer.from('%PDF') },
    });
    return { relation, ids: { referralCopyId } };
  };
  return [
    await copy('own', 1, userId),
    await copy('other_person', 1, world.clerk),
    await copy('other_authority', world.elsewhere, world.clerkElsewhere),
  ];
}
