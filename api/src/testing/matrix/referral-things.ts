import { referrals, type Target, type World } from './world.js';

/** Sections are seen by whoever sees their referral; which one it is decides nothing. */
export async function referralSections(world: World): Promise<Target[]> {
  return (await referrals(world)).map(({ relation, ids }) => ({ relation, ids: { ...ids, section: 'pupil' } }));
}
