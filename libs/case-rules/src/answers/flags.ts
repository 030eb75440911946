import type { Code } from '@panel/reference';
import { type AnswerSection, YES_NO_NOT_KNOWN } from './field.js';

export const LOOKED_AFTER_CODES = [
  { code: 'now', label: 'Looked after now' },
  { code: 'previously', label: 'Previously looked after' },
  { code: 'no', label: 'No' },
  { code: 'not_known', label: 'Not known' },
] as const satisfies readonly Code[];

export const CHILD_PLAN_CODES = [
  { code: 'child_in_need', label: 'Child in need plan' },
  { code: 'child_protection', label: 'Child protection plan' },
  { code: 'none', label: 'Neither' },
  { code: 'not_known', label: 'Not known' },
] as const satisfies readonly Code[];

export const FLAGS = {
  label: 'Circumstances',
  fields: {
    pupilPremium: {
      kind: 'choice',
      label: 'Pupil premium',
      question: 'Does the school have pupil premium for the child?',
      codes: YES_NO_NOT_KNOWN,
    },
    lookedAfter: {
      kind: 'choice',
      label: 'Looked after',
      question: 'Is or was the child looked after by a council?',
      codes: LOOKED_AFTER_CODES,
    },
    childPlan: {
      kind: 'choice',
      label: 'Plan of children’s social care',
      question: 'Does the child have a child in need or a child protection plan?',
      codes: CHILD_PLAN_CODES,
    },
    hasSocialWorker: {
      kind: 'choice',
      label: 'Social worker',
      question: 'Does the child have a social worker?',
      codes: YES_NO_NOT_KNOWN,
    },
    socialWorker: {
      kind: 'name',
      label: 'Name of the social worker',
      question: 'Name and telephone number of the social worker',
      isOptional: true,
      isForCaseworkersOnly: true,
      onlyWhen: { field: 'hasSocialWorker', is: 'yes' },
    },
    youngCarer: {
      kind: 'choice',
      label: 'Young carer',
      question: 'Does the child care for somebody at home?',
      codes: YES_NO_NOT_KNOWN,
    },
    serviceChild: {
      kind: 'choice',
      label: 'Service child',
      question: 'Does a parent serve in the armed forces?',
      codes: YES_NO_NOT_KNOWN,
    },
  },
  lists: {},
} as const satisfies AnswerSection;
