import { type AnswerSection, YES_NO } from './field.js';

/** How many assess-plan-do-review cycles a referral must show and may hold. */
export const CYCLES_MIN = 2;
export const CYCLES_MAX = 12;

export const GRADUATED_RESPONSE = {
  label: 'What the school has done',
  fields: {
    teacherConsulted: {
      kind: 'choice',
      label: 'Specialist teacher consulted',
      question: 'Have you consulted a specialist SEMH teacher about the child?',
      codes: YES_NO,
    },
    teacherConsultedOn: {
      kind: 'date',
      label: 'Consulted on',
      question: 'When?',
      isOptional: true,
      onlyWhen: { field: 'teacherConsulted', is: 'yes' },
    },
    teacherAdvice: {
      kind: 'text',
      label: 'Advice of the specialist teacher',
      question: 'What did they advise?',
      isOptional: true,
      onlyWhen: { field: 'teacherConsulted', is: 'yes' },
    },
    schoolSpending: {
      kind: 'pounds',
      label: 'What the school spends a year',
      question: 'What does the school already spend on this child’s support in a year?',
      hint: 'Out of the £6,000 that a school is expected to contribute from its own budget. An estimate is enough.',
      isOptional: true,
    },
  },
  lists: {
    cycles: {
      itemLabel: 'Cycle',
      fewest: CYCLES_MIN,
      most: CYCLES_MAX,
      fields: {
        strategy: { kind: 'text', label: 'What was done', question: 'What did you do?' },
        startedOn: { kind: 'date', label: 'Started', question: 'When did it start?' },
        endedOn: { kind: 'date', label: 'Ended', question: 'When did it end?' },
        timesPerWeek: { kind: 'wholeNumber', range: { least: 1, most: 50 }, label: 'Times a week', isOptional: true },
        minutesPerWeek: {
          kind: 'wholeNumber',
          range: { least: 1, most: 2400 },
          label: 'Minutes a week',
          question: 'Minutes a week altogether',
          isOptional: true,
        },
        groupSize: {
          kind: 'wholeNumber',
          range: { least: 1, most: 60 },
          label: 'Children in the group',
          hint: '1 if the child was supported alone',
          isOptional: true,
        },
        deliveredBy: {
          kind: 'line',
          label: 'Given by',
          question: 'Who gave the support?',
          hint: 'Their role, for example learning mentor',
          isOptional: true,
        },
        cost: { kind: 'pounds', label: 'Cost to the school', hint: 'An estimate is enough', isOptional: true },
        whatChanged: {
          kind: 'text',
          label: 'What changed',
          question: 'What changed?',
          hint: 'What the review showed, and what you did next',
        },
      },
    },
    agencies: {
      itemLabel: 'Agency',
      heading: 'Other agencies',
      fewest: 0,
      most: 8,
      fields: {
        agency: {
          kind: 'line',
          label: 'Agency',
          question: 'Who else has seen the child?',
          hint: 'For example, educational psychologist, CAMHS or speech and language therapist',
        },
        reportedOn: { kind: 'date', label: 'Date of the report', question: 'Date of their report', isOptional: true },
        advice: { kind: 'text', label: 'What they said', question: 'What did they say?', rows: 3, isOptional: true },
      },
    },
  },
} as const satisfies AnswerSection;
