import { type Refusal } from './moves.js';

/** What a panel can decide, then what is decided at a review. */
export const DECISION_OUTCOMES = [
  'agree_as_requested',
  'agree_something_different',
  'agree_in_part',
  'agree_with_conditions',
  'reserve_list',
  'defer',
  'return_incomplete',
  'advice_only',
  'signpost',
  'step_up',
  'step_down',
  'escalate',
  'decline',
  'urgent_chairs_action',
  'withdrawn',
  'reconsidered',
  'continue',
  'extend',
  'vary',
  'end',
] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** Stands on every decision letter: the panel is never a gate to the statutory route. */
export const STATUTORY_ROUTE_NOTICE =
  'A parent, a young person or the school may ask the council for an education, health and care needs assessment at any time, whatever the panel decided.';

const LABELS: Readonly<Record<DecisionOutcome, string>> = {
  agree_as_requested: 'Agree as requested',
  agree_something_different: 'Agree something different',
  agree_in_part: 'Agree in part',
  agree_with_conditions: 'Agree for a time with conditions',
  reserve_list: 'Reserve list',
  defer: 'Defer for named information',
  return_incomplete: 'Return as incomplete',
  advice_only: 'Advice only',
  signpost: 'Signpost to another service',
  step_up: 'Step up: an EHC needs assessment or safeguarding is advised',
  step_down: 'Step down',
  escalate: 'Escalate to an officer',
  decline: 'Decline',
  urgent_chairs_action: 'Urgent chair’s action',
  withdrawn: 'Withdrawn',
  reconsidered: 'To be reconsidered',
  continue: 'Continue',
  extend: 'Extend',
  vary: 'Vary',
  end: 'End',
};

const ALLOCATING: readonly DecisionOutcome[] = [
  'agree_as_requested',
  'agree_something_different',
  'agree_in_part',
  'agree_with_conditions',
  'urgent_chairs_action',
  'extend',
];

/** The outcomes that are only decided at a review of a running intervention. */
export const REVIEW_DECISION_OUTCOMES: readonly DecisionOutcome[] = ['continue', 'extend', 'vary', 'end'];

/** The outcomes that a panel chooses from when a case is first on its agenda, in the order in which they are offered. */
export const PANEL_DECISION_OUTCOMES: readonly DecisionOutcome[] = DECISION_OUTCOMES.filter(
  (outcome) => !REVIEW_DECISION_OUTCOMES.includes(outcome) && outcome !== 'reconsidered',
);

/** The outcome as people see it. */
export function decisionOutcomeLabel(outcome: DecisionOutcome): string {
  return LABELS[outcome];
}

/** Whether a text is a decision outcome. */
export function isDecisionOutcome(text: string): text is DecisionOutcome {
  return DECISION_OUTCOMES.some((outcome) => outcome === text);
}

/** Whether the decision takes units of a contract for the child. */
export function decisionAllocates(outcome: DecisionOutcome): boolean {
  return ALLOCATING.includes(outcome);
}

/** Whether the decision must carry a coded decline reason beside its words. */
export function decisionNeedsDeclineReason(outcome: DecisionOutcome): boolean {
  return outcome === 'decline';
}

/** What is recorded with a decision; null where nothing was given. Units are whole units of the contract's capacity. */
export interface DecisionFacts {
  readonly outcome: DecisionOutcome;
  readonly reason: string;
  readonly declineReason: string | null;
  readonly contractId: string | null;
  readonly units: number | null;
}

/** What is wrong with a decision, each with the pointer of its field; empty when it can be recorded. */
export function findDecisionProblems(decision: DecisionFacts): readonly (Refusal & { readonly pointer: string })[] {
  const problems: (Refusal & { pointer: string })[] = [];
  if (decision.reason.trim() === '') {
    problems.push({
      pointer: '/reason',
      code: 'decision_reason_missing',
      message: 'Enter the reason for the decision',
    });
  }
  const hasDeclineReason = decision.declineReason !== null && decision.declineReason !== '';
  if (decisionNeedsDeclineReason(decision.outcome) && !hasDeclineReason) {
    problems.push({
      pointer: '/declineReason',
      code: 'decline_reason_missing',
      message: 'Select why the referral is declined',
    });
  }
  if (!decisionAllocates(decision.outcome)) {
    if (decision.contractId !== null || decision.units !== null) {
      problems.push({
        pointer: '/contractId',
        code: 'decision_allocates_nothing',
        message: 'Remove the contract: this decision does not allocate support',
      });
    }
    return problems;
  }
  if (decision.contractId === null || decision.contractId === '') {
    problems.push({
      pointer: '/contractId',
      code: 'contract_missing',
      message: 'Select the contract to allocate from',
    });
  }
  if (decision.units === null) {
    problems.push({ pointer: '/units', code: 'units_missing', message: 'Enter how many units to allocate' });
  } else if (!Number.isSafeInteger(decision.units) || decision.units < 1) {
    problems.push({
      pointer: '/units',
      code: 'units_not_positive',
      message: 'Units to allocate must be a whole number of 1 or more',
    });
  }
  return problems;
}
