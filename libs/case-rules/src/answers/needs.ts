import { SEN_PROVISIONS, SEN_TYPES } from '@panel/reference';
import type { AnswerSection } from './field.js';

export const NEEDS = {
  label: 'Needs',
  fields: {
    primaryNeed: {
      kind: 'select',
      label: 'Primary need',
      hint: 'The need that affects the child’s learning most, as in the school census',
      codes: SEN_TYPES,
      nothingChosen: 'Choose a need',
    },
    secondaryNeed: {
      kind: 'select',
      label: 'Secondary need',
      codes: SEN_TYPES,
      nothingChosen: 'None',
      isOptional: true,
    },
    senProvision: {
      kind: 'choice',
      label: 'Provision now',
      question: 'What special educational provision does the child have now?',
      codes: SEN_PROVISIONS,
    },
    diagnosis: {
      kind: 'line',
      label: 'Diagnosis',
      hint: 'Only if a health professional has made one',
      isOptional: true,
    },
    strengths: { kind: 'text', label: 'What the child does well', question: 'What does the child do well?' },
    concerns: {
      kind: 'text',
      label: 'What is happening',
      question: 'What is happening that worries you?',
      hint: 'What happens, how often, and what it means for the child and others',
      rows: 8,
      isAskedAnew: true,
    },
    triggers: { kind: 'text', label: 'Triggers', question: 'What sets it off?', isOptional: true },
    whatWorks: { kind: 'text', label: 'What works', question: 'What works?', isOptional: true },
  },
  lists: {},
} as const satisfies AnswerSection;
