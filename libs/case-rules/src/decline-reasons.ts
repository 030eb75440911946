/** Why a referral may be declined, at triage or by a panel; each points into the toolkit of resources for schools. */
export const DECLINE_REASONS = [
  'threshold_not_met',
  'graduated_response_not_shown',
  'not_highest_priority',
  'school_resources_sufficient',
  'outside_remit',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

const LABELS: Readonly<Record<DeclineReason, string>> = {
  threshold_not_met: 'Threshold not met',
  graduated_response_not_shown: 'Graduated response not shown',
  not_highest_priority: 'Not the highest priority now',
  school_resources_sufficient: 'The school’s own resources are sufficient',
  outside_remit: 'Outside the remit of the panel',
};

/** The reason as people see it. */
export function declineReasonLabel(reason: DeclineReason): string {
  return LABELS[reason];
}

/** Whether a text is a decline reason. */
export function isDeclineReason(text: string): text is DeclineReason {
  return DECLINE_REASONS.some((reason) => reason === text);
}
