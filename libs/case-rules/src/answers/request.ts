import type { Code } from '@panel/reference';
import type { AnswerSection } from './field.js';

/** What the council's services are, in the words of schools. The panel can agree something different. */
export const SUPPORT_CODES = [
  { code: 'semh_teacher', label: 'Specialist SEMH teaching' },
  { code: 'speech_and_language', label: 'Speech and language therapy' },
  { code: 'counselling', label: 'Counselling or play therapy' },
  { code: 'tutoring', label: 'Tutoring' },
  { code: 'psychology', label: 'Psychology' },
  { code: 'adhd_autism', label: 'ADHD and autism support' },
  { code: 'nurture_place', label: 'A nurture place' },
  { code: 'other', label: 'Something else, or not sure yet' },
] as const satisfies readonly Code[];

export const URGENCY_CODES = [
  { code: 'no', label: 'Yes, it can wait' },
  { code: 'yes', label: 'No, it is urgent' },
] as const satisfies readonly Code[];

/** What a school asks for is looked at in ten minutes. */
const TOOLKIT_CHOICES_MAX = 5;

export const REQUEST = {
  label: 'What the school asks for',
  isAskedAnew: true,
  fields: {
    support: {
      kind: 'select',
      label: 'Kind of support',
      question: 'Which kind of support fits best?',
      codes: SUPPORT_CODES,
      nothingChosen: 'Choose one',
      isOptional: true,
    },
    requestedSupport: {
      kind: 'text',
      label: 'Support asked for',
      question: 'What support are you asking for?',
      hint: 'The panel can also agree something different',
    },
    desiredOutcomes: {
      kind: 'text',
      label: 'What should be different',
      question: 'What should be different for the child?',
      hint: 'The support is measured against this at the review',
    },
    isUrgent: {
      kind: 'choice',
      label: 'Can wait for the next panel',
      question: 'Can this wait for the next panel?',
      codes: URGENCY_CODES,
      isOptional: true,
    },
    whyNow: {
      kind: 'text',
      label: 'Why now',
      question: 'Why can it not wait?',
      hint: 'The chair can act before the next panel',
      isOptional: true,
      onlyWhen: { field: 'isUrgent', is: 'yes' },
    },
    schoolContribution: {
      kind: 'text',
      label: 'What the school contributes',
      question: 'What will the school contribute?',
      isOptional: true,
    },
  },
  lists: {
    // The key of an entry is the id of the resource: two people who choose the same one have chosen one.
    toolkit: {
      itemLabel: 'Resource of the toolkit',
      heading: 'Support from the toolkit',
      fewest: 0,
      most: TOOLKIT_CHOICES_MAX,
      fields: {
        // As it was called then; the toolkit may change.
        title: { kind: 'line', label: 'Title', isOptional: true },
      },
    },
  },
} as const satisfies AnswerSection;
