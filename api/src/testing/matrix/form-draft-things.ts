import type { Relation } from './expectation.js';

interface Target {
  readonly relation: Relation;
  readonly ids: Readonly<Record<string, string>>;
}

type Make<World> = (world: World) => Promise<Target[]>;

/** Whoever sees a case may keep what they type into its forms; which form it is decides nothing. */
export function formsOfReferrals<World>(referrals: Make<World>): Make<World> {
  return async (world) =>
    (await referrals(world)).map(({ relation, ids }) => ({
      relation,
      ids: { ...ids, form: 'write_note', subjectId: ids['referralId'] ?? '' },
    }));
}

/** The same of the support that a provider gives. */
export function formsOfAllocations<World>(allocations: Make<World>): Make<World> {
  return async (world) =>
    (await allocations(world)).map(({ relation, ids }) => ({ relation, ids: { ...ids, form: 'record_session' } }));
}
