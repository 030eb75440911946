import type { GraduatedResponseCycle, ReferralSections } from '@panel/api-client';
import { consentMethodLabel, isConsentMethod, type ReferralSection, referralSectionLabel } from '@panel/case-rules';
import { formatDate, ncYearLabel, readTypedDate, senProvisionLabel, senTypeLabel, sexLabel } from '@panel/reference';
import type { SummaryRow } from '@panel/ui';

/** One answer of a referral, in words, with the id of its control. */
export interface AnswerRow {
  readonly fieldId: string;
  readonly key: string;
  readonly value: SummaryRow['value'];
}

/** The answers under one heading: a section, or one cycle of the graduated response. */
export interface AnswerGroup {
  readonly section: ReferralSection;
  readonly heading: string;
  readonly rows: readonly AnswerRow[];
}

/** All answers of a referral as they are checked and read. */
export function answerGroups(sections: ReferralSections): readonly AnswerGroup[] {
  return [
    group('pupil', pupilRows(sections)),
    group('consent', consentRows(sections)),
    group('needs', needsRows(sections)),
    ...sections.graduatedResponse.answers.cycles.map((cycle, index) => ({
      ...group('graduatedResponse', cycleRows(cycle, index)),
      heading: `${referralSectionLabel('graduatedResponse')}: cycle ${index + 1}`,
    })),
    group('request', requestRows(sections)),
  ];
}

function pupilRows({ pupil: { answers } }: ReferralSections): readonly AnswerRow[] {
  return [
    row('legalForename', 'Legal first name', answers.legalForename),
    row('legalSurname', 'Legal last name', answers.legalSurname),
    row('preferredName', 'Preferred first name', answers.preferredName),
    row('upn', 'UPN', answers.upn),
    row('bornOn', 'Date of birth', typedDateText(answers.bornOn)),
    row('sex', 'Sex', sexLabel(answers.sex)),
    row('ncYear', 'National curriculum year', ncYearLabel(answers.ncYear)),
    row('startedAtSchoolOn', 'Started at the school', typedDateText(answers.startedAtSchoolOn)),
  ];
}

function consentRows({ consent: { answers } }: ReferralSections): readonly AnswerRow[] {
  return [
    row('agreedByName', 'Agreed by', answers.agreedByName),
    row('relationship', 'Relationship to the child', answers.relationship),
    row('hasParentalResponsibility', 'Parental responsibility', yesNoText(answers.hasParentalResponsibility)),
    row('agreedOn', 'Agreed on', typedDateText(answers.agreedOn)),
    row('method', 'How they agreed', isConsentMethod(answers.method) ? consentMethodLabel(answers.method) : ''),
    row('explained', 'What was explained', paragraphs(answers.explained)),
    row('shareWithPanel', 'Share with panel schools', yesNoText(answers.shareWithPanel)),
    row('shareWithProviders', 'Share with services', yesNoText(answers.shareWithProviders)),
  ];
}

function needsRows({ needs: { answers } }: ReferralSections): readonly AnswerRow[] {
  return [
    row('primaryNeed', 'Primary need', senTypeLabel(answers.primaryNeed)),
    row('secondaryNeed', 'Secondary need', senTypeLabel(answers.secondaryNeed)),
    row('senProvision', 'Provision now', senProvisionLabel(answers.senProvision)),
    row('diagnosis', 'Diagnosis', answers.diagnosis),
    row('strengths', 'What the child does well', paragraphs(answers.strengths)),
    row('concerns', 'Concerns', paragraphs(answers.concerns)),
    row('whatWorks', 'What works', paragraphs(answers.whatWorks)),
  ];
}

function cycleRows(cycle: GraduatedResponseCycle, index: number): readonly AnswerRow[] {
  const at = (field: keyof GraduatedResponseCycle): string => `cycles-${index}-${field}`;
  return [
    row(at('strategy'), 'What was done', paragraphs(cycle.strategy)),
    row(at('startedOn'), 'Started', typedDateText(cycle.startedOn)),
    row(at('endedOn'), 'Ended', typedDateText(cycle.endedOn)),
    row(at('minutesPerWeek'), 'Minutes a week', cycle.minutesPerWeek),
    row(at('groupSize'), 'Children in the group', cycle.groupSize),
    row(at('deliveredBy'), 'Who gave the support', cycle.deliveredBy),
    row(at('whatChanged'), 'What changed', paragraphs(cycle.whatChanged)),
  ];
}

function requestRows({ request: { answers } }: ReferralSections): readonly AnswerRow[] {
  return [
    row('requestedSupport', 'Support asked for', paragraphs(answers.requestedSupport)),
    row('desiredOutcomes', 'What should be different', paragraphs(answers.desiredOutcomes)),
    row('isUrgent', 'Urgent', yesNoText(answers.isUrgent)),
    ...(answers.isUrgent === 'yes' ? [row('whyNow', 'Why it cannot wait', paragraphs(answers.whyNow))] : []),
    row('schoolContribution', 'What the school contributes', paragraphs(answers.schoolContribution)),
    row('childsView', 'The child’s view', paragraphs(answers.childsView)),
    row('parentsView', 'The parents’ or carers’ view', paragraphs(answers.parentsView)),
  ];
}

function group(section: ReferralSection, rows: readonly AnswerRow[]): AnswerGroup {
  return { section, heading: referralSectionLabel(section), rows };
}

function row(fieldId: string, key: string, value: SummaryRow['value']): AnswerRow {
  return { fieldId, key, value };
}

function paragraphs(text: string): readonly string[] {
  return text.split('\n');
}

function yesNoText(answer: string): string {
  if (answer === 'yes') return 'Yes';
  return answer === 'no' ? 'No' : '';
}

/** What is no date yet is shown as it was typed, day first: it is about to be put right. */
export function typedDateText(text: string): string {
  const typed = readTypedDate(text);
  if (typed.kind === 'date') return formatDate(typed.date);
  return typed.kind === 'empty' ? '' : text.split('-').reverse().filter(Boolean).join(' ');
}
