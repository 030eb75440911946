/** The stages of a referral in their usual order, then the two other ends. */
export const REFERRAL_STATUSES = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'assessed',
  'ready_for_panel',
  'decided',
  'in_delivery',
  'in_review',
  'closed',
  'withdrawn',
  'declined',
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

const ENDS: readonly ReferralStatus[] = ['closed', 'withdrawn', 'declined'];

/** Whether the referral still needs somebody to do something; a child has at most one open referral. */
export function isReferralOpen(status: ReferralStatus): boolean {
  return !ENDS.includes(status);
}

/** Whether the school may change the answers of a referral in this status. */
export function canEditReferral(status: ReferralStatus): boolean {
  return status === 'draft' || status === 'returned';
}

/** Whether a text is a status of a referral. */
export function isReferralStatus(text: string): text is ReferralStatus {
  return REFERRAL_STATUSES.some((status) => status === text);
}
