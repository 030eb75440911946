import { type SchemaPathTree, validate } from '@angular/forms/signals';
import type { ChangeContactDetails, ContactDetails } from '@panel/api-client';
import { mistake, typedWholeNumber } from '../home/page/form-mistakes.js';

/** As it is typed. */
export interface ContactAnswers {
  readonly serviceName: string;
  readonly serviceEmail: string;
  readonly servicePhone: string;
  readonly officerName: string;
  readonly officerEmail: string;
  readonly officerPhone: string;
  readonly replyWorkingDays: string;
}

export function contactAnswers({ service, dataProtectionOfficer, replyWorkingDays }: ContactDetails): ContactAnswers {
  return {
    serviceName: service?.name ?? '',
    serviceEmail: service?.email ?? '',
    servicePhone: service?.phone ?? '',
    officerName: dataProtectionOfficer?.name ?? '',
    officerEmail: dataProtectionOfficer?.email ?? '',
    officerPhone: dataProtectionOfficer?.phone ?? '',
    replyWorkingDays: String(replyWorkingDays),
  };
}

export const noAnswers: ContactAnswers = {
  serviceName: '',
  serviceEmail: '',
  servicePhone: '',
  officerName: '',
  officerEmail: '',
  officerPhone: '',
  replyWorkingDays: '',
};

export function contactSchema(path: SchemaPathTree<ContactAnswers>): void {
  validate(path.serviceName, ({ value }) => missing(value(), 'the name of the team or person who runs the service'));
  validate(path.serviceEmail, ({ value }) => emailMistake(value(), 'the email address of the service'));
  validate(path.servicePhone, ({ value }) => phoneMistake(value()));
  validate(path.officerName, ({ value }) => missing(value(), 'the name of the data protection officer'));
  validate(path.officerEmail, ({ value }) => emailMistake(value(), 'the email address of the data protection officer'));
  validate(path.officerPhone, ({ value }) => phoneMistake(value()));
  validate(path.replyWorkingDays, ({ value }) => {
    const days = typedWholeNumber(value()) ?? 0;
    return days >= 1 && days <= 30 ? undefined : mistake('Working days must be a whole number from 1 to 30');
  });
}

export function contactBody(answers: ContactAnswers): ChangeContactDetails {
  return { ...answers, replyWorkingDays: typedWholeNumber(answers.replyWorkingDays) ?? 0 };
}

const missing = (text: string, what: string) => (text.trim() === '' ? mistake(`Enter ${what}`) : undefined);

function emailMistake(text: string, what: string) {
  if (text.trim() === '') return mistake(`Enter ${what}`);
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
    ? undefined
    : mistake('Enter an email address in the correct format, like name@example.com');
}

const phoneMistake = (text: string) =>
  text.trim() === '' || /^\+?[\d\s()-]{6,}$/.test(text.trim())
    ? undefined
    : mistake('Enter a phone number, like 01632 960 001, or leave this empty');
