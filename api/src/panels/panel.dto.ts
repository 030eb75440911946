import { PANEL_STATUSES, type PanelStatus, REFERRAL_STATUSES, type ReferralStatus } from '@panel/case-rules';

import {
  DateOnly,
  Decimal,
  ListOf,
  Nested,
  OneOf,
  PenceField,
  Text,
  TextList,
  Uuid,
  WholeNumber,
  YesNo,
} from '../common/fields.js';
import { Decision } from './decision.dto.js';

const riskLevels = ['low', 'medium', 'high'] as const;
type RiskLevel = (typeof riskLevels)[number];

const directions = ['up', 'down'] as const;

export class PlanPanel {
  @DateOnly()
  heldOn: string;

  @Text({ max: 200, min: 1 })
  venue: string;
}

export class AddCaseToPanel {
  @Uuid()
  referralId: string;
}

export class MoveCaseOnPanel {
  @OneOf(directions, { name: 'Direction' })
  direction: (typeof directions)[number];
}

export class PanelListItem {
  @Uuid()
  id: string;

  @DateOnly()
  heldOn: string;

  @Text({ max: 200 })
  venue: string;

  @OneOf(PANEL_STATUSES, { name: 'PanelStatus' })
  status: PanelStatus;

  @DateOnly({ description: 'The last day on which a case should join the papers.' })
  papersCloseOn: string;

  @DateOnly({ description: 'The day by which the papers are to be published.' })
  papersPublishedOn: string;

  @WholeNumber({ min: 0 })
  caseCount: number;

  @WholeNumber({ min: 0 })
  decidedCount: number;
}

export class PanelList {
  @ListOf(() => PanelListItem)
  items: PanelListItem[];
}

/** A case on the agenda. Of a case of their own school a member sees the place on the agenda and nothing else. */
export class AgendaItem {
  @Uuid()
  id: string;

  @WholeNumber({ min: 1 })
  position: number;

  @YesNo({ description: 'A case of a school for which the person asking works: everything about it is null.' })
  isConflicted: boolean;

  @YesNo({
    description:
      'The family took back its agreement to share with panel schools: for members everything about it is null.',
  })
  isConsentWithdrawn: boolean;

  @Uuid({ nullable: true })
  referralId: string | null;

  @Text({ max: 20, nullable: true })
  reference: string | null;

  @OneOf(REFERRAL_STATUSES, { nullable: true, name: 'ReferralStatus' })
  referralStatus: ReferralStatus | null;

  @YesNo({ nullable: true })
  isUrgent: boolean | null;

  @Text({ max: 20, nullable: true })
  pupilInitials: string | null;

  @Text({ max: 200, nullable: true })
  schoolName: string | null;

  @Text({ max: 10, nullable: true })
  ncYear: string | null;

  @Text({ max: 10, nullable: true })
  primaryNeed: string | null;

  @OneOf(riskLevels, { nullable: true, name: 'RiskLevel' })
  riskLevel: RiskLevel | null;

  @Decimal({ places: 2, min: 0, max: 40, nullable: true })
  weeklyHours: number | null;

  @PenceField({
    nullable: true,
    description: 'To members only after the decision: first what suits the child, then the money.',
  })
  annualValuePence: number | null;

  @Text({ max: 5000, nullable: true })
  requestedSupport: string | null;

  @Text({ max: 5000, nullable: true })
  desiredOutcomes: string | null;

  @Nested(() => Decision, { nullable: true })
  decision: Decision | null;
}

export class Panel extends PanelListItem {
  @WholeNumber()
  version: number;

  @Text({ max: 64, nullable: true, description: 'SHA-256 of the published papers.' })
  papersHash: string | null;

  @ListOf(() => AgendaItem)
  agenda: AgendaItem[];

  @TextList({ description: 'What the person asking may do with it now.' })
  availableVerbs: string[];
}

export class ReadyCase {
  @Uuid()
  referralId: string;

  @Text({ max: 20 })
  reference: string;

  @Text({ max: 20 })
  pupilInitials: string;

  @Text({ max: 200 })
  schoolName: string;

  @Text({ max: 10, nullable: true })
  ncYear: string | null;

  @Text({ max: 10, nullable: true })
  primaryNeed: string | null;

  @OneOf(riskLevels, { nullable: true, name: 'RiskLevel' })
  riskLevel: RiskLevel | null;

  @YesNo()
  isUrgent: boolean;

  @DateOnly()
  readySince: string;
}

export class ReadyCaseList {
  @ListOf(() => ReadyCase, { description: 'Those that have waited longest first.' })
  items: ReadyCase[];
}
