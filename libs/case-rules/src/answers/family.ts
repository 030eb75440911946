import { type AnswerSection, YES_NO } from './field.js';

export const FAMILY = {
  label: 'Family',
  fields: {},
  lists: {
    contacts: {
      itemLabel: 'Parent or carer',
      fewest: 1,
      most: 6,
      fields: {
        name: { kind: 'name', label: 'Name', question: 'Full name', isForCaseworkersOnly: true },
        relationship: {
          kind: 'line',
          label: 'Relationship to the child',
          question: 'How are they related to the child?',
          hint: 'For example, mother, grandparent or foster carer',
        },
        hasParentalResponsibility: {
          kind: 'choice',
          label: 'Parental responsibility',
          question: 'Do they have parental responsibility?',
          codes: YES_NO,
        },
        telephone: {
          kind: 'telephone',
          label: 'Telephone',
          question: 'Telephone number',
          hint: 'A telephone number or an email address is enough',
          isOptional: true,
          isForCaseworkersOnly: true,
        },
        email: { kind: 'email', label: 'Email address', isOptional: true, isForCaseworkersOnly: true },
        address: { kind: 'text', label: 'Address', rows: 3, isOptional: true, isForCaseworkersOnly: true },
        safeContact: {
          kind: 'text',
          label: 'Safe contact',
          question: 'Is there anything we must know before we contact them?',
          hint: 'For example, never leave a message, or write only to one parent. Only your school and the coordinator see this.',
          rows: 3,
          isOptional: true,
          isForCaseworkersOnly: true,
        },
      },
    },
  },
} as const satisfies AnswerSection;
