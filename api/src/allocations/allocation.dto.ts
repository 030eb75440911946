import { ALLOCATION_STATUSES, ALLOCATION_VERBS, type AllocationStatus } from '@panel/case-rules';

import { DateOnly, ListOf, OneOf, PenceField, Text, TextList, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { CAPACITY_UNITS, type CapacityUnit } from '../contracts/contract.entity.js';
import { type Attendance, ATTENDANCES } from './attendance.js';

export class DeclineAllocation {
  @Text({ max: 5000, min: 1 })
  reason: string;
}

export class DeliverySession {
  @Uuid()
  id: string;

  @DateOnly()
  heldOn: string;

  @WholeNumber({ min: 0, max: 600 })
  minutes: number;

  @OneOf(ATTENDANCES, { name: 'Attendance' })
  attendance: Attendance;

  @Text({ max: 2000 })
  note: string;

  @Text({ max: 200 })
  recordedByName: string;
}

export class AllocationListItem {
  @Uuid()
  id: string;

  @Text({ max: 20 })
  reference: string;

  @OneOf(ALLOCATION_STATUSES, { name: 'AllocationStatus' })
  status: AllocationStatus;

  @Text({ max: 500, description: 'The name, or the initials where the name is not shared with the provider.' })
  pupilName: string;

  @YesNo({
    description: 'False for a provider when the family has not agreed, or the provider no longer needs the name.',
  })
  isNameShared: boolean;

  @Text({ max: 200 })
  schoolName: string;

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

  @DateOnly()
  panelHeldOn: string;

  @DateOnly()
  allocatedOn: string;
}

export class AllocationList {
  @ListOf(() => AllocationListItem)
  items: AllocationListItem[];
}

export class Allocation extends AllocationListItem {
  @WholeNumber()
  version: number;

  @Uuid({ nullable: true, description: 'For the coordinator, to open the case; null for a provider.' })
  referralId: string | null;

  @Text({ max: 200, description: 'The primary need in words.' })
  needSummary: string;

  @Text({ max: 5000 })
  requestedSupport: string;

  @Text({ max: 5000 })
  outcomesSought: string;

  @Text({ max: 5000, nullable: true })
  declineReason: string | null;

  @ListOf(() => DeliverySession, { description: 'The newest first.' })
  deliverySessions: DeliverySession[];

  @WholeNumber({
    min: 0,
    description: 'Attended sessions, or whole hours of them; a place counts when the support is completed.',
  })
  deliveredUnits: number;

  @TextList({ description: `What the person asking may do with it now: ${ALLOCATION_VERBS.join(', ')}.` })
  availableVerbs: string[];
}
