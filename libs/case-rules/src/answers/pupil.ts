import { ETHNICITIES, LANGUAGES, NC_YEARS, SEXES } from '@panel/reference';
import { type AnswerSection, YES_NO } from './field.js';

export const PUPIL = {
  label: 'Pupil',
  fields: {
    legalForename: { kind: 'name', label: 'Legal first name' },
    legalSurname: { kind: 'name', label: 'Legal last name' },
    preferredName: {
      kind: 'name',
      label: 'Preferred first name',
      hint: 'If the child is called something else',
      isOptional: true,
    },
    upn: {
      kind: 'identifier',
      label: 'UPN',
      question: 'Unique pupil number (UPN)',
      hint: '13 characters from your school’s records, like R857000024001. The first letter is checked against the rest.',
    },
    bornOn: { kind: 'date', label: 'Date of birth', hint: 'For example, 27 3 2016' },
    sex: {
      kind: 'choice',
      label: 'Sex',
      hint: 'As in the school census. It is used only to check that support is shared out fairly.',
      codes: SEXES,
    },
    ncYear: {
      kind: 'select',
      label: 'National curriculum year',
      hint: 'Only if the child is taught in another year than their age suggests',
      codes: NC_YEARS,
      nothingChosen: 'The year for the child’s age',
      isOptional: true,
      // A child moves up each September: last year's answer would be wrong.
      isAskedAnew: true,
    },
    startedAtSchoolOn: {
      kind: 'date',
      label: 'Started at the school',
      question: 'When did the child start at your school?',
      hint: 'For example, 1 9 2022',
      isOptional: true,
    },
    homeAuthority: {
      kind: 'line',
      label: 'Home authority',
      question: 'Which council’s area does the child live in?',
      hint: 'Only if it is another council’s',
      isOptional: true,
    },
    firstLanguage: {
      kind: 'select',
      label: 'First language',
      codes: LANGUAGES,
      nothingChosen: 'Not known',
      isOptional: true,
    },
    needsInterpreter: {
      kind: 'choice',
      label: 'Interpreter needed',
      question: 'Does the family need an interpreter?',
      codes: YES_NO,
      isOptional: true,
    },
    interpreterLanguage: {
      kind: 'line',
      label: 'Language of the interpreter',
      question: 'In which language, or in British Sign Language?',
      isOptional: true,
      onlyWhen: { field: 'needsInterpreter', is: 'yes' },
    },
    ethnicity: {
      kind: 'select',
      label: 'Ethnicity',
      hint: 'Used only to check that support is shared out fairly. The panel and services never see it.',
      codes: ETHNICITIES,
      nothingChosen: 'Not given',
      isOptional: true,
      isForCaseworkersOnly: true,
    },
  },
  lists: {},
} as const satisfies AnswerSection;
