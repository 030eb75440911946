import { DUPLICATE_GROUNDS, REFERRAL_STATUSES } from '@panel/case-rules';
import { NC_YEARS, SEXES } from '@panel/reference';

import { DateOnly, Instant, ListOf, Nested, OneOf, Text, Texts, Uuid, WholeNumber, YesNo } from '../common/fields.js';

const years = NC_YEARS.map(({ code }) => code);
const sexes = SEXES.map(({ code }) => code);

export class SearchChildren {
  @Text({ max: 100, min: 1, description: 'A UPN, or a name or a part of one.' })
  search: string;
}

export class ChildListItem {
  @Uuid()
  id: string;

  @Text({ max: 13 })
  upn: string;

  @Text({ max: 500 })
  name: string;

  @DateOnly()
  bornOn: string;

  @Text({
    max: 200,
    nullable: true,
    description: 'Of the newest referral that is not a draft, or where the child moved since.',
  })
  schoolName: string | null;
}

export class ChildList {
  @ListOf(() => ChildListItem)
  items: ChildListItem[];

  @YesNo({ description: 'True: there are more; search for more of the name.' })
  isCut: boolean;
}

export class ChildUpn {
  @Text({ max: 13 })
  value: string;

  @OneOf(['permanent', 'temporary'], {
    nullable: true,
    name: 'UpnKind',
    description: 'Null: the check letter is wrong.',
  })
  kind: string | null;

  @YesNo({ description: 'False is a warning only: authorities are made, and lists lag behind.' })
  isLaCodeKnown: boolean;
}

export class ChildReferral {
  @Uuid()
  id: string;

  @Text({ max: 20 })
  reference: string;

  @OneOf(REFERRAL_STATUSES, { name: 'ReferralStatus' })
  status: string;

  @Text({ max: 200 })
  schoolName: string;

  @DateOnly({ nullable: true })
  submittedOn: string | null;

  @Text({ max: 10, nullable: true })
  primaryNeed: string | null;

  @Text({ max: 60, nullable: true, description: 'The newest decision of a panel.' })
  decision: string | null;

  @Text({ max: 60, nullable: true })
  declineReason: string | null;

  @Text({ max: 60, nullable: true, description: 'The category of the newest review; coordinators only.' })
  outcome: string | null;
}

export class ChildSchool {
  @Uuid()
  schoolId: string;

  @Text({ max: 200 })
  schoolName: string;

  @DateOnly()
  from: string;

  @DateOnly({
    nullable: true,
    description: 'When the child is known at another school; null: not known at another one.',
  })
  to: string | null;

  @Uuid({ nullable: true, description: 'Of the move that was recorded by hand; null: from a referral.' })
  moveId: string | null;
}

export class ChildSibling {
  @Uuid()
  linkId: string;

  @Uuid()
  id: string;

  @Text({ max: 500 })
  name: string;

  @DateOnly()
  bornOn: string;

  @Text({ max: 1000 })
  reason: string;
}

export class ChildMergeListItem {
  @Uuid()
  id: string;

  @Instant()
  mergedAt: string;

  @Instant({ nullable: true })
  undoneAt: string | null;
}

export class ChildRecord {
  @Uuid({
    description:
      'Of the record that speaks for the child: another one than was asked for, when that was merged into it.',
  })
  id: string;

  @WholeNumber()
  version: number;

  @Nested(() => ChildUpn)
  upn: ChildUpn;

  @Text({ max: 200 })
  legalForename: string;

  @Text({ max: 200 })
  legalSurname: string;

  @Text({ max: 200 })
  preferredName: string;

  @DateOnly()
  bornOn: string;

  @OneOf(sexes, { name: 'SexCode' })
  sex: string;

  @OneOf(years, { nullable: true, name: 'NcYearCode', description: 'The year the child is in now.' })
  ncYear: string | null;

  @OneOf(years, { nullable: true, name: 'NcYearCode', description: 'The year that the birth date says.' })
  ncYearByAge: string | null;

  @YesNo({ description: 'True: taught in another year than the birth date says.' })
  isOutOfCohort: boolean;

  @ListOf(() => ChildSchool, { description: 'The newest first. A SENCo sees their own schools only.' })
  schools: ChildSchool[];

  @ListOf(() => ChildReferral, { description: 'The newest first. A SENCo sees those of their own school only.' })
  referrals: ChildReferral[];

  @ListOf(() => ChildSibling)
  siblings: ChildSibling[];

  @ListOf(() => ChildMergeListItem, { description: 'Coordinators only.' })
  merges: ChildMergeListItem[];
}

export class SetNcYear {
  @OneOf(years, { nullable: true, name: 'NcYearCode', description: 'Null: the year that the birth date says.' })
  ncYear: string | null;
}

export class MoveChild {
  @Uuid()
  schoolId: string;

  @DateOnly()
  movedOn: string;
}

export class LinkSibling {
  @Text({ max: 20, min: 1, description: 'The UPN of the sibling.' })
  upn: string;

  @Text({ max: 1000, min: 1, description: 'How it is known.' })
  reason: string;
}

export class DuplicatePair {
  @Nested(() => ChildListItem)
  first: ChildListItem;

  @Nested(() => ChildListItem)
  second: ChildListItem;

  @Texts({ max: 60, entries: DUPLICATE_GROUNDS.length })
  grounds: string[];
}

export class DuplicateList {
  @ListOf(() => DuplicatePair)
  items: DuplicatePair[];
}
