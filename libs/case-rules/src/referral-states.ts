import { isDeclineReason } from './decline-reasons.js';
import { type DecisionOutcome, decisionOutcomeLabel } from './decisions.js';
import {
  availableVerbs,
  decideMove,
  findTransition,
  mayEver,
  type Move,
  needs,
  needsText,
  type Refusal,
  type StatusDisplay,
  type Transition,
} from './moves.js';
import { decidableOutcomes, referralStatusAfterDecision } from './referral-decisions.js';
import { type ReferralStatus } from './referral-statuses.js';
import { type Role } from './roles.js';

/** What can be done with a referral. */
export const REFERRAL_VERBS = [
  'submit',
  'accept',
  'return',
  'decline',
  'withdraw',
  'assess',
  'ready_for_panel',
  'decide',
  'start_delivery',
  'start_review',
  'close',
  'amend',
  'reopen',
] as const;
export type ReferralVerb = (typeof REFERRAL_VERBS)[number];

/** The one table of moves; what must hold besides the status stands in `CHECKS`. */
export const REFERRAL_TRANSITIONS: readonly Transition<ReferralStatus, ReferralVerb, Role>[] = [
  // A coordinator submits only what a coordinator wrote for a school: see where the referral is read.
  { verb: 'submit', from: ['draft', 'returned'], to: 'submitted', roles: ['senco', 'coordinator'] },
  { verb: 'accept', from: ['submitted'], to: 'accepted', roles: ['coordinator'] },
  { verb: 'return', from: ['submitted', 'accepted'], to: 'returned', roles: ['coordinator'] },
  { verb: 'decline', from: ['submitted'], to: 'declined', roles: ['coordinator'] },
  { verb: 'assess', from: ['accepted'], to: 'assessed', roles: ['coordinator'] },
  {
    // A later assessment is a new version beside the first; it does not send the case back.
    verb: 'assess',
    from: ['assessed', 'ready_for_panel', 'decided', 'in_delivery', 'in_review'],
    to: 'unchanged',
    roles: ['coordinator'],
  },
  { verb: 'ready_for_panel', from: ['assessed'], to: 'ready_for_panel', roles: ['coordinator'] },
  {
    // Where a decision leads depends on its outcome: see referralStatusAfterDecision.
    verb: 'decide',
    from: ['assessed', 'ready_for_panel', 'decided', 'in_review'],
    to: 'decided',
    roles: ['coordinator'],
  },
  { verb: 'start_delivery', from: ['decided'], to: 'in_delivery', roles: ['provider', 'coordinator'] },
  { verb: 'start_review', from: ['in_delivery'], to: 'in_review', roles: ['coordinator'] },
  { verb: 'close', from: ['decided', 'in_review'], to: 'closed', roles: ['coordinator'] },
  {
    verb: 'withdraw',
    from: [
      'draft',
      'submitted',
      'returned',
      'accepted',
      'assessed',
      'ready_for_panel',
      'decided',
      'in_delivery',
      'in_review',
    ],
    to: 'withdrawn',
    roles: ['senco', 'coordinator'],
  },
  // Until it is decided: what a panel has seen and decided on is kept as it was.
  {
    verb: 'amend',
    from: ['submitted', 'accepted', 'assessed', 'ready_for_panel'],
    to: 'unchanged',
    roles: ['senco', 'coordinator'],
  },
  // What was never submitted goes back to a draft instead: see `moveReferral`.
  { verb: 'reopen', from: ['withdrawn'], to: 'returned', roles: ['senco', 'coordinator'] },
  { verb: 'reopen', from: ['declined'], to: 'submitted', roles: ['coordinator'] },
];

/** So many days after it was withdrawn or declined a referral can be reopened; later the facts are too old: begin a new one. */
export const REOPEN_WITHIN_DAYS = 183;

/** What must be known to judge each verb. */
export interface ReferralVerbFacts {
  /**
   * `gaps` come from `findReferralGaps`; a child has at most one open referral in an authority. `isSignedOff`: the head
   * teacher has signed exactly these answers.
   */
  readonly submit: {
    readonly gaps: readonly Refusal[];
    readonly hasOtherOpenReferral: boolean;
    readonly isSignedOff: boolean;
  };
  readonly accept: Record<never, never>;
  readonly return: { readonly reason: string };
  readonly decline: { readonly reasonCode: string; readonly explanation: string };
  readonly withdraw: { readonly reason: string };
  /** `problemCount`: what `checkAssessment` of libs/risk found wrong with the assessment being recorded. */
  readonly assess: { readonly problemCount: number };
  readonly ready_for_panel: { readonly hasAssessment: boolean };
  readonly decide: { readonly outcome: DecisionOutcome; readonly reason: string; readonly isUrgent: boolean };
  readonly start_delivery: { readonly hasAcceptedAllocation: boolean };
  readonly start_review: Record<never, never>;
  /** `openAllocations`: allocations that are neither finished nor refused; `hasReview`: a review with an outcome category. */
  readonly close: { readonly openAllocations: number; readonly hasReview: boolean };
  /** `gaps` of the amended answers; `differences` between them and the version before. */
  readonly amend: { readonly reason: string; readonly gaps: readonly Refusal[]; readonly differences: number };
  /** `daysSinceEnd`: whole days since it was withdrawn or declined. */
  readonly reopen: {
    readonly reason: string;
    readonly daysSinceEnd: number;
    readonly hasOtherOpenReferral: boolean;
    readonly wasSubmitted: boolean;
  };
}

type Checks = {
  readonly [V in ReferralVerb]: (facts: ReferralVerbFacts[V], status: ReferralStatus) => readonly Refusal[];
};

const CHECKS: Checks = {
  submit: ({ gaps, hasOtherOpenReferral, isSignedOff }) => [
    ...needs(
      !hasOtherOpenReferral,
      'other_referral_open',
      'This child already has an open referral. Add to that one, or ask the coordinator',
    ),
    ...gaps.map(({ code, message }) => ({ code, message })),
    ...needs(isSignedOff, 'sign_off_missing', 'Get the head teacher’s sign-off on these answers'),
  ],
  accept: () => [],
  return: ({ reason }) => needsText(reason, 'return_reason_missing', 'Enter what the school needs to add or change'),
  decline: ({ reasonCode, explanation }) => [
    ...needs(isDeclineReason(reasonCode), 'decline_reason_missing', 'Select why the referral is declined'),
    ...needsText(explanation, 'decline_explanation_missing', 'Explain the decision and what the school can do next'),
  ],
  withdraw: ({ reason }) => needsText(reason, 'withdraw_reason_missing', 'Enter why the referral is withdrawn'),
  assess: ({ problemCount }) => needs(problemCount === 0, 'assessment_has_problems', 'Put the assessment right first'),
  ready_for_panel: ({ hasAssessment }) =>
    needs(hasAssessment, 'assessment_missing', 'Assess the risk before the case goes to a panel'),
  decide: ({ outcome, reason, isUrgent }, status) => [
    ...needs(
      decidableOutcomes(status, isUrgent).includes(outcome),
      'outcome_not_possible_now',
      `“${decisionOutcomeLabel(outcome)}” cannot be decided at this stage of the referral`,
    ),
    ...needsText(reason, 'decision_reason_missing', 'Enter the reason for the decision'),
  ],
  start_delivery: ({ hasAcceptedAllocation }) =>
    needs(
      hasAcceptedAllocation,
      'no_accepted_allocation',
      'A provider must accept the allocation before support starts',
    ),
  start_review: () => [],
  close: ({ openAllocations, hasReview }, status) => [
    ...needs(
      openAllocations === 0,
      'allocation_still_open',
      'Complete or end every allocation before closing the case',
    ),
    ...needs(
      status !== 'in_review' || hasReview,
      'review_missing',
      'Record a review with its outcome before closing the case',
    ),
  ],
  amend: ({ reason, gaps, differences }) => [
    ...needsText(reason, 'amend_reason_missing', 'Enter why the referral is amended'),
    ...needs(differences > 0, 'amendment_changes_nothing', 'Change an answer before you send the amendment'),
    ...gaps.map(({ code, message }) => ({ code, message })),
  ],
  reopen: ({ reason, daysSinceEnd, hasOtherOpenReferral }) => [
    ...needsText(reason, 'reopen_reason_missing', 'Enter why the referral is reopened'),
    ...needs(
      daysSinceEnd <= REOPEN_WITHIN_DAYS,
      'reopen_too_late',
      `It ended more than ${REOPEN_WITHIN_DAYS} days ago. Begin a new referral, which takes over what is known`,
    ),
    ...needs(
      !hasOtherOpenReferral,
      'other_referral_open',
      'This child already has an open referral. Add to that one, or ask the coordinator',
    ),
  ],
};

const DISPLAY: Readonly<Record<ReferralStatus, StatusDisplay>> = {
  draft: { label: 'Draft', colour: 'grey' },
  submitted: { label: 'Submitted', colour: 'blue' },
  returned: { label: 'Returned to school', colour: 'orange' },
  accepted: { label: 'Accepted', colour: 'light-blue' },
  assessed: { label: 'Assessed', colour: 'light-blue' },
  ready_for_panel: { label: 'Ready for panel', colour: 'purple' },
  decided: { label: 'Decided', colour: 'turquoise' },
  in_delivery: { label: 'In delivery', colour: 'green' },
  in_review: { label: 'In review', colour: 'yellow' },
  closed: { label: 'Closed', colour: 'grey' },
  withdrawn: { label: 'Withdrawn', colour: 'grey' },
  declined: { label: 'Declined', colour: 'red' },
};

/**
 * Whether a verb can be done to a referral now, and the status afterwards. Roles are not looked at: ask
 * `mayDoReferralVerb` or `availableReferralVerbs`.
 */
export function moveReferral<V extends ReferralVerb>(
  status: ReferralStatus,
  verb: V,
  facts: ReferralVerbFacts[V],
): Move<ReferralStatus> {
  const row = findTransition(REFERRAL_TRANSITIONS, status, verb);
  const check: Checks[V] = CHECKS[verb];
  const move = decideMove(row, status, refusedByStatus(status), row === undefined ? [] : check(facts, status));
  if (!move.allowed) return move;
  if ('outcome' in facts) return { allowed: true, status: referralStatusAfterDecision(facts.outcome) };
  // The school goes on where it was: it had not sent anything.
  if ('wasSubmitted' in facts && status === 'withdrawn' && !facts.wasSubmitted) {
    return { allowed: true, status: 'draft' };
  }
  return move;
}

/** The verbs that these roles may do to a referral in a status; what else must hold is found by `moveReferral`. */
export function availableReferralVerbs(status: ReferralStatus, roles: readonly Role[]): readonly ReferralVerb[] {
  return availableVerbs(REFERRAL_TRANSITIONS, status, roles);
}

/** Whether these roles may ever do a verb, in whatever status. */
export function mayDoReferralVerb(verb: ReferralVerb, roles: readonly Role[]): boolean {
  return mayEver(REFERRAL_TRANSITIONS, verb, roles);
}

/** Label and tag colour of a status. */
export function referralStatusDisplay(status: ReferralStatus): StatusDisplay {
  return DISPLAY[status];
}

function refusedByStatus(status: ReferralStatus): Refusal {
  const label = DISPLAY[status].label.toLowerCase();
  return { code: 'referral_status_forbids', message: `This cannot be done while the referral is ${label}` };
}
