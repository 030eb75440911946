import type { AnswerEntry, AnswerFields } from '@panel/case-rules';
import type { Question } from './answer-question.js';

/**
 * The questions of a section or of one entry with what is answered, in the order of `names` (all of them when not said).
 * A question that depends on the answer to another one stands under that one. `path` comes before each name.
 */
export function questionsOf(
  fields: AnswerFields,
  texts: AnswerEntry,
  path = '',
  names: readonly string[] = Object.keys(fields).filter((name) => fields[name]?.onlyWhen === undefined),
): readonly Question[] {
  return names.flatMap((name) => {
    const field = fields[name];
    if (field === undefined) return [];
    const dependents = Object.entries(fields).flatMap(([other, { onlyWhen }]) =>
      onlyWhen?.field === name
        ? questionsOf(fields, texts, path, [other]).map((question) => ({ ...question, is: onlyWhen.is }))
        : [],
    );
    const own = path + name;
    return [{ id: own.replaceAll('/', '-'), path: own, field, text: texts[name] ?? '', dependents }];
  });
}
