import { type DecisionOutcome, PANEL_DECISION_OUTCOMES, REVIEW_DECISION_OUTCOMES } from './decisions.js';
import { type ReferralStatus } from './referral-statuses.js';

/**
 * The outcomes that can be decided for a referral in a status. Before a panel only the chair can act, on an urgent case
 * that has been assessed; a decision can be set aside to be reconsidered; a review has its own outcomes.
 */
export function decidableOutcomes(status: ReferralStatus, isUrgent: boolean): readonly DecisionOutcome[] {
  if (status === 'assessed') return isUrgent ? ['urgent_chairs_action'] : [];
  if (status === 'ready_for_panel') {
    return isUrgent
      ? PANEL_DECISION_OUTCOMES
      : PANEL_DECISION_OUTCOMES.filter((outcome) => outcome !== 'urgent_chairs_action');
  }
  if (status === 'decided') return ['reconsidered'];
  return status === 'in_review' ? REVIEW_DECISION_OUTCOMES : [];
}

/**
 * Where a decision leads. Deferred cases go back to be assessed again on the information asked for; ended support stays in
 * review until its outcome is recorded and the case is closed; a declined or withdrawn case ends.
 */
export function referralStatusAfterDecision(outcome: DecisionOutcome): ReferralStatus {
  switch (outcome) {
    case 'defer':
      return 'accepted';
    case 'return_incomplete':
      return 'returned';
    case 'decline':
      return 'declined';
    case 'withdrawn':
      return 'withdrawn';
    case 'reconsidered':
      return 'ready_for_panel';
    case 'continue':
    case 'extend':
    case 'vary':
      return 'in_delivery';
    case 'end':
      return 'in_review';
    default:
      return 'decided';
  }
}
