import {
  allAnswerFields,
  type AnswerField,
  answerText,
  isDecisionOutcome,
  decisionOutcomeLabel,
  isDeclineReason,
  declineReasonLabel,
  isOutcomeCategory,
  isRole,
  outcomeCategoryLabel,
  REFERRAL_SECTIONS,
  referralSectionLabel,
  roleLabel,
} from '@panel/case-rules';
import { formatPounds } from '@panel/money';
import {
  isNcYearCode,
  isSenProvisionCode,
  isSenTypeCode,
  isSexCode,
  ncYearLabel,
  senProvisionLabel,
  senTypeLabel,
  sexLabel,
} from '@panel/reference';

import { auditEventLabel } from '../audit/audit-event-labels.js';
import { inWords, textInWords } from '../common/words.js';

/* The words of a pack for people. The file for computers keeps every name and value as the database has it. */

const fields: Readonly<Record<string, string>> = {
  born_on: 'Date of birth',
  bornOn: 'Date of birth',
  nc_year: 'School year',
  ncYear: 'School year',
  sen_provision: 'SEN provision',
  senProvision: 'SEN provision',
  annual_value_pence: 'Value a year',
  gross_pence: 'Value before the contribution of the school',
  net_pence: 'Value after the contribution of the school',
  weekly_hours_hundredths: 'Hours a week',
  probability_percent: 'Probability (percent)',
  at: 'When',
};

/** The answers of a referral by name: what means the same is called the same in all its sections. */
const answerFields: ReadonlyMap<string, AnswerField> = new Map(
  allAnswerFields().map(({ name, field }) => [name, field]),
);

/** The name of a field as the family reads it. */
export function fieldInWords(name: string): string {
  const known = fields[name];
  if (known !== undefined) return known;
  const answer = answerFields.get(name);
  if (answer) return answer.label;
  return inWords(name.replace(/_by_name$|ByName$/, ' by').replace(/_pence$/, ''));
}

/** Says nothing to a person: where a row is kept, and how a change is noticed. */
export function isForComputers(field: string): boolean {
  return /^(id|key|seq|hash|version|address|subject_type)$|_(id|hash|key|sha256)$|Id$|Hash$/.test(field);
}

type Label = (code: string) => string | undefined;

const byField: Readonly<Record<string, Label>> = {
  sex: (code) => (isSexCode(code) ? sexLabel(code) : undefined),
  nc_year: (code) => (isNcYearCode(code) ? ncYearLabel(code) : undefined),
  primary_need: (code) => (isSenTypeCode(code) ? senTypeLabel(code) : undefined),
  secondary_need: (code) => (isSenTypeCode(code) ? senTypeLabel(code) : undefined),
  sen_provision: (code) => (isSenProvisionCode(code) ? senProvisionLabel(code) : undefined),
  status: inWords,
  section: sectionInWords,
  event: auditEventLabel,
  outcome: (code) => (isDecisionOutcome(code) ? decisionOutcomeLabel(code) : undefined),
  outcome_category: (code) => (isOutcomeCategory(code) ? outcomeCategoryLabel(code) : undefined),
  decline_reason: (code) => (isDeclineReason(code) ? declineReasonLabel(code) : undefined),
  actor_roles: (code) => (isRole(code) ? roleLabel(code) : undefined),
  role: (code) => (isRole(code) ? roleLabel(code) : undefined),
};

/** A text of a field: a known code by its label, dates as people write them, all else as it stands. */
export function textOfField(field: string, text: string): string {
  const answer = answerFields.get(field);
  if (answer?.codes?.some(({ code }) => code === text)) return answerText(answer, text);
  if (text === 'yes' || text === 'no') return inWords(text);
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return byField[column]?.(text) ?? textInWords(text);
}

export function numberOfField(field: string, value: number): string {
  if (field.endsWith('_pence') && Number.isSafeInteger(value)) return formatPounds(value);
  return String(field.endsWith('_hundredths') ? value / 100 : value);
}

/** The name of a section of a referral. */
export function sectionInWords(code: string): string | undefined {
  const section = REFERRAL_SECTIONS.find((known) => known === code);
  return section && referralSectionLabel(section);
}
