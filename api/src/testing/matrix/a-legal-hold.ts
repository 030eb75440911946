import type { TestRows } from '../test-rows.js';

/** A hold on a case of its own; gives its id. */
export async function aLegalHold(
  { rows, clerk, clerkElsewhere }: { readonly rows: TestRows; readonly clerk: string; readonly clerkElsewhere: string },
  authorityId: number,
): Promise<string> {
  const [hold] = await rows.query<{ id: string }>(
    `insert into legal_holds (authority_id, referral_id, reason, placed_by, placed_at)
     values ($1, $2, 'A complaint', $3, '2026-11-20') returning id`,
    [authorityId, await rows.aReferral({ authorityId }), authorityId === 1 ? clerk : clerkElsewhere],
  );
  return hold?.id ?? '';
}
