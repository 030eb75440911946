import type { RateLimit } from './rate-limit.js';

const fiveMinutes = 300;

/** Of one account from one machine: what a person who mistypes needs, and no more. */
export const signInPair: RateLimit = { name: 'sign_in_pair', attempts: 10, withinSeconds: fiveMinutes };

/** Of one machine for all accounts: a school behind one address has many people, a list of passwords has more. */
export const signInAddress: RateLimit = { name: 'sign_in_address', attempts: 100, withinSeconds: fiveMinutes };

/**
 * Of one account from everywhere, against many machines at once. It slows and never shuts: and a browser in which the
 * person has signed in before counts for itself, so that no stranger keeps the person out.
 */
export const signInAccount: RateLimit = {
  name: 'sign_in_account',
  attempts: 1_000,
  withinSeconds: 3_600,
  delay: { after: 20, longestSeconds: 60 },
};

/** Codes of one account: a million of them, one in 300,000 is right at any moment. */
export const codesOfAccount: RateLimit = { name: 'codes_of_account', attempts: 10, withinSeconds: fiveMinutes };

/** Codes in one session; after these the password is asked for again. */
export const codesOfSession: RateLimit = { name: 'codes_of_session', attempts: 5, withinSeconds: 3_600 };
