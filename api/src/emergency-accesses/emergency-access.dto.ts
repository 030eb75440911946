import { Instant, ListOf, Nested, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { emergencyEnds, emergencyOutcomes, emergencyReasons } from './emergency-access-codes.js';
import type { EmergencyAccessRow } from './emergency-accesses.repository.js';

export class StartEmergencyAccess {
  @Text({ max: 20, min: 1, description: 'The reference of the case.' })
  reference: string;

  @OneOf(emergencyReasons, { name: 'EmergencyReason' })
  reasonCode: string;

  @Text({ max: 2000, min: 1 })
  reason: string;
}

export class ReviewEmergencyAccess {
  @OneOf(emergencyOutcomes, { name: 'EmergencyOutcome' })
  outcome: string;

  @Text({ max: 2000, min: 1 })
  note: string;
}

export class EmergencyAccessReview {
  @OneOf(emergencyOutcomes, { name: 'EmergencyOutcome' })
  outcome: string;

  @Text({ max: 2000 })
  note: string;

  @Text({ max: 200 })
  reviewedByName: string;

  @Instant()
  reviewedAt: string;
}

export class EmergencyAccess {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;

  @Uuid()
  userId: string;

  @Text({ max: 200 })
  userName: string;

  @Text({ max: 40 })
  role: string;

  @Uuid()
  referralId: string;

  @Text({ max: 20 })
  reference: string;

  @OneOf(emergencyReasons, { name: 'EmergencyReason' })
  reasonCode: string;

  @Text({ max: 2000 })
  reason: string;

  @Instant()
  startedAt: string;

  @Instant()
  expiresAt: string;

  @YesNo({ description: 'True while the case can be read under it.' })
  isLiving: boolean;

  @YesNo({ description: 'True: of the person asking, in this session.' })
  isOwn: boolean;

  @Instant({ nullable: true })
  endedAt: string | null;

  @OneOf(emergencyEnds, { name: 'EmergencyEnd', nullable: true })
  endKind: string | null;

  @WholeNumber({ description: 'How often something of the case was opened under it.' })
  views: number;

  @YesNo()
  canEnd: boolean;

  @YesNo()
  canReview: boolean;

  @Nested(() => EmergencyAccessReview, { nullable: true })
  review: EmergencyAccessReview | null;
}

export class EmergencyAccessList {
  @ListOf(() => EmergencyAccess)
  items: EmergencyAccess[];

  @WholeNumber({ description: 'For how many minutes a new one would last.' })
  minutes: number;

  @YesNo({ description: 'Whether the person asking may start one.' })
  canStart: boolean;
}

export interface EmergencyReader {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly now: Date;
  readonly mayEnd: boolean;
  readonly mayEndOfOthers: boolean;
  readonly mayReview: boolean;
}

export function toEmergencyAccess(row: EmergencyAccessRow, reader: EmergencyReader): EmergencyAccess {
  const isOver = row.endedAt !== null || row.expiresAt <= reader.now || row.isSessionOver;
  const isOwn = row.userId === reader.userId;
  return {
    id: row.id,
    version: row.version,
    userId: row.userId,
    userName: row.userName,
    role: row.role,
    referralId: row.referralId,
    reference: row.reference,
    reasonCode: row.reasonCode,
    reason: row.reason,
    startedAt: row.startedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isLiving: !isOver,
    isOwn: isOwn && row.sessionId === reader.sessionId,
    endedAt: row.endedAt?.toISOString() ?? null,
    endKind: row.endKind,
    views: row.views,
    canEnd: !isOver && reader.mayEnd && (isOwn || reader.mayEndOfOthers),
    canReview: row.endedAt !== null && row.reviewOutcome === null && !isOwn && reader.mayReview,
    review:
      row.reviewOutcome === null || row.reviewedAt === null
        ? null
        : {
            outcome: row.reviewOutcome,
            note: row.reviewNote ?? '',
            reviewedByName: row.reviewedByName ?? '',
            reviewedAt: row.reviewedAt.toISOString(),
          },
  };
}
