import { createHash } from 'node:crypto';

import { answersFingerprint, type ReferralAnswers, type SignOffState, signOffState } from '@panel/case-rules';

import type { SignOffSummary } from './sign-off.dto.js';
import type { SignOffRow } from './sign-offs.repository.js';

/** The same exactly while no answer differs. */
export function hashOfAnswers(answers: ReferralAnswers): Buffer {
  return createHash('sha256').update(answersFingerprint(answers)).digest();
}

/** What the newest sign-off comes to for answers as they stand now. */
export function stateOfSignOff(newest: SignOffRow | null, answers: ReferralAnswers, now: Date): SignOffState {
  return signOffState(
    newest && {
      status: newest.status,
      isOfTheseAnswers: newest.answersHash.equals(hashOfAnswers(answers)),
      isExpired: newest.expiresAt !== null && newest.expiresAt <= now,
    },
  );
}

export function toSignOffSummary(newest: SignOffRow | null, state: SignOffState): SignOffSummary {
  if (!newest || state === 'none' || state === 'revoked') {
    return { state, name: null, role: null, at: null, comment: null };
  }
  const { signedName, signedRole, headName, decidedAt, askedAt, comment } = newest;
  return { state, name: signedName ?? headName, role: signedRole, at: (decidedAt ?? askedAt).toISOString(), comment };
}
