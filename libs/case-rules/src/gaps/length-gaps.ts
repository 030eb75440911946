import { longestAnswer } from '../answers/field.js';
import { toAnswerRecord } from '../answers/read-answers.js';
import { allAnswerFields, REFERRAL_SECTIONS, type ReferralAnswers, type ReferralSection } from '../answers/sections.js';
import { gap, type ReferralGap } from './gap.js';

const WHY = 'The panel has ten minutes for each case; longer papers can be attached.';

/** Answers that are too long. Pasted text is never cut, so it can be too long until somebody shortens it. */
export function lengthGaps(answers: ReferralAnswers): readonly ReferralGap[] {
  // A queue asks this of fifty referrals: the answers of a section are read once for all its fields.
  const records = new Map(REFERRAL_SECTIONS.map((section) => [section, toAnswerRecord(section, answers[section])]));
  return fieldsWithLimit.flatMap(({ section, list, name, most }) => {
    const record = records.get(section) ?? {};
    if (list === null) return tooLong(section, name, record[name], most);
    const entries = record[list];
    return Array.isArray(entries)
      ? entries.flatMap((entry, index) => tooLong(section, `${list}/${index}/${name}`, entry[name], most))
      : [];
  });
}

const fieldsWithLimit = allAnswerFields().map(({ field, ...place }) => ({ ...place, most: longestAnswer(field) }));

function tooLong(section: ReferralSection, field: string, text: unknown, most: number): readonly ReferralGap[] {
  if (typeof text !== 'string' || text.length <= most) return [];
  const message = `Shorten this answer to ${most.toLocaleString('en-GB')} characters or fewer`;
  return gap({ section, field, why: WHY }, 'answer_too_long', message);
}
