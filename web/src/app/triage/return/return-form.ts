import { applyEach, type SchemaPathTree, validate } from '@angular/forms/signals';
import type { CaseTriage, ReturnQuestion } from '@panel/api-client';
import { LONG_TEXT_MAX, REFERRAL_SECTIONS, referralQuestionLabel, referralQuestions } from '@panel/case-rules';
import type { Option } from '@panel/ui';
import { mustHaveText, mustNotBeLonger } from '../../referrals/required-text.js';

/** One question as it is written: where in the referral, and what the school must do. */
export interface AskedQuestion {
  readonly place: string;
  readonly question: string;
}

export interface ReturnAnswers {
  readonly reason: string;
  readonly items: readonly AskedQuestion[];
}

export const QUESTION_MAX = 2000;
export const QUESTIONS_MAX = 40;

/** Something that the system has noticed and that one press makes a question of. */
export interface Suggestion extends AskedQuestion {
  readonly text: string;
}

/** Every place of the referral, as options of a select. */
export const placeOptions: readonly Option[] = [
  { value: '', text: 'Choose a part of the referral' },
  ...referralQuestions().map(({ section, field, text }) => ({
    value: `${section}/${field}`,
    text:
      field === ''
        ? `${referralQuestionLabel(section, '')}: ${text.toLowerCase()}`
        : referralQuestionLabel(section, field),
  })),
];

export function returnSchema(path: SchemaPathTree<ReturnAnswers>): void {
  mustNotBeLonger(path.reason, LONG_TEXT_MAX, 'Message');
  validate(path.items, ({ value }) =>
    value().length === 0 ? { kind: 'missing', message: 'Add at least one question for the school' } : undefined,
  );
  applyEach(path.items, (item) => {
    mustHaveText(item.place, 'Choose what the question is about');
    mustHaveText(item.question, 'Enter what the school needs to add or change');
    mustNotBeLonger(item.question, QUESTION_MAX, 'Question');
  });
}

/** What is missing, first what must be there. */
export function suggestionsOf({ requiredGaps, optionalGaps }: CaseTriage): readonly Suggestion[] {
  return [
    ...requiredGaps.flatMap(({ pointer, message }) => {
      const [, section = '', field = ''] = pointer.split('/');
      return isSection(section)
        ? [{ place: `${section}/${field}`, question: message, text: referralQuestionLabel(section, field) }]
        : [];
    }),
    ...optionalGaps.map(({ section, field, why }) => ({
      place: `${section}/${field}`,
      question: `Please add this if you can. ${why}`,
      text: referralQuestionLabel(section, field),
    })),
  ];
}

/** As the API takes it. */
export function questionsOf(items: readonly AskedQuestion[]): ReturnQuestion[] {
  return items.flatMap(({ place, question }) => {
    const [section = '', field = ''] = place.split('/');
    return isSection(section) ? [{ section, field, question: question.trim() }] : [];
  });
}

function isSection(text: string): text is (typeof REFERRAL_SECTIONS)[number] {
  return REFERRAL_SECTIONS.some((section) => section === text);
}
