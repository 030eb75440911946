import { REFERRAL_SECTIONS, type ReferralAnswers, type ReferralSection } from './answers/sections.js';

/** One answer that is not the same in two versions of a referral. An answer that was not given is ''. */
export interface AnswerDifference {
  readonly section: ReferralSection;
  /** JSON pointer into the answers, such as '/pupil/upn' or '/graduatedResponse/cycles/1/endedOn'. */
  readonly pointer: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What is different between two versions, field by field in the order of the form. Knows no field by its name: whatever a
 * section holds is compared, lists of objects entry by entry, lists of words as one answer. A field that one version does not
 * have counts as not answered.
 */
export function answerDifferences(before: ReferralAnswers, after: ReferralAnswers): readonly AnswerDifference[] {
  return REFERRAL_SECTIONS.flatMap((section) => {
    const old = leavesOf(before[section], `/${section}`);
    const now = leavesOf(after[section], `/${section}`);
    // In the order of the newer version; what it no longer has stands behind.
    const pointers = [...new Set([...now.keys(), ...old.keys()])];
    return pointers
      .map((pointer) => ({ section, pointer, before: old.get(pointer) ?? '', after: now.get(pointer) ?? '' }))
      .filter((difference) => difference.before !== difference.after);
  });
}

/**
 * The answers as one text that is the same exactly when nothing that was answered differs: for a hash that says whether what
 * somebody signed still stands. Empty answers are left out, so a question that is added to the form later changes nothing.
 */
export function answersFingerprint(answers: ReferralAnswers): string {
  const leaves = REFERRAL_SECTIONS.flatMap((section) => [...leavesOf(answers[section], `/${section}`)]);
  return JSON.stringify(leaves.filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
}

function leavesOf(value: unknown, pointer: string): Map<string, string> {
  if (Array.isArray(value) && value.some(isObject)) {
    return merged(value.map((entry, index) => leavesOf(withoutKey(entry), `${pointer}/${index}`)));
  }
  if (Array.isArray(value)) return new Map([[pointer, value.map(textOf).join('\n')]]);
  if (isObject(value)) {
    return merged(Object.entries(value).map(([name, entry]) => leavesOf(entry, `${pointer}/${name}`)));
  }
  return new Map([[pointer, textOf(value)]]);
}

/** The key of an entry says which one it is, and answers nothing. */
function withoutKey(entry: unknown): unknown {
  return isObject(entry) ? Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'key')) : entry;
}

/** A text as it is, '' for nothing, anything else (a number, yes or no) as JSON writes it. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function merged(maps: readonly ReadonlyMap<string, string>[]): Map<string, string> {
  return new Map(maps.flatMap((map) => [...map]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
