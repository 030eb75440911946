import type { Relation } from './expectation.js';

interface Target {
  readonly relation: Relation;
  readonly ids: Readonly<Record<string, string>>;
}

/** Sections are seen by whoever sees their referral; which one it is decides nothing. */
export function sectionsOf<World>(referrals: (world: World) => Promise<Target[]>): (world: World) => Promise<Target[]> {
  return async (world) =>
    (await referrals(world)).map(({ relation, ids }) => ({ relation, ids: { ...ids, section: 'pupil' } }));
}
