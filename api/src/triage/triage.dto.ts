import {
  DUPLICATE_GROUNDS,
  type DuplicateGround,
  REFERRAL_SECTIONS,
  REFERRAL_STATUSES,
  type ReferralSection,
  type ReferralStatus,
} from '@panel/case-rules';

import { DateOnly, Instant, ListOf, Nested, OneOf, Text, Texts, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { ReferralGapAnswer } from '../referrals/referral-sections.dto.js';
import { ToolkitResourceSummary } from '../toolkit/toolkit.dto.js';
import { CoordinatorName } from './queue.dto.js';

export class ReturnQuestion {
  @OneOf(REFERRAL_SECTIONS, { name: 'ReferralSection' })
  section: ReferralSection;

  @Text({ max: 100, description: 'The field in its section; empty: the section as a whole.' })
  field: string;

  @Text({ max: 2000, min: 1, description: 'What the school must add, change or answer.' })
  question: string;
}

export class ReturnReferral {
  @Text({ max: 5000, description: 'What is said above the questions; may be empty.' })
  reason: string;

  @ListOf(() => ReturnQuestion, { max: 40, description: 'What the school must answer: it sees exactly these.' })
  items: ReturnQuestion[];
}

export class DeclineReferral {
  @Text({ max: 60, min: 1 })
  reasonCode: string;

  @Text({ max: 5000, min: 1 })
  explanation: string;

  @Text({ max: 5000, min: 1, description: 'What the school can do next.' })
  nextSteps: string;

  @Texts({ max: 36, entries: 10, description: 'Pages of the toolkit that the school is pointed to.' })
  resourceIds: string[];
}

export class ReturnItem {
  @Uuid()
  id: string;

  @WholeNumber({ description: 'The how manyth return it belongs to.' })
  round: number;

  @OneOf(REFERRAL_SECTIONS, { name: 'ReferralSection' })
  section: ReferralSection;

  @Text({ max: 100 })
  field: string;

  @Text({ max: 2000 })
  question: string;

  @Instant()
  askedAt: string;

  @Text({ max: 200 })
  askedByName: string;

  @YesNo()
  isAnswered: boolean;

  @Text({ max: 2000, description: 'What the school says to it, beside the answers of the referral.' })
  answer: string;

  @Instant({ nullable: true })
  answeredAt: string | null;

  @Text({ max: 200, nullable: true })
  answeredByName: string | null;

  @WholeNumber()
  version: number;
}

/** A question as the coordinator reads it, with what has become of the answers that it is about. */
export class TriagedReturnItem extends ReturnItem {
  @WholeNumber({
    nullable: true,
    description: 'How many of the answers it is about differ since this return; null: nothing was sent since.',
  })
  changedAnswers: number | null;
}

/** What the school has changed since a return, as the two versions that show it. */
export class ChangesSinceReturn {
  @WholeNumber({ description: 'The how manyth return.' })
  round: number;

  @WholeNumber({ description: 'Number of the version that was returned.' })
  before: number;

  @WholeNumber({ description: 'Number of the version that was sent since: the newest up to the next return.' })
  after: number;

  @WholeNumber({ description: 'How many answers differ.' })
  changes: number;
}

export class ReturnItems {
  @ListOf(() => ReturnItem, { description: 'The latest return first; in it the order of the form.' })
  items: ReturnItem[];

  @WholeNumber({ description: 'The latest return; 0: never returned.' })
  latestRound: number;

  @YesNo({ description: 'True: the person may say now that a question of the latest return is answered.' })
  canAnswer: boolean;
}

export class AnswerReturnItem {
  @YesNo()
  isAnswered: boolean;

  @Text({ max: 2000, description: 'May be empty: often the answer stands in the referral itself.' })
  answer: string;
}

export class OptionalGapAnswer {
  @OneOf(REFERRAL_SECTIONS, { name: 'ReferralSection' })
  section: ReferralSection;

  @Text({ max: 100 })
  field: string;

  @Text({ max: 200 })
  text: string;

  @Text({ max: 500 })
  why: string;
}

export class CaseOfChild {
  @Uuid()
  id: string;

  @Text({ max: 20 })
  reference: string;

  @OneOf(REFERRAL_STATUSES, { name: 'ReferralStatus' })
  status: ReferralStatus;

  @Text({ max: 200 })
  schoolName: string;

  @DateOnly({ nullable: true })
  submittedOn: string | null;
}

export class ComparedRecord {
  @Uuid()
  childId: string;

  @Text({ max: 20 })
  upn: string;

  @Text({ max: 200 })
  legalForename: string;

  @Text({ max: 200 })
  legalSurname: string;

  @Text({ max: 200 })
  preferredName: string;

  @DateOnly()
  bornOn: string;

  @Text({ max: 10 })
  sex: string;

  @ListOf(() => CaseOfChild)
  referrals: CaseOfChild[];
}

export class PossibleDuplicate extends ComparedRecord {
  @OneOf(DUPLICATE_GROUNDS, { name: 'DuplicateGround' })
  reason: DuplicateGround;
}

/** Everything that the coordinator looks at before the case goes on. */
export class CaseTriage {
  @Uuid()
  id: string;

  @Text({ max: 20 })
  reference: string;

  @WholeNumber()
  version: number;

  @OneOf(REFERRAL_STATUSES, { name: 'ReferralStatus' })
  status: ReferralStatus;

  @YesNo()
  isUrgent: boolean;

  @Text({ max: 100 })
  nextStep: string;

  @DateOnly({ nullable: true })
  dueOn: string | null;

  @WholeNumber()
  workingDaysLate: number;

  @Nested(() => CoordinatorName, { nullable: true })
  assignee: CoordinatorName | null;

  @ListOf(() => ReferralGapAnswer, { description: 'Answers without which it could not be submitted today.' })
  requiredGaps: ReferralGapAnswer[];

  @ListOf(() => OptionalGapAnswer)
  optionalGaps: OptionalGapAnswer[];

  @ListOf(() => TriagedReturnItem, { description: 'All questions that were ever asked, the latest return first.' })
  returnItems: TriagedReturnItem[];

  @ListOf(() => ChangesSinceReturn, {
    description: 'For each return after which the referral was sent again, the latest first.',
  })
  changesSinceReturns: ChangesSinceReturn[];

  @Nested(() => ComparedRecord, { nullable: true, description: 'The child of this case; null for a draft.' })
  child: ComparedRecord | null;

  @ListOf(() => PossibleDuplicate)
  duplicates: PossibleDuplicate[];

  @ListOf(() => CaseOfChild, { description: 'Other referrals of the same child, the latest first.' })
  otherCases: CaseOfChild[];
}

export class DeclineNotice {
  @Text({ max: 60 })
  reasonCode: string;

  @Text({ max: 200 })
  reasonLabel: string;

  @Text({ max: 5000 })
  explanation: string;

  @Text({ max: 5000 })
  nextSteps: string;

  @DateOnly()
  declinedOn: string;

  @Text({ max: 200, nullable: true })
  declinedByName: string | null;

  @ListOf(() => ToolkitResourceSummary)
  resources: ToolkitResourceSummary[];

  @Text({ max: 500, description: 'That the statutory route stays open, whatever was decided.' })
  statutoryRoute: string;

  @Text({ max: 1000, description: 'How to ask for the decision to be looked at again.' })
  reconsideration: string;
}

export class ReferralDecline {
  @Nested(() => DeclineNotice, { nullable: true, description: 'Null: the referral is not declined.' })
  notice: DeclineNotice | null;
}
