import { REFERRAL_STATUSES, type ReferralStatus } from '@panel/case-rules';

import {
  DateOnly,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  WholeNumber,
  YesNo,
} from '../common/fields.js';
import { ReferralGapAnswer, ReferralSections } from './referral-sections.dto.js';
import { ReferralReceipt } from './receipts/referral-receipt.dto.js';
import { SignOffSummary } from './sign-offs/sign-off.dto.js';

export class CreateReferral {
  @Uuid()
  schoolId: string;

  @Uuid({
    optional: true,
    description: 'An earlier referral of the same child by the school, to copy what still holds.',
  })
  copyFromId?: string;
}

export class WithdrawReferral {
  @Text({ max: 5000, min: 1 })
  reason: string;
}

export class ReferralSchool {
  @Uuid()
  id: string;

  @Text({ max: 200 })
  name: string;
}

export class NextStep {
  @Text({ max: 500 })
  text: string;

  @DateOnly({ nullable: true })
  dueOn: string | null;
}

/** An amendment that is being written. Until it is sent, the referral stays as it was. */
export class OpenAmendment {
  @Text({ max: 5000 })
  reason: string;

  @Text({ max: 200 })
  startedByName: string;

  @Instant()
  startedAt: string;

  @YesNo({ description: 'True: the reader’s own side writes it, and the sections below are the amended ones.' })
  isOwn: boolean;
}

export class Referral {
  @Uuid()
  id: string;

  @Text({ max: 20 })
  reference: string;

  @OneOf(REFERRAL_STATUSES, { name: 'ReferralStatus' })
  status: ReferralStatus;

  @WholeNumber()
  version: number;

  @Nested(() => ReferralSchool)
  school: ReferralSchool;

  @Uuid({
    nullable: true,
    description: 'The record of the child, once the referral was sent; told to those who work on the case.',
  })
  childId: string | null;

  @Text({ max: 500 })
  pupilName: string;

  @Text({ max: 10, nullable: true })
  ncYear: string | null;

  @Text({ max: 10, nullable: true })
  primaryNeed: string | null;

  @YesNo()
  isUrgent: boolean;

  @DateOnly()
  createdOn: string;

  @DateOnly({ nullable: true })
  submittedOn: string | null;

  @Nested(() => NextStep)
  nextStep: NextStep;

  @TextList({ description: 'What the person asking may do with it now.' })
  availableVerbs: string[];

  @YesNo({
    description: 'The reader may change the answers now: a draft, a returned referral or an amendment of theirs.',
  })
  isEditable: boolean;

  @Nested(() => ReferralReceipt, {
    nullable: true,
    description: 'How it came, when the council wrote it for the school.',
  })
  receipt: ReferralReceipt | null;

  @Nested(() => SignOffSummary)
  signOff: SignOffSummary;

  @Nested(() => OpenAmendment, { nullable: true, description: 'Told to the school and the coordinators alone.' })
  amendment: OpenAmendment | null;

  @YesNo({ description: 'True: the family has taken back its agreement that panel schools read the case.' })
  isPanelConsentWithdrawn: boolean;

  @YesNo({
    description: 'True: the family has taken back its agreement that providers of support read about the child.',
  })
  isProviderConsentWithdrawn: boolean;

  @Nested(() => ReferralSections)
  sections: ReferralSections;

  @TextList({
    description:
      'Answers that the person asking does not get to see, such as family/contacts/telephone. They are empty.',
  })
  hiddenAnswers: string[];

  @ListOf(() => ReferralGapAnswer)
  gaps: ReferralGapAnswer[];

  @Text({ max: 5000, nullable: true })
  returnReason: string | null;

  @Text({ max: 60, nullable: true })
  declineReason: string | null;

  @Text({ max: 5000, nullable: true })
  declineExplanation: string | null;

  @Text({ max: 5000, nullable: true })
  withdrawReason: string | null;

  @Text({ max: 5000, nullable: true, description: 'Why it goes on after it was withdrawn or declined.' })
  reopenReason: string | null;
}

export class ReferralListItem {
  @Uuid()
  id: string;

  @Text({ max: 20 })
  reference: string;

  @Text({ max: 500 })
  pupilName: string;

  @Text({ max: 10, nullable: true })
  ncYear: string | null;

  @Text({ max: 200 })
  schoolName: string;

  @OneOf(REFERRAL_STATUSES, { name: 'ReferralStatus' })
  status: string;

  @Text({ max: 10, nullable: true })
  primaryNeed: string | null;

  @OneOf(['low', 'medium', 'high'], { nullable: true, name: 'RiskLevel' })
  riskLevel: string | null;

  @YesNo()
  isUrgent: boolean;

  @DateOnly({ nullable: true })
  submittedOn: string | null;
}

export class ReferralPage {
  @ListOf(() => ReferralListItem)
  items: ReferralListItem[];

  @WholeNumber({ description: 'How many match; counting stops at `totalIsAtLeast`.' })
  total: number;

  @YesNo({ description: 'True when more match than were counted.' })
  totalIsAtLeast: boolean;

  @Text({ max: 80, nullable: true, description: 'Send as `after` for the next page; null on the last.' })
  nextAfter: string | null;
}

class ReferralListConditions {
  @OneOf(REFERRAL_STATUSES, { optional: true, name: 'ReferralStatus' })
  status?: ReferralStatus;

  @Text({ max: 10, optional: true })
  primaryNeed?: string;

  @Uuid({ optional: true })
  schoolId?: string;

  @OneOf(['newest', 'oldest'], { optional: true, name: 'ReferralSort' })
  sort?: 'newest' | 'oldest';

  @Text({ max: 80, optional: true })
  after?: string;
}

export class ReferralListParameters extends ReferralListConditions {
  @Text({ max: 100, optional: true, description: 'A reference or a part of one. Names must not stand in an address.' })
  search?: string;
}

export class SearchReferrals extends ReferralListConditions {
  @Text({ max: 100, min: 1, description: 'A reference or a name, or a part of one.' })
  search: string;
}
