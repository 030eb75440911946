import {
  ALLOCATION_STATUSES,
  type AllocationStatus,
  DECISION_OUTCOMES,
  type DecisionOutcome,
  DECLINE_REASONS,
  type DeclineReason,
} from '@panel/case-rules';

import { DateOnly, Nested, OneOf, PenceField, Text, Uuid, WholeNumber } from '../common/fields.js';
import { CAPACITY_UNITS, type CapacityUnit } from '../contracts/contract.entity.js';

export class RecordDecision {
  @OneOf(DECISION_OUTCOMES, { name: 'DecisionOutcome' })
  outcome: DecisionOutcome;

  @Text({ max: 5000, min: 1 })
  reason: string;

  @OneOf(DECLINE_REASONS, { nullable: true, name: 'DeclineReason', description: 'For "decline" only.' })
  declineReason: DeclineReason | null;

  @Uuid({ nullable: true, description: 'For outcomes that allocate support.' })
  contractId: string | null;

  @WholeNumber({ min: 1, max: 10_000, nullable: true, description: 'For outcomes that allocate support.' })
  units: number | null;
}

export class DecisionAllocation {
  @Uuid()
  id: string;

  @Uuid()
  contractId: string;

  @Text({ max: 500 })
  contractTitle: string;

  @Text({ max: 200 })
  providerName: string;

  @WholeNumber({ min: 1 })
  units: number;

  @OneOf(CAPACITY_UNITS, { name: 'CapacityUnit' })
  unit: CapacityUnit;

  @PenceField()
  amountPence: number;

  @OneOf(ALLOCATION_STATUSES, { name: 'AllocationStatus' })
  status: AllocationStatus;
}

export class Decision {
  @Uuid()
  id: string;

  @OneOf(DECISION_OUTCOMES, { name: 'DecisionOutcome' })
  outcome: DecisionOutcome;

  @Text({ max: 5000 })
  reason: string;

  @OneOf(DECLINE_REASONS, { nullable: true, name: 'DeclineReason' })
  declineReason: DeclineReason | null;

  @Text({ max: 64, description: 'SHA-256 of the paper that the panel had before it.' })
  paperHash: string;

  @DateOnly()
  decidedOn: string;

  @Text({ max: 200 })
  recordedByName: string;

  @Nested(() => DecisionAllocation, { nullable: true })
  allocation: DecisionAllocation | null;
}
