/** What of a child's record tells whether another one may be the same child. */
export interface ChildIdentity {
  readonly upn: string;
  readonly legalForename: string;
  readonly legalSurname: string;
  readonly bornOn: string;
}

export const DUPLICATE_GROUNDS = [
  'same_name_and_birth',
  'similar_name',
  'other_surname',
  'birth_date_swapped',
  'temporary_upn',
] as const;
export type DuplicateGround = (typeof DUPLICATE_GROUNDS)[number];

const LABELS: Readonly<Record<DuplicateGround, string>> = {
  same_name_and_birth: 'Same name and date of birth',
  similar_name: 'Similar name, same date of birth',
  other_surname: 'Same forename and date of birth, another surname',
  birth_date_swapped: 'Same name, day and month of birth the other way round',
  temporary_upn: 'One of the UPNs is temporary',
};

/** A ground in words. */
export function duplicateGroundLabel(ground: DuplicateGround): string {
  return LABELS[ground];
}

/**
 * Why two records may be one child; empty: nothing says so. A guess for a person to judge, never a decision. The same in both
 * directions. Twins have one surname and birth date, so forenames must be alike for that to count: equal but for one letter
 * (two from eight letters on), or one the beginning of the other.
 */
export function duplicateGrounds(a: ChildIdentity, b: ChildIdentity): readonly DuplicateGround[] {
  const [forenames, surnames] = [
    [plain(a.legalForename), plain(b.legalForename)] as const,
    [plain(a.legalSurname), plain(b.legalSurname)] as const,
  ];
  const grounds: DuplicateGround[] = [];
  if (a.bornOn === b.bornOn) {
    const ground = groundOfNames(forenames, surnames);
    if (ground) grounds.push(ground);
  } else if (isSwapped(a.bornOn, b.bornOn) && same(forenames) && same(surnames)) grounds.push('birth_date_swapped');
  // Alone it says nothing: many children have one until their school asks for another.
  if (grounds.length > 0 && isTemporary(a.upn) !== isTemporary(b.upn)) grounds.push('temporary_upn');
  return grounds;
}

type Pair = readonly [string, string];

function groundOfNames(forenames: Pair, surnames: Pair): DuplicateGround | null {
  if (same(forenames)) {
    if (same(surnames)) return 'same_name_and_birth';
    return isAlike(surnames) ? 'similar_name' : 'other_surname';
  }
  return isAlike(forenames) && (same(surnames) || isAlike(surnames)) ? 'similar_name' : null;
}

function same([a, b]: Pair): boolean {
  return a === b;
}

function isAlike([a, b]: Pair): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.startsWith(short)) return true;
  return distance(short, long) <= (long.length >= 8 ? 2 : 1) && short.length >= 3;
}

function isSwapped(a: string, b: string): boolean {
  const [year, month, day] = a.split('-');
  return a !== b && b === [year, day, month].join('-');
}

function isTemporary(upn: string): boolean {
  return /[A-Z]$/.test(upn);
}

/** In small letters without accents, spaces, hyphens and apostrophes. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/** How many letters must be put in, left out or changed, or neighbours swapped, to make one name of the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
