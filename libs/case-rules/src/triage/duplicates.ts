import { dateParts, type IsoDate } from '@panel/reference';

/** What a child is compared by. */
export interface ComparedChild {
  readonly legalForename: string;
  readonly legalSurname: string;
  readonly preferredName: string;
  readonly bornOn: IsoDate;
}

/** Why two records may be of one child. Records with one UPN are one record, so a UPN is no reason. */
export const DUPLICATE_REASONS = ['same_name_and_birth', 'similar_name_same_birth', 'same_name_similar_birth'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

const LABELS: Readonly<Record<DuplicateReason, string>> = {
  same_name_and_birth: 'Same name and date of birth',
  similar_name_same_birth: 'Similar name, same date of birth',
  same_name_similar_birth: 'Same name, similar date of birth',
};

/** The reason as people see it. */
export function duplicateReasonLabel(reason: DuplicateReason): string {
  return LABELS[reason];
}

/**
 * Why these two records may be of one child, or null. One of the two names must be the same whatever its case, accents and
 * punctuation; the other may be written a little differently. Symmetric. A hint for a person, never a decision.
 */
export function findDuplicateReason(one: ComparedChild, other: ComparedChild): DuplicateReason | null {
  const sameSurname = plain(one.legalSurname) === plain(other.legalSurname);
  const sameForename = plain(one.legalForename) === plain(other.legalForename);
  if (sameSurname && sameForename) {
    if (one.bornOn === other.bornOn) return 'same_name_and_birth';
    return areBirthsSimilar(one.bornOn, other.bornOn) ? 'same_name_similar_birth' : null;
  }
  if (one.bornOn !== other.bornOn) return null;
  const isSimilar =
    (sameSurname && areForenamesSimilar(one, other)) ||
    (sameForename && areSimilar(plain(one.legalSurname), plain(other.legalSurname)));
  return isSimilar ? 'similar_name_same_birth' : null;
}

/** Small letters without accents, spaces and punctuation. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}

function areForenamesSimilar(one: ComparedChild, other: ComparedChild): boolean {
  const names = (child: ComparedChild): string[] =>
    [plain(child.legalForename), plain(child.preferredName)].filter((name) => name !== '');
  return names(one).some((mine) => names(other).some((theirs) => mine === theirs || areSimilar(mine, theirs)));
}

/** "Alex" and "Alexandra", "Khan" and "Khan-Smith", "Jon" and "John"; not "Amy" and "Ann". */
function areSimilar(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 3) return false;
  return long.startsWith(short) || long.endsWith(short) || differByOneEdit(short, long);
}

/** One letter more, less or other, in names long enough for that to be a slip. */
function differByOneEdit(short: string, long: string): boolean {
  if (long.length - short.length > 1 || long.length < 4) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

/** One part differs, or day and month have changed places. */
function areBirthsSimilar(one: IsoDate, other: IsoDate): boolean {
  const a = dateParts(one);
  const b = dateParts(other);
  const differing = Number(a.year !== b.year) + Number(a.month !== b.month) + Number(a.day !== b.day);
  return differing === 1 || (a.year === b.year && a.month === b.day && a.day === b.month);
}
