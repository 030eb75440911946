import { type ReferralStatus } from '../referral-statuses.js';

/** Where a case stands in the coordinator's queue. A case that has gone to its panel, or is over, is not in it. */
export const QUEUE_STAGES = ['new', 'resubmitted', 'returned', 'waiting'] as const;
export type QueueStage = (typeof QUEUE_STAGES)[number];

/** The views of the queue: all of it, one stage, or what needs somebody first whatever its stage. */
export const QUEUE_TABS = ['all', ...QUEUE_STAGES, 'overdue', 'urgent'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

const LABELS: Readonly<Record<QueueTab, string>> = {
  all: 'All',
  new: 'New',
  resubmitted: 'Sent again',
  returned: 'Returned to school',
  waiting: 'Waiting',
  overdue: 'Overdue',
  urgent: 'Urgent',
};

/** The stage of a case; null when it is not in the queue. */
export function queueStageOf(status: ReferralStatus, timesReturned: number): QueueStage | null {
  switch (status) {
    case 'submitted':
      return timesReturned === 0 ? 'new' : 'resubmitted';
    case 'returned':
      return 'returned';
    case 'accepted':
    case 'assessed':
    case 'ready_for_panel':
      return 'waiting';
    default:
      return null;
  }
}

/** The view as people see it. */
export function queueTabLabel(tab: QueueTab): string {
  return LABELS[tab];
}

/** Whether a text names a view of the queue. */
export function isQueueTab(text: string): text is QueueTab {
  return QUEUE_TABS.some((tab) => tab === text);
}

/** What a case in the queue waits for, in the words of its row. */
export function queueNextStep(status: ReferralStatus): string {
  switch (status) {
    case 'submitted':
      return 'Triage';
    case 'returned':
      return 'Answer of the school';
    case 'accepted':
      return 'Assessment of risk';
    case 'assessed':
      return 'Ready for panel?';
    case 'ready_for_panel':
      return 'A panel';
    default:
      return '';
  }
}
