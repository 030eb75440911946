import type { Code } from '@panel/reference';
import type { AnswerSection } from './field.js';

/*
 * Scores only. The items of the SDQ, the Boxall Profile and the Leuven scales are under licence and never part of this
 * product: a school fills them in elsewhere and enters the totals.
 */

export const SDQ_INFORMANTS = [
  { code: 'teacher', label: 'Teacher' },
  { code: 'parent', label: 'Parent or carer' },
  { code: 'self', label: 'The young person' },
] as const satisfies readonly Code[];

export const SDQ_AGE_FORMS = [
  { code: '2-4', label: '2 to 4 years' },
  { code: '4-17', label: '4 to 17 years' },
  { code: '11-17', label: '11 to 17 years, filled in by the young person' },
  { code: '18+', label: '18 years and over' },
] as const satisfies readonly Code[];

/** Two ways of sorting the same scores into bands, which differ on purpose: a band means nothing without its version. */
export const SDQ_BANDINGS = [
  { code: 'four_band', label: 'Four bands (close to average to very high)' },
  { code: 'three_band', label: 'Three bands (normal, borderline, abnormal)' },
] as const satisfies readonly Code[];

export const ATTAINMENT_CODES = [
  { code: 'far_below', label: 'Two years or more below' },
  { code: 'below', label: 'One to two years below' },
  { code: 'just_below', label: 'Up to a year below' },
  { code: 'at_age', label: 'As expected for the child’s age' },
  { code: 'above', label: 'Above' },
] as const satisfies readonly Code[];

export const GOALS_MAX = 3;

const attainment = {
  kind: 'select',
  codes: ATTAINMENT_CODES,
  nothingChosen: 'Not measured',
  isOptional: true,
} as const;

export const MEASURES = {
  label: 'Measures at the start',
  isAskedAnew: true,
  fields: {
    boxallDevelopmental: {
      kind: 'wholeNumber',
      range: { least: 0, most: 136 },
      label: 'Boxall Profile, developmental strands: total',
      hint: '0 to 136',
      isOptional: true,
    },
    boxallDiagnostic: {
      kind: 'wholeNumber',
      range: { least: 0, most: 136 },
      label: 'Boxall Profile, diagnostic profile: total',
      hint: '0 to 136',
      isOptional: true,
    },
    boxallOn: { kind: 'date', label: 'Boxall Profile filled in on', isOptional: true },
    leuvenWellbeing: {
      kind: 'wholeNumber',
      range: { least: 1, most: 5 },
      label: 'Leuven scale, well-being',
      hint: '1 to 5',
      isOptional: true,
    },
    leuvenInvolvement: {
      kind: 'wholeNumber',
      range: { least: 1, most: 5 },
      label: 'Leuven scale, involvement',
      hint: '1 to 5',
      isOptional: true,
    },
    reading: { ...attainment, label: 'Reading, against age' },
    writing: { ...attainment, label: 'Writing, against age' },
    mathematics: { ...attainment, label: 'Mathematics, against age' },
  },
  lists: {
    goals: {
      itemLabel: 'Goal',
      fewest: 1,
      most: GOALS_MAX,
      fields: {
        goal: {
          kind: 'line',
          label: 'Goal',
          question: 'What is the goal?',
          hint: 'Agreed with the child where possible, in words they understand',
        },
        score: {
          kind: 'wholeNumber',
          range: { least: 0, most: 10 },
          label: 'Where the child is now',
          question: 'Where is the child now, from 0 to 10?',
          hint: '0 is as far away as can be, 10 is reached',
        },
      },
    },
    sdqScores: {
      itemLabel: 'SDQ score',
      heading: 'Strengths and Difficulties Questionnaire (SDQ)',
      fewest: 0,
      most: 3,
      fields: {
        informant: { kind: 'choice', label: 'Filled in by', question: 'Who filled it in?', codes: SDQ_INFORMANTS },
        ageForm: { kind: 'choice', label: 'Form', question: 'Which form?', codes: SDQ_AGE_FORMS },
        banding: { kind: 'choice', label: 'Banding', question: 'Which bands do you use?', codes: SDQ_BANDINGS },
        total: {
          kind: 'wholeNumber',
          range: { least: 0, most: 40 },
          label: 'Total difficulties',
          question: 'Total difficulties, 0 to 40',
        },
        impact: {
          kind: 'wholeNumber',
          range: { least: 0, most: 10 },
          label: 'Impact',
          question: 'Impact, 0 to 10',
          isOptional: true,
        },
        completedOn: { kind: 'date', label: 'Filled in on', question: 'When was it filled in?', isOptional: true },
      },
    },
  },
} as const satisfies AnswerSection;
