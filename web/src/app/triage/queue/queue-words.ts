import type { QueueItem } from '@panel/api-client';
import { dayText } from '@panel/ui';

/** "3 working days late". */
export function lateText(workingDays: number): string {
  return `${workingDays} working ${workingDays === 1 ? 'day' : 'days'} late`;
}

export function dueText({ dueOn }: QueueItem): string {
  return dueOn === null ? 'No date' : dayText(dueOn);
}

/** What is missing, first what must be there. */
export function completenessText({ requiredMissing, optionalMissing }: QueueItem): string {
  if (requiredMissing > 0) return `${requiredMissing} missing`;
  return optionalMissing > 0 ? `Complete, ${optionalMissing} optional missing` : 'Complete';
}

/** "1 case", "25 cases". */
export function casesText(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'case' : 'cases'}`;
}

/** "25 of 90 cases", for everybody to see and hear. */
export function queueCountText(shown: number, count: number, isAtLeast: boolean): string {
  if (count === 0) return 'No cases found';
  if (shown === count) return casesText(count);
  return `Showing ${shown} of ${isAtLeast ? 'more than ' : ''}${casesText(count)}`;
}

/** "3 answers changed": of what a question is about. */
export function changedAnswersText(changes: number): string {
  if (changes === 0) return 'Answer not changed';
  return changes === 1 ? '1 answer changed' : `${changes} answers changed`;
}

/** "See the 3 answers that changed since return 1". */
export function changesSinceReturnText(changes: number, round: number): string {
  if (changes === 0) return `No answer changed since return ${round}: compare the two versions`;
  return changes === 1
    ? `See the answer that changed since return ${round}`
    : `See the ${changes} answers that changed since return ${round}`;
}

/** "3 answers changed since the return", the link of a row. */
export function rowChangesText(changes: number): string {
  if (changes === 0) return 'No answer changed since the return';
  return `${changedAnswersText(changes)} since the return`;
}
