import { addWorkingDays, type IsoDate } from '@panel/reference';

import { type Refusal } from './moves.js';

/** How a head teacher signs off a referral: by the link in a mail, with an account of the product, or on the form that arrived. */
export const SIGN_OFF_WAYS = ['link', 'account', 'form'] as const;
export type SignOffWay = (typeof SIGN_OFF_WAYS)[number];

export const SIGN_OFF_STATUSES = ['asked', 'signed', 'sent_back', 'revoked'] as const;
export type SignOffStatus = (typeof SIGN_OFF_STATUSES)[number];

/** What the newest sign-off comes to now. */
export const SIGN_OFF_STATES = [
  'none',
  'asked',
  'asked_outdated',
  'expired',
  'signed',
  'signed_outdated',
  'sent_back',
  'revoked',
] as const;
export type SignOffState = (typeof SIGN_OFF_STATES)[number];

/** How long the link in the mail works, in days: long enough for a head teacher who is away for a week. */
export const SIGN_OFF_LINK_DAYS = 14;

/** After so many working days without an answer the head teacher is reminded; English bank holidays do not count. */
export const SIGN_OFF_REMINDER_WORKING_DAYS = [3, 6] as const;

/**
 * How many reminders a head teacher who was asked on a day and has not answered should have had by today, 0 to 2. Whoever was
 * asked on a day off has until the third working day after it.
 */
export function signOffRemindersDue(askedOn: IsoDate, today: IsoDate): number {
  return SIGN_OFF_REMINDER_WORKING_DAYS.filter((days) => addWorkingDays(askedOn, days) <= today).length;
}

/** What a head teacher states by signing; kept with the signature as it was read. */
export const SIGN_OFF_STATEMENT =
  'I am the head teacher, or I act for the head teacher. I have read this referral. To the best of my knowledge it is accurate, and the school will do what it says it will.';

/** What a coordinator records who took the answers over from a form that the head teacher had signed. */
export const SIGN_OFF_FORM_STATEMENT = 'Signed on the form that arrived, from which the answers were taken over.';

/** The newest sign-off of a referral, as far as it matters whether it holds. */
export interface SignOffFacts {
  readonly status: SignOffStatus;
  /** Whether it was asked for (or given on) exactly the answers that stand now. */
  readonly isOfTheseAnswers: boolean;
  readonly isExpired: boolean;
}

/** What a sign-off comes to. One that was given holds only as long as no answer changes. */
export function signOffState(newest: SignOffFacts | null): SignOffState {
  if (newest === null) return 'none';
  const { status, isOfTheseAnswers, isExpired } = newest;
  if (status === 'signed') return isOfTheseAnswers ? 'signed' : 'signed_outdated';
  if (status !== 'asked') return status;
  if (isExpired) return 'expired';
  return isOfTheseAnswers ? 'asked' : 'asked_outdated';
}

const MISSING: Readonly<Record<Exclude<SignOffState, 'signed'>, Refusal>> = {
  none: { code: 'sign_off_missing', message: 'Get the head teacher’s sign-off' },
  asked: { code: 'sign_off_awaited', message: 'Wait for the head teacher’s sign-off' },
  asked_outdated: {
    code: 'sign_off_outdated',
    message: 'Ask the head teacher again: the answers have changed since you asked',
  },
  expired: { code: 'sign_off_expired', message: 'Ask the head teacher again: the link has expired' },
  signed_outdated: {
    code: 'sign_off_outdated',
    message: 'Get a new sign-off: the answers have changed since the head teacher signed',
  },
  sent_back: { code: 'sign_off_sent_back', message: 'Read what the head teacher sent back, then ask again' },
  revoked: { code: 'sign_off_missing', message: 'Get the head teacher’s sign-off' },
};

/** What a referral still needs as far as its sign-off is concerned; null when the head teacher has signed these answers. */
export function signOffRefusal(state: SignOffState): Refusal | null {
  return state === 'signed' ? null : MISSING[state];
}

/** Why a sign-off is asked for. */
export const SIGN_OFF_WHY =
  'A referral is the school’s, not one person’s: the head teacher answers for what it says and for what the school will contribute.';
