import type { AnswerDifference } from '../answer-differences.js';
import type { ReferralQuestion } from './questions.js';

/** A question of a return: which return it belongs to, and which version of the referral was returned. */
export interface AskedQuestion extends Pick<ReferralQuestion, 'section' | 'field'> {
  /** The how manyth return of the referral, from 1. */
  readonly round: number;
  /** Null: it was returned before versions were kept. */
  readonly askedOfVersion: number | null;
}

/** The two versions between which a school has worked on the questions of a return. */
export interface ReturnSpan {
  readonly before: number;
  readonly after: number;
}

/**
 * Which versions show what the school has changed since the return of this round: the version that was returned, and the
 * newest one up to the next return. Null while nothing was sent since, or when the version that was returned is not known.
 */
export function returnSpan(
  round: number,
  asked: readonly AskedQuestion[],
  newestVersion: number | null,
): ReturnSpan | null {
  const before = asked.find((question) => question.round === round)?.askedOfVersion ?? null;
  const next = asked.find((question) => question.round === round + 1);
  const after = next ? next.askedOfVersion : newestVersion;
  return before !== null && after !== null && after > before ? { before, after } : null;
}

/** How many of the differences are about what was asked: the answer, any answer of the list, or any of the section. */
export function changesAbout(
  { section, field }: Pick<ReferralQuestion, 'section' | 'field'>,
  differences: readonly AnswerDifference[],
): number {
  const place = field === '' ? `/${section}` : `/${section}/${field}`;
  return differences.filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`)).length;
}
