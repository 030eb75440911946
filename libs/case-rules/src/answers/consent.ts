import { codeLabel, type Code } from '@panel/reference';
import { type AnswerSection, YES_NO } from './field.js';

/** How the family agreed. */
export const CONSENT_METHOD_CODES = [
  { code: 'in_person', label: 'In person' },
  { code: 'by_phone', label: 'By phone' },
  { code: 'in_writing', label: 'In writing' },
] as const satisfies readonly Code[];

export const CONSENT = {
  label: 'Consent',
  isAskedAnew: true,
  fields: {
    agreedByName: { kind: 'name', label: 'Agreed by', question: 'Who agreed to this referral?' },
    relationship: {
      kind: 'line',
      label: 'Relationship to the child',
      question: 'How are they related to the child?',
      hint: 'For example, mother, grandparent or foster carer. “The young person” if they agreed for themselves.',
    },
    hasParentalResponsibility: {
      kind: 'choice',
      label: 'Parental responsibility',
      question: 'Do they have parental responsibility?',
      codes: YES_NO,
    },
    agreedOn: { kind: 'date', label: 'Agreed on', question: 'When did they agree?', hint: 'For example, 14 9 2026' },
    method: { kind: 'choice', label: 'How they agreed', question: 'How did they agree?', codes: CONSENT_METHOD_CODES },
    explained: {
      kind: 'text',
      label: 'What was explained',
      question: 'What was explained to them?',
      hint: 'For example, what the panel is, who reads the referral and that they can change their mind',
    },
    shareWithPanel: {
      kind: 'choice',
      label: 'Share with panel schools',
      question: 'May information be shared with the schools on the panel?',
      codes: YES_NO,
    },
    shareWithProviders: {
      kind: 'choice',
      label: 'Share with services',
      question: 'May information be shared with the services that give support?',
      codes: YES_NO,
    },
    expiresOn: {
      kind: 'date',
      label: 'Agreed until',
      question: 'Did they agree until a certain day only?',
      hint: 'Leave it empty if they set no end. Nothing is shared with the panel or services after this day.',
      isOptional: true,
    },
  },
  lists: {},
} as const satisfies AnswerSection;

export const CONSENT_METHODS = ['in_person', 'by_phone', 'in_writing'] as const;
export type ConsentMethod = (typeof CONSENT_METHODS)[number];

/** The way of agreeing as people see it. */
export function consentMethodLabel(method: ConsentMethod): string {
  return codeLabel(CONSENT_METHOD_CODES, method);
}

/** Whether a text is a way of agreeing. */
export function isConsentMethod(text: string): text is ConsentMethod {
  return CONSENT_METHODS.some((method) => method === text);
}
