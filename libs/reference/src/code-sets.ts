import { codeLabel, type Code } from './codes.js';
import { ETHNICITIES } from './ethnicities.js';
import { LANGUAGES } from './languages.js';

/** SEN provision, DfE code set CS096 (school census rules 2115 to 2125). */
export const SEN_PROVISIONS = [
  { code: 'N', label: 'No special educational need' },
  { code: 'K', label: 'SEN support' },
  { code: 'E', label: 'Education, health and care plan' },
] as const satisfies readonly Code[];
export type SenProvisionCode = (typeof SEN_PROVISIONS)[number]['code'];

/** Sex, DfE code set CS119; monitoring only. */
export const SEXES = [
  { code: 'M', label: 'Male' },
  { code: 'F', label: 'Female' },
  { code: 'U', label: 'Unknown' },
] as const satisfies readonly Code[];
export type SexCode = (typeof SEXES)[number]['code'];

/** School phase as in the school census. */
export const SCHOOL_PHASES = [
  { code: 'NS', label: 'Nursery' },
  { code: 'PS', label: 'Primary' },
  { code: 'MP', label: 'Middle (deemed primary)' },
  { code: 'MS', label: 'Middle (deemed secondary)' },
  { code: 'SS', label: 'Secondary' },
  { code: 'SP', label: 'Special' },
  { code: 'AT', label: 'All-through' },
  { code: 'EY', label: 'Early years setting' },
  { code: 'PR', label: 'Pupil referral unit' },
  { code: 'NO', label: 'No establishment' },
] as const satisfies readonly Code[];
export type SchoolPhaseCode = (typeof SCHOOL_PHASES)[number]['code'];

/** Phase of education as in the national register of schools (GIAS); other codes than the census phase. */
export const GIAS_PHASES = [
  { code: '0', label: 'Not applicable' },
  { code: '1', label: 'Nursery' },
  { code: '2', label: 'Primary' },
  { code: '3', label: 'Middle deemed primary' },
  { code: '4', label: 'Secondary' },
  { code: '5', label: 'Middle deemed secondary' },
  { code: '6', label: '16 plus' },
  { code: '7', label: 'All-through' },
] as const satisfies readonly Code[];
export type GiasPhaseCode = (typeof GIAS_PHASES)[number]['code'];

/** Whether a text is a SEN provision code. */
export function isSenProvisionCode(code: string): code is SenProvisionCode {
  return SEN_PROVISIONS.some((entry) => entry.code === code);
}

/** Whether a text is a sex code. */
export function isSexCode(code: string): code is SexCode {
  return SEXES.some((entry) => entry.code === code);
}

/** Whether a text is a census phase code. */
export function isSchoolPhaseCode(code: string): code is SchoolPhaseCode {
  return SCHOOL_PHASES.some((entry) => entry.code === code);
}

/** The label of a SEN provision; an unknown code is given back. */
export function senProvisionLabel(code: string): string {
  return codeLabel(SEN_PROVISIONS, code);
}

/** The label of a sex code; an unknown code is given back. */
export function sexLabel(code: string): string {
  return codeLabel(SEXES, code);
}

/** The label of a census phase; an unknown code is given back. */
export function schoolPhaseLabel(code: string): string {
  return codeLabel(SCHOOL_PHASES, code);
}

/** The label of a GIAS phase; an unknown code is given back. */
export function giasPhaseLabel(code: string): string {
  return codeLabel(GIAS_PHASES, code);
}

/** The label of an ethnicity; an unknown code is given back. */
export function ethnicityLabel(code: string): string {
  return codeLabel(ETHNICITIES, code);
}

/** The label of a first language; an unknown code is given back. */
export function languageLabel(code: string): string {
  return codeLabel(LANGUAGES, code);
}
