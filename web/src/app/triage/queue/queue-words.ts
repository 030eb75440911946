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
