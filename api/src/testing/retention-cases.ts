import type { Case, Casework } from '../testing/panel-casework.js';

/** Three years before 23 November 2026: over on the 24th, which is today in these tests. */
export const periodOver = '2023-11-23';
export const lastDayOfPeriod = '2023-11-24';

/** A referral that was declined on a day, of a child with this name. */
export async function declined(casework: Casework, on: string, pupilName = 'Robin Example'): Promise<Case> {
  const item = await casework.aCase({ pupilName });
  await casework.rows(
    "update referrals set status = 'declined', decline_reason = 'outside_remit', status_changed_on = $2, created_at = $2::date where id = $1",
    [item.id, on],
  );
  return item;
}

export async function isThere(casework: Casework, { id }: Case): Promise<boolean> {
  return (await casework.rows('select 1 from referrals where id = $1', [id])).length === 1;
}
