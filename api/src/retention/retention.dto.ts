import { RECORD_CLASSES, type RecordClass } from '@panel/case-rules';

import { DateOnly, Instant, ListOf, OneOf, Text, TextList, Uuid, WholeNumber, YesNo } from '../common/fields.js';

export const HOLD_COVERS = ['child', 'case'] as const;

export class RetentionRule {
  @OneOf(RECORD_CLASSES, { name: 'RecordClass' })
  recordClass: RecordClass;

  @Text({ max: 200 })
  label: string;

  @Text({ max: 20, description: 'What the period is counted from: birth, closing, last_change, release or sending.' })
  startsAt: string;

  @WholeNumber()
  months: number;

  @WholeNumber()
  days: number;

  @WholeNumber({ description: '1 is the default that ships.' })
  version: number;

  @Text({ max: 500 })
  source: string;

  @Text({ max: 200, nullable: true })
  setByName: string | null;

  @Instant({ nullable: true })
  setAt: string | null;
}

export class RetentionRules {
  @ListOf(() => RetentionRule)
  items: RetentionRule[];
}

export class SetRetentionRule {
  @WholeNumber({ min: 0, max: 1200 })
  months: number;

  @WholeNumber({ min: 0, max: 36500 })
  days: number;

  @Text({ max: 500, min: 1, description: 'Where the period comes from: a law, a schedule, a decision of the board.' })
  source: string;
}

export class RetentionPreviewQuery {
  @DateOnly({ optional: true })
  until?: string;
}

export class RetentionPreviewClass {
  @OneOf(RECORD_CLASSES, { name: 'RecordClass' })
  recordClass: RecordClass;

  @Text({ max: 200 })
  label: string;

  @WholeNumber({ description: 'What may be destroyed on the day asked about.' })
  due: number;

  @WholeNumber({ description: 'What would be due but is kept: a hold or an access request.' })
  kept: number;
}

export class RetentionPreviewItem {
  @Uuid()
  referralId: string;

  @Text({ max: 20 })
  reference: string;

  @OneOf(RECORD_CLASSES, { name: 'RecordClass' })
  recordClass: RecordClass;

  @DateOnly({ description: 'The last day of its period.' })
  keptUntil: string;

  @TextList({ description: 'What keeps it all the same: on_hold, access_request_open, access_request_kept.' })
  reasons: string[];
}

export class RetentionPreview {
  @DateOnly()
  today: string;

  @DateOnly()
  until: string;

  @ListOf(() => RetentionPreviewClass)
  classes: RetentionPreviewClass[];

  @ListOf(() => RetentionPreviewItem, { description: 'Cases, those first whose period ended first; at most 500.' })
  items: RetentionPreviewItem[];
}

export class PlaceHold {
  @Text({ max: 20, min: 1, description: 'The pupil number or the reference of a case.' })
  upnOrReference: string;

  @OneOf(HOLD_COVERS, { name: 'HoldCovers' })
  covers: 'child' | 'case';

  @Text({ max: 2000, min: 1 })
  reason: string;
}

export class LiftHold {
  @Text({ max: 2000, min: 1 })
  reason: string;
}

export class LegalHold {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;

  @OneOf(HOLD_COVERS, { name: 'HoldCovers' })
  covers: 'child' | 'case';

  @TextList({ description: 'The references of the cases that it keeps.' })
  references: string[];

  @Text({ max: 2000 })
  reason: string;

  @Text({ max: 200 })
  placedByName: string;

  @Instant()
  placedAt: string;

  @Instant({ nullable: true })
  liftedAt: string | null;

  @Text({ max: 200, nullable: true })
  liftedByName: string | null;

  @Text({ max: 2000, nullable: true })
  liftReason: string | null;
}

export class LegalHolds {
  @ListOf(() => LegalHold)
  items: LegalHold[];
}

export class Destruction {
  @Uuid()
  id: string;

  @OneOf(RECORD_CLASSES, { name: 'RecordClass' })
  recordClass: RecordClass;

  @Text({ max: 200 })
  label: string;

  @WholeNumber()
  ruleVersion: number;

  @WholeNumber()
  ruleMonths: number;

  @WholeNumber()
  ruleDays: number;

  @Text({ max: 1000, description: 'How many of what, in words.' })
  counts: string;

  @TextList({ description: 'SHA-256 of the ids of what was destroyed.' })
  idHashes: string[];

  @YesNo({ description: 'True: destroyed again after a backup was restored.' })
  isReplay: boolean;

  @Instant()
  destroyedAt: string;
}

export class Destructions {
  @ListOf(() => Destruction, { description: 'The newest first; at most 500.' })
  items: Destruction[];
}
