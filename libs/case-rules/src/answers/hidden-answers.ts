import { readAnswers, toAnswerRecord } from './read-answers.js';
import { allAnswerFields, type ReferralAnswers, type ReferralSection } from './sections.js';

/**
 * The answers that only caseworkers (the school and the coordinators) see, as paths 'family/contacts/telephone'. Panel
 * members and services read a case without them: they need neither how to reach the family nor a child's ethnicity.
 */
export function answersForCaseworkersOnly(): readonly string[] {
  return allAnswerFields().flatMap(({ section, list, name, field }) =>
    field.isForCaseworkersOnly ? [[section, ...(list === null ? [] : [list]), name].join('/')] : [],
  );
}

/** A section with the answers that only caseworkers see emptied. */
export function withoutAnswersForCaseworkers<S extends ReferralSection>(
  section: S,
  answers: ReferralAnswers[S],
): ReferralAnswers[S] {
  const hidden = new Set(answersForCaseworkersOnly());
  const visible = Object.entries(toAnswerRecord(section, answers)).map(([name, value]) => {
    if (typeof value === 'string') return [name, hidden.has(`${section}/${name}`) ? '' : value];
    const entries = value.map((entry) =>
      Object.fromEntries(
        Object.entries(entry).map(([inner, text]) => [inner, hidden.has(`${section}/${name}/${inner}`) ? '' : text]),
      ),
    );
    return [name, entries];
  });
  return readAnswers(section, Object.fromEntries(visible));
}
