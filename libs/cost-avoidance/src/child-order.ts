interface WithChildId {
  readonly childId: string;
}

/**
 * The children in the order of their ids (by code unit, the same on every machine), the same array when they already are.
 *
 * @throws RangeError when a child appears twice: a child counts once.
 */
export function inChildOrder<Child extends WithChildId>(children: readonly Child[]): readonly Child[] {
  const ordered = isInOrder(children)
    ? children
    : children.toSorted((a, b) => (a.childId < b.childId ? -1 : a.childId > b.childId ? 1 : 0));
  let previous: string | null = null;
  for (const { childId } of ordered) {
    if (childId === previous) throw childTwice();
    previous = childId;
  }
  return ordered;
}

/** Ids may point at people, so the message holds none. */
export function childTwice(): RangeError {
  return new RangeError('A child appears twice in the cohort');
}

function isInOrder(children: readonly WithChildId[]): boolean {
  let previous: string | null = null;
  for (const { childId } of children) {
    if (previous !== null && childId < previous) return false;
    previous = childId;
  }
  return true;
}
