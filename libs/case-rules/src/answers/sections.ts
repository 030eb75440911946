import { ATTENDANCE } from './attendance.js';
import { CONSENT } from './consent.js';
import { FAMILY } from './family.js';
import { type AnswerField, type AnswerFields, type AnswerList, type AnswerSection } from './field.js';
import { FLAGS } from './flags.js';
import { GRADUATED_RESPONSE } from './graduated-response.js';
import { MEASURES } from './measures.js';
import { NEEDS } from './needs.js';
import { PUPIL } from './pupil.js';
import { REQUEST } from './request.js';
import { VOICE } from './voice.js';

/**
 * Every section of a referral with every answer: the one list from which the types, what the API accepts, the form, the
 * summary, the copy and the comparison of versions are made. A new answer is a new line here.
 */
const SECTIONS = {
  pupil: PUPIL,
  family: FAMILY,
  consent: CONSENT,
  needs: NEEDS,
  flags: FLAGS,
  attendance: ATTENDANCE,
  graduatedResponse: GRADUATED_RESPONSE,
  measures: MEASURES,
  voice: VOICE,
  request: REQUEST,
} as const satisfies Readonly<Record<string, AnswerSection>>;

/** The names of the sections in the order of the form. */
export const REFERRAL_SECTIONS = [
  'pupil',
  'family',
  'consent',
  'needs',
  'flags',
  'attendance',
  'graduatedResponse',
  'measures',
  'voice',
  'request',
] as const satisfies readonly (keyof typeof SECTIONS)[];
export type ReferralSection = keyof typeof SECTIONS;

type Texts<Fields extends AnswerFields> = { readonly [Name in keyof Fields]: string };
/** Lists are not read-only, so that they fit into what the form and the API hold. Nothing in this library changes one. */
type EntryOf<List extends AnswerList> = Texts<List['fields']> & { readonly key: string };
type AnswersOf<Section extends AnswerSection> = Texts<Section['fields']> & {
  readonly [Name in keyof Section['lists']]: EntryOf<Section['lists'][Name]>[];
};

/**
 * The answers of a referral exactly as they were typed: '' is not answered, dates are 'YYYY-MM-DD' in which parts may be
 * missing ('2015-9-'). Nothing is refused while a draft is saved; `findReferralGaps` says what is wrong.
 */
export type ReferralAnswers = { readonly [Name in ReferralSection]: AnswersOf<(typeof SECTIONS)[Name]> };

export type PupilAnswers = ReferralAnswers['pupil'];
export type FamilyAnswers = ReferralAnswers['family'];
export type ContactAnswers = FamilyAnswers['contacts'][number];
export type ConsentAnswers = ReferralAnswers['consent'];
export type NeedsAnswers = ReferralAnswers['needs'];
export type FlagsAnswers = ReferralAnswers['flags'];
export type AttendanceAnswers = ReferralAnswers['attendance'];
export type GraduatedResponseAnswers = ReferralAnswers['graduatedResponse'];
/** One assess-plan-do-review cycle. */
export type CycleAnswers = GraduatedResponseAnswers['cycles'][number];
export type AgencyAnswers = GraduatedResponseAnswers['agencies'][number];
export type MeasuresAnswers = ReferralAnswers['measures'];
export type GoalAnswers = MeasuresAnswers['goals'][number];
export type SdqAnswers = MeasuresAnswers['sdqScores'][number];
export type VoiceAnswers = ReferralAnswers['voice'];
export type RequestAnswers = ReferralAnswers['request'];

/** What a section asks. */
export function answerSection(section: ReferralSection): AnswerSection {
  return SECTIONS[section];
}

/** The name of a section as people see it. */
export function referralSectionLabel(section: ReferralSection): string {
  return SECTIONS[section].label;
}

/** Whether a text is the name of a section. */
export function isReferralSection(text: string): text is ReferralSection {
  return REFERRAL_SECTIONS.some((section) => section === text);
}

/** The list of a section by its name. @throws RangeError when the section has no such list. */
export function answerList(section: ReferralSection, list: string): AnswerList {
  const found = answerSection(section).lists[list];
  if (found === undefined) throw new RangeError(`The section ${section} has no list ${list}`);
  return found;
}

/** A place in a section as it is asked: a field of it, or (with `list`) of each entry of one of its lists. */
export interface FieldOfSection {
  readonly section: ReferralSection;
  readonly list: string | null;
  readonly name: string;
  readonly field: AnswerField;
}

/** Every field of every section, in the order of the form. */
export function allAnswerFields(): readonly FieldOfSection[] {
  return REFERRAL_SECTIONS.flatMap((section) => {
    const { fields, lists } = answerSection(section);
    const own = (list: string | null, of: AnswerFields): FieldOfSection[] =>
      Object.entries(of).map(([name, field]) => ({ section, list, name, field }));
    return [...own(null, fields), ...Object.entries(lists).flatMap(([list, { fields: inner }]) => own(list, inner))];
  });
}
