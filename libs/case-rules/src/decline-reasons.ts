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

const NEXT_STEPS: Readonly<Record<DeclineReason, string>> = {
  threshold_not_met:
    'Go on with SEN support as planned and use the resources named here. Refer again if two cycles of support change little, or sooner if things get worse.',
  graduated_response_not_shown:
    'Plan two assess-plan-do-review cycles of at least six weeks each. Write down what was done, how often and what changed, then refer again.',
  not_highest_priority:
    'Keep the support that is in place. The referral can be made again for any later panel; say then what has changed.',
  school_resources_sufficient:
    'Use the resources named here out of the school’s own provision. Ask the specialist teachers for advice, and refer again if that is not enough.',
  outside_remit:
    'The services named here answer such requests themselves. Contact them directly; no referral to this panel is needed.',
};

/** What a school can do next after a decline for this reason: words to begin with, which the coordinator edits. */
export function declineReasonNextSteps(reason: DeclineReason): string {
  return NEXT_STEPS[reason];
}

/** The reason as people see it. */
export function declineReasonLabel(reason: DeclineReason): string {
  return LABELS[reason];
}

/** Whether a text is a decline reason. */
export function isDeclineReason(text: string): text is DeclineReason {
  return DECLINE_REASONS.some((reason) => reason === text);
}
