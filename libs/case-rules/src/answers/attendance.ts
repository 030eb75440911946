import { type AnswerSection, YES_NO } from './field.js';

export const ATTENDANCE = {
  label: 'Attendance and exclusion',
  isAskedAnew: true,
  fields: {
    attendanceThisYear: {
      kind: 'percent',
      label: 'Attendance this school year',
      hint: 'Percentage of sessions attended, for example 87.5',
    },
    attendanceLastYear: { kind: 'percent', label: 'Attendance last school year', isOptional: true },
    reducedSessionsPerWeek: {
      kind: 'wholeNumber',
      range: { least: 0, most: 10 },
      label: 'Sessions a week on a reduced timetable',
      question: 'If the child is on a reduced timetable, how many sessions a week do they attend?',
      hint: 'A full week has 10 sessions, one each morning and afternoon',
      isOptional: true,
    },
    suspensions: {
      kind: 'wholeNumber',
      range: { least: 0, most: 200 },
      label: 'Suspensions this school year',
      question: 'How many times has the child been suspended this school year?',
      hint: '0 if never',
    },
    suspensionDays: {
      kind: 'line',
      label: 'Days suspended',
      question: 'On how many school days altogether?',
      hint: 'Half days count as 0.5. Leave it empty if the child was never suspended.',
      isOptional: true,
    },
    isAtRiskOfExclusion: {
      kind: 'choice',
      label: 'At risk of permanent exclusion',
      question: 'Is the child at risk of permanent exclusion?',
      codes: YES_NO,
    },
    exclusionRisk: {
      kind: 'text',
      label: 'Why they are at risk',
      question: 'What makes you think so?',
      rows: 3,
      isOptional: true,
      onlyWhen: { field: 'isAtRiskOfExclusion', is: 'yes' },
    },
  },
  lists: {},
} as const satisfies AnswerSection;
