import { toAnswerRecord } from '../answers/read-answers.js';
import { answerSection, REFERRAL_SECTIONS, type ReferralAnswers } from '../answers/sections.js';
import { gap, type ReferralGap } from './gap.js';

/** Lists that have become too long, for example because two people added to them at once. */
export function listGaps(answers: ReferralAnswers): readonly ReferralGap[] {
  return REFERRAL_SECTIONS.flatMap((section) => {
    const record = toAnswerRecord(section, answers[section]);
    return Object.entries(answerSection(section).lists).flatMap(([list, { itemLabel, most }]) => {
      const place = { section, field: list, why: 'The panel has ten minutes for each case.' };
      const message = `Enter no more than ${most} entries under “${itemLabel}”`;
      return (record[list]?.length ?? 0) > most ? gap(place, `${list}_too_many`, message) : [];
    });
  });
}
