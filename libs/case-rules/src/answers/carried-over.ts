import { type AnswerFields } from './field.js';
import { type AnswerEntry, type AnswerRecord, isBlankEntry, readAnswers, toAnswerRecord } from './read-answers.js';
import {
  answerList,
  answerSection,
  REFERRAL_SECTIONS,
  type ReferralAnswers,
  type ReferralSection,
} from './sections.js';

/**
 * What of a child's last referral is copied into a new one: what holds for years (who the child is, the family, what the
 * school has tried). What must be said anew is left out: agreement, views, measures, what is happening now, what is asked
 * for. Only sections in which something is copied.
 */
export function carriedOverAnswers(last: ReferralAnswers): Partial<ReferralAnswers> {
  const copied = REFERRAL_SECTIONS.flatMap((section): [ReferralSection, unknown][] => {
    const answers = carriedOverSection(section, last[section]);
    return answeredPaths(section, answers).length > 0 ? [[section, answers]] : [];
  });
  return Object.fromEntries(copied);
}

/** Where something is answered, as paths by the key of entries: 'upn', 'cycles/1/strategy'. */
export function answeredPaths(section: ReferralSection, answers: object): readonly string[] {
  return Object.entries(toAnswerRecord(section, answers)).flatMap(([name, value]) => {
    if (typeof value === 'string') return value.trim() === '' ? [] : [name];
    return value.flatMap((entry) =>
      Object.entries(entry).flatMap(([inner, text]) =>
        inner === 'key' || text.trim() === '' ? [] : [`${name}/${entry['key'] ?? ''}/${inner}`],
      ),
    );
  });
}

function carriedOverSection(section: ReferralSection, answers: object): AnswerRecord {
  const { fields, isAskedAnew } = answerSection(section);
  if (isAskedAnew) return readAnswers(section, {});
  const kept = Object.entries(toAnswerRecord(section, answers)).map(([name, value]) => {
    if (typeof value === 'string') return [name, fields[name]?.isAskedAnew ? '' : value];
    const entries = value.filter((entry) => !isBlankEntry(entry));
    // A list that has nothing to copy begins as it begins for everybody.
    return [
      name,
      entries.length > 0 ? entries.map((entry) => keptEntry(answerList(section, name).fields, entry)) : undefined,
    ];
  });
  return readAnswers(section, Object.fromEntries(kept));
}

function keptEntry(fields: AnswerFields, entry: AnswerEntry): AnswerEntry {
  return Object.fromEntries(Object.entries(entry).map(([name, text]) => [name, fields[name]?.isAskedAnew ? '' : text]));
}
