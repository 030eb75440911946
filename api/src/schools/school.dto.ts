import { ROLES } from '@panel/case-rules';
import { REGISTER_PHASES, SCHOOL_STATUSES } from '@panel/reference';

import { DateOnly, Instant, ListOf, Nested, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import type { SchoolEntity } from './school.entity.js';

const phases = REGISTER_PHASES.map(({ code }) => code);
const statuses = SCHOOL_STATUSES.map(({ code }) => code);

/** A school of the register that took the place of another. */
export class SucceedingSchool {
  @Uuid()
  id: string;

  @Text({ max: 6 })
  urn: string;

  @Text({ max: 200 })
  name: string;
}

export class School {
  @Uuid()
  id: string;

  @Text({ max: 6 })
  urn: string;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 30 })
  phase: string;

  @Text({ max: 200 })
  town: string;

  @YesNo({
    description: 'A closed school cannot be chosen; it is here so that who looks for it learns what became of it.',
  })
  isClosed: boolean;

  @DateOnly({ nullable: true })
  closedOn: string | null;

  @ListOf(() => SucceedingSchool, { description: 'Of a closed school: the open schools of the register after it.' })
  successors: SucceedingSchool[];
}

export class SchoolList {
  @ListOf(() => School)
  items: School[];

  @YesNo({ description: 'True: there are more; search for a part of the name or the URN.' })
  isCut: boolean;
}

export class SchoolChoiceParameters {
  @Text({ max: 100, optional: true, description: 'A part of the name or of the town, or the beginning of the URN.' })
  search?: string;
}

export class SchoolRegisterParameters extends SchoolChoiceParameters {
  @OneOf(phases, { optional: true, name: 'SchoolPhase' })
  phase?: string;

  @OneOf(statuses, { optional: true, name: 'SchoolStatus' })
  status?: string;

  @Uuid({ optional: true })
  trustId?: string;

  @Uuid({ optional: true, description: 'The `nextAfter` of the page before.' })
  after?: string;
}

export class SchoolRegisterItem {
  @Uuid()
  id: string;

  @Text({ max: 6 })
  urn: string;

  @Text({ max: 10, nullable: true })
  laestab: string | null;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 200 })
  town: string;

  @OneOf(phases, { name: 'SchoolPhase' })
  phase: string;

  @OneOf(statuses, { name: 'SchoolStatus' })
  status: string;

  @Text({ max: 200, nullable: true })
  trustName: string | null;
}

export class SchoolRegisterPage {
  @ListOf(() => SchoolRegisterItem)
  items: SchoolRegisterItem[];

  @WholeNumber()
  total: number;

  @Uuid({ nullable: true })
  nextAfter: string | null;
}

export class SchoolTrust {
  @Uuid()
  id: string;

  @Text({ max: 10 })
  uid: string;

  @Text({ max: 200 })
  name: string;
}

export class LinkedSchool {
  @Text({ max: 6 })
  urn: string;

  @Uuid({ nullable: true, description: 'Null: of another authority, and not in this register.' })
  id: string | null;

  @Text({ max: 200, nullable: true })
  name: string | null;

  @DateOnly({ nullable: true })
  establishedOn: string | null;
}

export class SchoolPerson {
  @Text({ max: 200 })
  name: string;

  @OneOf(ROLES, { name: 'Role' })
  role: string;
}

export class SchoolCorrection {
  @Text({ max: 60 })
  field: string;

  @Text({ max: 500, nullable: true, description: 'What the national register says.' })
  registerValue: string | null;

  @Text({ max: 1000 })
  reason: string;

  @Text({ max: 200 })
  correctedByName: string;

  @Instant()
  correctedAt: string;
}

export class SchoolDetails {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;

  @Text({ max: 6 })
  urn: string;

  @Text({ max: 10, nullable: true })
  laestab: string | null;

  @Text({ max: 200 })
  name: string;

  @OneOf(phases, { name: 'SchoolPhase' })
  phase: string;

  @Text({ max: 200 })
  typeName: string;

  @OneOf(statuses, { name: 'SchoolStatus' })
  status: string;

  @DateOnly({ nullable: true })
  openedOn: string | null;

  @DateOnly({ nullable: true })
  closedOn: string | null;

  @WholeNumber({ nullable: true })
  lowAge: number | null;

  @WholeNumber({ nullable: true })
  highAge: number | null;

  @Text({ max: 200 })
  street: string;

  @Text({ max: 200 })
  town: string;

  @Text({ max: 10 })
  postcode: string;

  @Text({ max: 200 })
  headTeacher: string;

  @Nested(() => SchoolTrust, { nullable: true })
  trust: SchoolTrust | null;

  @ListOf(() => LinkedSchool)
  predecessors: LinkedSchool[];

  @ListOf(() => LinkedSchool)
  successors: LinkedSchool[];

  @ListOf(() => SchoolPerson)
  people: SchoolPerson[];

  @WholeNumber({ description: 'Submitted and not yet at an end.' })
  openReferrals: number;

  @ListOf(() => SchoolCorrection)
  corrections: SchoolCorrection[];
}

export class CorrectSchool {
  @Text({ max: 200, min: 1 })
  name: string;

  @OneOf(phases, { name: 'SchoolPhase' })
  phase: string;

  @OneOf(statuses, { name: 'SchoolStatus' })
  status: string;

  @DateOnly({ nullable: true })
  closedOn: string | null;

  @Text({ max: 200 })
  headTeacher: string;

  @Text({ max: 200 })
  street: string;

  @Text({ max: 200 })
  town: string;

  @Text({ max: 10 })
  postcode: string;

  @Text({ max: 1000, min: 1 })
  reason: string;
}

export function toSchool(entity: SchoolEntity, successors: readonly SucceedingSchool[]): School {
  const { id, urn, name, phase, town, status, closedOn } = entity;
  return { id, urn, name, phase, town, isClosed: status === 'closed', closedOn, successors: [...successors] };
}
