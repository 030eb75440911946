import { RECORD_CLASSES, type RecordClass } from '@panel/case-rules';

import { Email, Instant, ListOf, Nested, OneOf, Text, WholeNumber } from '../common/fields.js';

export class Contact {
  @Text({ max: 200 })
  name: string;

  @Text({ max: 320 })
  email: string;

  @Text({ max: 40, description: 'Empty: by e-mail only.' })
  phone: string;
}

export class ContactDetails {
  @WholeNumber({ description: '1: nobody has said anything yet.' })
  version: number;

  @Nested(() => Contact, { nullable: true })
  service: Contact | null;

  @Nested(() => Contact, { nullable: true })
  dataProtectionOfficer: Contact | null;

  @WholeNumber({
    description: 'Working days within which somebody who reports a problem with the service is answered.',
  })
  replyWorkingDays: number;

  @Text({ max: 200, nullable: true })
  changedByName: string | null;

  @Instant({ nullable: true })
  changedAt: string | null;
}

export class ChangeContactDetails {
  @Text({ max: 200, min: 1, description: 'A person or a team.' })
  serviceName: string;

  @Email()
  serviceEmail: string;

  @Text({ max: 40 })
  servicePhone: string;

  @Text({ max: 200, min: 1 })
  officerName: string;

  @Email()
  officerEmail: string;

  @Text({ max: 40 })
  officerPhone: string;

  @WholeNumber({ min: 1, max: 30 })
  replyWorkingDays: number;
}

export class KeptRecords {
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
}

export class PublicNoticeQuery {
  @Text({
    max: 100,
    optional: true,
    description: 'The short name of a council, where the installation serves several.',
  })
  council?: string;
}

/** What the statements for the public need to know of an authority. Nothing in it is secret. */
export class Notice {
  @Text({ max: 200, nullable: true, description: 'Null: the installation serves several, and none was named.' })
  councilName: string | null;

  @Text({ max: 200 })
  serviceName: string;

  @Nested(() => Contact, { nullable: true })
  service: Contact | null;

  @Nested(() => Contact, { nullable: true })
  dataProtectionOfficer: Contact | null;

  @WholeNumber()
  replyWorkingDays: number;

  @ListOf(() => KeptRecords, { description: 'The periods in force, from the authority’s own rules.' })
  kept: KeptRecords[];
}
