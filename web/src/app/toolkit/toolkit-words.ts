import type { ToolkitResourceSummary } from '@panel/api-client';
import { declineReasonLabel, isDeclineReason, isToolkitPhase, toolkitPhaseLabel } from '@panel/case-rules';
import { senTypeLabel } from '@panel/reference';
import { dayText } from '@panel/ui';

export function needsText(needs: readonly string[]): string {
  return needs.length === 0 ? 'All needs' : needs.map((need) => senTypeLabel(need)).join(', ');
}

export function phasesText(phases: readonly string[]): string {
  return phases.length === 0
    ? 'All phases'
    : phases.map((phase) => (isToolkitPhase(phase) ? toolkitPhaseLabel(phase) : phase)).join(', ');
}

export function declineReasonsText(reasons: readonly string[]): string {
  return reasons.map((reason) => (isDeclineReason(reason) ? declineReasonLabel(reason) : reason)).join(', ');
}

/** Why a resource is not in use today; '' when it is. */
export function notCurrentText({ isCurrent, isRetired, validFrom }: ToolkitResourceSummary, today: string): string {
  if (isCurrent) return '';
  if (isRetired) return 'Retired';
  return validFrom > today ? `From ${dayText(validFrom)}` : 'Past';
}
