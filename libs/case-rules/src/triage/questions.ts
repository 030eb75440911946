import { isAsked } from '../answers/is-asked.js';
import {
  answerSection,
  REFERRAL_SECTIONS,
  type ReferralAnswers,
  type ReferralSection,
  referralSectionLabel,
} from '../answers/sections.js';
import { toAnswerRecord } from '../answers/read-answers.js';

/** One question of the referral that the coordinator can ask again, by its place in the answers. */
export interface ReferralQuestion {
  readonly section: ReferralSection;
  /** The field or the list in its section; '' is the section as a whole. */
  readonly field: string;
  readonly text: string;
}

/** Something that a complete referral leaves out and that would help whoever judges it. */
export interface OptionalGap extends ReferralQuestion {
  readonly why: string;
}

/** Of the optional questions those whose answers help most cases. What is asked for monitoring alone is never missed. */
const HELPFUL: readonly { readonly section: ReferralSection; readonly field: string; readonly why: string }[] = [
  { section: 'pupil', field: 'startedAtSchoolOn', why: 'It shows how long the school has known the child.' },
  { section: 'needs', field: 'triggers', why: 'What sets it off tells where support has to begin.' },
  { section: 'needs', field: 'whatWorks', why: 'Whoever supports the child need not find it out again.' },
  { section: 'attendance', field: 'attendanceLastYear', why: 'It shows whether attendance is falling.' },
  { section: 'voice', field: 'howChildWasHeard', why: 'It shows that the view is the child’s own.' },
  { section: 'request', field: 'schoolContribution', why: 'The panel asks what the school adds of its own.' },
];

/** Every question that can be asked again, in the order of the form; each section also as a whole. */
export function referralQuestions(): readonly ReferralQuestion[] {
  return REFERRAL_SECTIONS.flatMap((section) => [
    ...Object.entries(labelsOf(section)).map(([field, text]) => ({ section, field, text })),
    { section, field: '', text: 'Something else' },
  ]);
}

/** The question at a place as people see it, with its section: "Needs: What works". Unknown fields give the section. */
export function referralQuestionLabel(section: ReferralSection, field: string): string {
  const text = labelsOf(section)[field];
  return text === undefined ? referralSectionLabel(section) : `${referralSectionLabel(section)}: ${text}`;
}

/** Which optional answers are missing, with why each would help; the required ones are found by `findReferralGaps`. */
export function findOptionalGaps(answers: ReferralAnswers): readonly OptionalGap[] {
  return HELPFUL.flatMap(({ section, field, why }) => {
    const given = toAnswerRecord(section, answers[section]);
    const asked = answerSection(section).fields[field];
    const answer = given[field];
    const isGiven = typeof answer === 'string' && answer.trim() !== '';
    if (asked === undefined || !isAsked(asked, given) || isGiven) return [];
    return [{ section, field, text: asked.label, why }];
  });
}

function labelsOf(section: ReferralSection): Readonly<Record<string, string>> {
  const { fields, lists } = answerSection(section);
  return Object.fromEntries([
    ...Object.entries(fields).map(([name, { label }]) => [name, label] as const),
    ...Object.entries(lists).map(([name, { heading, itemLabel }]) => [name, heading ?? `${itemLabel}s`] as const),
  ]);
}
