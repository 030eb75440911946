import type { AnswerSection } from './field.js';

export const VOICE = {
  label: 'Views of the child and the family',
  isAskedAnew: true,
  fields: {
    childsView: {
      kind: 'text',
      label: 'The child’s view',
      question: 'What does the child think and hope for?',
      hint: 'In their own words if you can',
    },
    howChildWasHeard: {
      kind: 'line',
      label: 'How the child was heard',
      question: 'How did you find out?',
      hint: 'For example, in a talk with a key adult, through drawings or symbols',
      isOptional: true,
    },
    parentsView: {
      kind: 'text',
      label: 'The parents’ view',
      question: 'What do the parents or carers think and hope for?',
      hint: 'Or why you could not ask them',
    },
  },
  lists: {},
} as const satisfies AnswerSection;
