import { longestAnswer } from '../answers/field.js';
import { toAnswerRecord } from '../answers/read-answers.js';
import { allAnswerFields, type ReferralAnswers, type ReferralSection } from '../answers/sections.js';
import { gap, type ReferralGap } from './gap.js';

const WHY = 'The panel has ten minutes for each case; longer papers can be attached.';

/** Answers that are too long. Pasted text is never cut, so it can be too long until somebody shortens it. */
export function lengthGaps(answers: ReferralAnswers): readonly ReferralGap[] {
  return allAnswerFields().flatMap(({ section, list, name, field }) => {
    const record = toAnswerRecord(section, answers[section]);
    const most = longestAnswer(field);
    if (list === null) return tooLong(section, name, record[name], most);
    const entries = record[list];
    return Array.isArray(entries)
      ? entries.flatMap((entry, index) => tooLong(section, `${list}/${index}/${name}`, entry[name], most))
      : [];
  });
}

function tooLong(section: ReferralSection, field: string, text: unknown, most: number): readonly ReferralGap[] {
  if (typeof text !== 'string' || text.length <= most) return [];
  const message = `Shorten this answer to ${most.toLocaleString('en-GB')} characters or fewer`;
  return gap({ section, field, why: WHY }, 'answer_too_long', message);
}
