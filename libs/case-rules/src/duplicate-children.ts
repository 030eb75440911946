import { dateParts, type IsoDate } from '@panel/reference';

/** What of a child's record tells whether another one may be the same child. */
export interface ChildIdentity {
  readonly upn: string;
  readonly legalForename: string;
  readonly legalSurname: string;
  readonly preferredName: string;
  readonly bornOn: IsoDate;
}

export const DUPLICATE_GROUNDS = [
  'same_name_and_birth',
  'similar_name',
  'similar_birth',
  'other_surname',
  'temporary_upn',
] as const;
export type DuplicateGround = (typeof DUPLICATE_GROUNDS)[number];

const LABELS: Readonly<Record<DuplicateGround, string>> = {
  same_name_and_birth: 'Same name and date of birth',
  similar_name: 'Similar name, same date of birth',
  similar_birth: 'Same name, similar date of birth',
  other_surname: 'Same first name and date of birth, another surname',
  temporary_upn: 'One of the UPNs is temporary',
};

/** A ground in words. */
export function duplicateGroundLabel(ground: DuplicateGround): string {
  return LABELS[ground];
}

/**
 * Why two records may be one child, the strongest ground first; empty: nothing says so. A guess for a person to judge, never a
 * decision. The same in both directions. One of the two names must be the same whatever its case, accents and punctuation; the
 * other may be written a little differently. Twins have one surname and birth date, so their first names must be alike for that
 * to count. Records with one UPN are one record, so a UPN is no ground.
 */
export function duplicateGrounds(a: ChildIdentity, b: ChildIdentity): readonly DuplicateGround[] {
  const ground = groundOf(a, b);
  if (ground === null) return [];
  // Alone it says nothing: many children have one until their school asks for another.
  return isTemporary(a.upn) === isTemporary(b.upn) ? [ground] : [ground, 'temporary_upn'];
}

/**
 * The grounds on which a pair is still suggested. `toldApart` are those on which somebody has said that they are two children,
 * null: nobody has. That stands until a ground comes up that was not looked at then; fewer grounds change nothing.
 */
export function groundsToSuggest(
  a: ChildIdentity,
  b: ChildIdentity,
  toldApart: readonly string[] | null,
): readonly DuplicateGround[] {
  const grounds = duplicateGrounds(a, b);
  return toldApart !== null && grounds.every((ground) => toldApart.includes(ground)) ? [] : grounds;
}

/**
 * The ground that is worth stopping for while a case is looked at, or null. Another surname is not: two children of one first
 * name are born on most days. Nor is a pair that was told apart.
 */
export function findDuplicateReason(
  a: ChildIdentity,
  b: ChildIdentity,
  toldApart: readonly string[] | null,
): DuplicateGround | null {
  const [ground] = groundsToSuggest(a, b, toldApart);
  return ground === undefined || ground === 'other_surname' ? null : ground;
}

function groundOf(a: ChildIdentity, b: ChildIdentity): DuplicateGround | null {
  const isSameForename = plain(a.legalForename) === plain(b.legalForename);
  const isSameSurname = plain(a.legalSurname) === plain(b.legalSurname);
  if (a.bornOn !== b.bornOn) {
    return isSameForename && isSameSurname && areBirthsSimilar(a.bornOn, b.bornOn) ? 'similar_birth' : null;
  }
  if (isSameForename && isSameSurname) return 'same_name_and_birth';
  if (isSameSurname && areForenamesAlike(a, b)) return 'similar_name';
  if (!isSameForename) return null;
  return areAlike(plain(a.legalSurname), plain(b.legalSurname)) ? 'similar_name' : 'other_surname';
}

function areForenamesAlike(a: ChildIdentity, b: ChildIdentity): boolean {
  const names = (child: ChildIdentity): string[] => [plain(child.legalForename), plain(child.preferredName)];
  return names(a).some((one) => names(b).some((other) => areAlike(one, other)));
}

/** "Alex" and "Alexandra", "Khan" and "Khan-Smith", "Jon" and "John"; not "Amy" and "Ann". Two letters from eight on. */
function areAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3) return false;
  return long.startsWith(short) || long.endsWith(short) || distance(short, long) <= (long.length >= 8 ? 2 : 1);
}

/** One part differs, or day and month have changed places. */
function areBirthsSimilar(a: IsoDate, b: IsoDate): boolean {
  const [one, other] = [dateParts(a), dateParts(b)];
  const differing = Number(one.year !== other.year) + Number(one.month !== other.month) + Number(one.day !== other.day);
  return differing === 1 || (one.year === other.year && one.month === other.day && one.day === other.month);
}

function isTemporary(upn: string): boolean {
  return /[A-Z]$/.test(upn);
}

/** Small letters without accents, spaces and punctuation. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
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
