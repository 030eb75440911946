import type { AnswerField } from './field.js';
import type { AnswerRecord } from './read-answers.js';

/** Whether a question is asked at all, as the others are answered now. */
export function isAsked({ onlyWhen }: AnswerField, answers: AnswerRecord): boolean {
  return onlyWhen === undefined || answers[onlyWhen.field] === onlyWhen.is;
}
