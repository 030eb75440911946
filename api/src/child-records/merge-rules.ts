import {
  type ChildMergePreview,
  MERGED_FIELDS,
  type MergeFacts,
  type MergeRecord,
  type PickedSides,
} from './child-merge.dto.js';

/** For how long a merge can be undone. */
export const MERGE_UNDO_DAYS = 30;

/** Why two records cannot be merged, each with what to do. */
export function mergeObstacles(kept: MergeRecord, merged: MergeRecord): ChildMergePreview['obstacles'] {
  const open = [...kept.referrals, ...merged.referrals]
    .filter(({ isOpen }) => isOpen)
    .map(({ reference }) => reference);
  return open.length > 1
    ? [
        `Each record has an open referral (${open.join(' and ')}), and a child can have one only. Withdraw, decline or close one of them first, then merge.`,
      ]
    : [];
}

/** The facts of the child after the merge. */
export function pickFacts(kept: MergeFacts, merged: MergeFacts, picks: PickedSides): MergeFacts {
  let facts: MergeFacts = { ...kept };
  for (const field of MERGED_FIELDS) if (picks[field] === 'merged') facts = { ...facts, [field]: merged[field] };
  return facts;
}

/**
 * The facts of the kept record after an undo: as before the merge, but for what somebody has changed since; that stays. The UPNs
 * go back only together, as each is on one record at a time.
 */
export function factsAfterUndo(
  before: MergeFacts,
  after: MergeFacts,
  now: MergeFacts,
): { readonly facts: MergeFacts; readonly changed: readonly (keyof MergeFacts)[] } {
  let facts: MergeFacts = { ...now };
  const changed: (keyof MergeFacts)[] = [];
  for (const field of MERGED_FIELDS) {
    if (now[field] === after[field]) facts = { ...facts, [field]: before[field] };
    else changed.push(field);
  }
  return { facts, changed };
}
