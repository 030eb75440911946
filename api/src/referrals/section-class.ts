import {
  type AnswerFields,
  answerSection,
  longestAnswer,
  type ReferralAnswers,
  type ReferralSection,
} from '@panel/case-rules';

import { ListOf, Text } from '../common/fields.js';

export interface ClassOf<T> {
  new (): T;
}

const KEY_MAX = 40;

/**
 * A class for the answers of a section, made from the list of its questions, so that what the API accepts and documents
 * is what the form asks. Answers as they are typed: text that may be empty, half a date, a UPN with a slip. Only sizes and
 * shapes are checked here; what is missing or wrong is said by the gaps and stops the submission.
 */
export function sectionClass<S extends ReferralSection>(section: S): ClassOf<ReferralAnswers[S]>;
export function sectionClass(section: ReferralSection): ClassOf<object> {
  const { fields, lists } = answerSection(section);
  const Answers = newClass(`${capitalised(section)}Answers`);
  addTexts(Answers, fields);
  for (const [list, { fields: inner, most, itemLabel }] of Object.entries(lists)) {
    // The name under which the contract knows it: "GraduatedResponseCycle".
    const Entry = newClass(`${capitalised(section)}${pascal(itemLabel)}`);
    Text({ max: KEY_MAX, min: 1, description: 'Names the entry, whatever its place; made by whoever adds it.' })(
      Entry.prototype,
      'key',
    );
    addTexts(Entry, inner);
    ListOf(() => Entry, { max: most })(Answers.prototype, list);
  }
  return Answers;
}

interface MadeClass extends ClassOf<object> {
  readonly prototype: object;
}

function newClass(name: string): MadeClass {
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its members come from the list of questions
  const made = class {};
  Object.defineProperty(made, 'name', { value: name });
  return made;
}

function addTexts({ prototype }: { readonly prototype: object }, fields: AnswerFields): void {
  for (const [name, field] of Object.entries(fields)) {
    const description = field.kind === 'date' ? 'A date as typed, year-month-day.' : undefined;
    Text({ max: longestAnswer(field), ...(description !== undefined && { description }) })(prototype, name);
  }
}

function pascal(words: string): string {
  return words.split(' ').map(capitalised).join('');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
