import { type ListQueueParams, type QueueFilter, QueueDue, QueueSort, QueueUrgent } from '@panel/api-client';
import { isQueueTab } from '@panel/case-rules';
import { isSenTypeCode, senTypeLabel } from '@panel/reference';
import type { FilterTag, Option } from '@panel/ui';

/** What the address says about the queue, beside the tab: texts from outside, '' where nothing is said. */
export interface QueueConditions {
  readonly schoolId: string;
  readonly primaryNeed: string;
  readonly assignee: string;
  readonly due: string;
  readonly urgent: string;
  readonly search: string;
}

export const NO_CONDITIONS: QueueConditions = {
  schoolId: '',
  primaryNeed: '',
  assignee: '',
  due: '',
  urgent: '',
  search: '',
};

export const dueOptions: readonly Option[] = [
  { value: '', text: 'Any date' },
  { value: 'overdue', text: 'Late' },
  { value: 'today', text: 'Up to today' },
  { value: 'five_days', text: 'In the next 5 working days, or earlier' },
];

export const urgentOptions: readonly Option[] = [
  { value: '', text: 'Urgent or not' },
  { value: 'yes', text: 'Urgent' },
  { value: 'no', text: 'Not urgent' },
];

const isOneOf = <T extends string>(values: Readonly<Record<string, T>>, text: string): text is T =>
  Object.values(values).some((value) => value === text);

/** The filter of a tab as the API and a saved view take it; what neither knows is left out, so an old link still works. */
export function queueFilter(
  tab: string | undefined,
  { schoolId, primaryNeed, assignee, due, urgent }: QueueConditions,
  sort: string | undefined,
): QueueFilter {
  return {
    ...(tab !== undefined && isQueueTab(tab) && { tab }),
    ...(schoolId && { schoolId }),
    ...(isSenTypeCode(primaryNeed) && { primaryNeed }),
    ...(assignee && { assignee }),
    ...(isOneOf(QueueDue, due) && { due }),
    ...(isOneOf(QueueUrgent, urgent) && { urgent }),
    ...(sort !== undefined && isOneOf(QueueSort, sort) && { sort }),
  };
}

export function queueParams(filter: QueueFilter, search: string, after: string | undefined): ListQueueParams {
  return { ...filter, ...(search.trim() && { search: search.trim() }), ...(after && { after }) };
}

/** The conditions that hold now, as removable tags. */
export function conditionTags(
  { schoolId, primaryNeed, assignee, due, urgent, search }: QueueConditions,
  names: { readonly school: string | undefined; readonly assignee: string | undefined },
): readonly FilterTag[] {
  const text = (options: readonly Option[], value: string): string | undefined =>
    value === '' ? undefined : options.find((option) => option.value === value)?.text;
  const dueName = text(dueOptions, due);
  const urgentName = text(urgentOptions, urgent);
  return [
    ...(schoolId ? [{ key: 'schoolId', text: `School: ${names.school ?? 'the one chosen'}` }] : []),
    ...(isSenTypeCode(primaryNeed) ? [{ key: 'primaryNeed', text: `Primary need: ${senTypeLabel(primaryNeed)}` }] : []),
    ...(assignee ? [{ key: 'assignee', text: `Assigned to: ${names.assignee ?? 'the one chosen'}` }] : []),
    ...(dueName ? [{ key: 'due', text: `Due: ${dueName.toLowerCase()}` }] : []),
    ...(urgentName ? [{ key: 'urgent', text: urgentName }] : []),
    ...(search.trim() ? [{ key: 'search', text: `Search: ${search.trim()}` }] : []),
  ];
}
