import { EmergencyReason, type EmergencyAccess } from '@panel/api-client';
import { instantText } from '@panel/ui';

const reasons: Readonly<Record<EmergencyReason, string>> = {
  safeguarding: 'A child may be at risk of harm',
  access_request: 'To answer somebody who asks for their data',
  complaint: 'To answer a complaint',
  data_breach: 'To look into a loss or leak of data',
  legal_duty: 'A court or a law demands it',
  other: 'Another reason',
};

export const reasonOptions = Object.values(EmergencyReason).map((code) => ({
  value: String(code),
  text: reasons[code],
}));

export function isReason(code: string): code is EmergencyReason {
  return Object.values(EmergencyReason).some((known) => known === code);
}

export function reasonText(code: string): string {
  return isReason(code) ? reasons[code] : code;
}

export function outcomeText(outcome: string): string {
  return outcome === 'justified' ? 'Justified' : 'Not justified';
}

/** How it stands, in a few words. */
export function stateText({ isLiving, expiresAt, endedAt, endKind }: EmergencyAccess): string {
  if (isLiving) return `Open until ${instantText(expiresAt)}`;
  switch (endKind) {
    case 'by_hand':
      return `Ended by hand on ${instantText(endedAt ?? expiresAt)}`;
    case 'session_ended':
      return `Ended with the session on ${instantText(endedAt ?? expiresAt)}`;
    case 'expired':
      return `Ran out on ${instantText(endedAt ?? expiresAt)}`;
    default:
      return 'Over';
  }
}

export function reviewText({ review, isLiving }: EmergencyAccess): string {
  if (review) return outcomeText(review.outcome);
  return isLiving ? 'When it has ended' : 'Not yet reviewed';
}
