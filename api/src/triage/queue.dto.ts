import {
  QUEUE_STAGES,
  QUEUE_TABS,
  type QueueStage,
  type QueueTab,
  REFERRAL_STATUSES,
  type ReferralStatus,
} from '@panel/case-rules';

import { DateOnly, ListOf, Nested, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';

export const QUEUE_SORTS = ['due', 'oldest', 'newest'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];
export const QUEUE_DUES = ['overdue', 'today', 'five_days'] as const;
export type QueueDue = (typeof QUEUE_DUES)[number];

/** What can be kept in a saved view: codes and ids, no words that somebody searched for. */
export class QueueFilter {
  @OneOf(QUEUE_TABS, { optional: true, name: 'QueueTab' })
  tab?: QueueTab;

  @Uuid({ optional: true })
  schoolId?: string;

  @Text({ max: 10, optional: true })
  primaryNeed?: string;

  @Text({ max: 36, optional: true, description: '`me`, `nobody`, or the id of a coordinator.' })
  assignee?: string;

  @OneOf(QUEUE_DUES, {
    optional: true,
    name: 'QueueDue',
    description: 'Late; due up to today; up to five working days on.',
  })
  due?: QueueDue;

  @OneOf(['yes', 'no'], { optional: true, name: 'QueueUrgent' })
  urgent?: 'yes' | 'no';

  @OneOf(QUEUE_SORTS, {
    optional: true,
    name: 'QueueSort',
    description: 'By the due date, or by the day of submission.',
  })
  sort?: QueueSort;
}

export class QueueParameters extends QueueFilter {
  @Text({ max: 100, optional: true, description: 'A reference or a part of one. Names must not stand in an address.' })
  search?: string;

  @Text({ max: 80, optional: true, description: 'The `nextAfter` of the page before.' })
  after?: string;
}

export class SearchQueue extends QueueFilter {
  @Text({ max: 100, min: 1, description: 'A reference or a name, or a part of one.' })
  search: string;

  @Text({ max: 80, optional: true })
  after?: string;
}

export class CoordinatorName {
  @Uuid()
  userId: string;

  @Text({ max: 200 })
  name: string;
}

export class Coordinators {
  @ListOf(() => CoordinatorName)
  items: CoordinatorName[];
}

/** What the school has changed since the last return, as the two versions that show it. */
export class QueueItemChanges {
  @WholeNumber({ description: 'Number of the version that was returned.' })
  before: number;

  @WholeNumber({ description: 'Number of the newest version.' })
  after: number;

  @WholeNumber({ description: 'How many answers differ.' })
  changes: number;
}

export class QueueItem {
  @Uuid()
  id: string;

  @Text({ max: 20 })
  reference: string;

  @WholeNumber()
  version: number;

  @Text({ max: 500 })
  pupilName: string;

  @Text({ max: 10, nullable: true })
  ncYear: string | null;

  @Text({ max: 200 })
  schoolName: string;

  @OneOf(REFERRAL_STATUSES, { name: 'ReferralStatus' })
  status: ReferralStatus;

  @OneOf(QUEUE_STAGES, { name: 'QueueStage' })
  stage: QueueStage;

  @Text({ max: 10, nullable: true })
  primaryNeed: string | null;

  @YesNo()
  isUrgent: boolean;

  @DateOnly({ nullable: true })
  submittedOn: string | null;

  @Text({ max: 100, description: 'What it waits for.' })
  nextStep: string;

  @DateOnly({ nullable: true })
  dueOn: string | null;

  @WholeNumber({ description: '0: not late.' })
  workingDaysLate: number;

  @Nested(() => CoordinatorName, { nullable: true })
  assignee: CoordinatorName | null;

  @WholeNumber({ description: 'Answers without which it could not be submitted today.' })
  requiredMissing: number;

  @WholeNumber({ description: 'Answers that would help and are not there.' })
  optionalMissing: number;

  @Nested(() => QueueItemChanges, { nullable: true, description: 'Of a case that was sent again after a return.' })
  sinceReturn: QueueItemChanges | null;

  @YesNo({ description: 'True: another record may be of the same child.' })
  mayBeDuplicate: boolean;
}

export class QueueCount {
  @OneOf(QUEUE_TABS, { name: 'QueueTab' })
  tab: QueueTab;

  @WholeNumber({
    description: 'How many the list of this tab holds with the same filters; counting stops at `isAtLeast`.',
  })
  count: number;

  @YesNo({ description: 'True when there are more than were counted.' })
  isAtLeast: boolean;
}

export class QueuePage {
  @ListOf(() => QueueItem)
  items: QueueItem[];

  @ListOf(() => QueueCount, { description: 'One for each tab, with the same filters.' })
  counts: QueueCount[];

  @Text({ max: 80, nullable: true, description: 'Send as `after` for the next page; null on the last.' })
  nextAfter: string | null;
}

export class QueueSelection {
  @Uuid()
  referralId: string;

  @WholeNumber({ min: 1, description: 'The version that the person has seen.' })
  version: number;
}

export class AssignCases {
  @ListOf(() => QueueSelection, { max: 100 })
  items: QueueSelection[];

  @Uuid({ nullable: true, description: 'The coordinator whose cases they become; null: everybody’s again.' })
  assigneeId: string | null;
}

export class AcceptCases {
  @ListOf(() => QueueSelection, { max: 100 })
  items: QueueSelection[];
}

export class MarkCasesUrgent {
  @ListOf(() => QueueSelection, { max: 100 })
  items: QueueSelection[];

  @YesNo()
  isUrgent: boolean;
}

export class QueueActionResult {
  @Uuid()
  referralId: string;

  @Text({ max: 20, nullable: true, description: 'Null for a case that is not there, or not yours to see.' })
  reference: string | null;

  @YesNo()
  isDone: boolean;

  @Text({ max: 60, nullable: true, description: 'Why not, as a stable code.' })
  code: string | null;

  @Text({ max: 500, nullable: true, description: 'Why not, in words.' })
  why: string | null;
}

export class QueueActionResults {
  @ListOf(() => QueueActionResult, { description: 'In the order in which they were sent.' })
  items: QueueActionResult[];
}
