import { parsePounds } from '@panel/money';
import { type IsoDate } from '@panel/reference';
import { type AnswerField, type AnswerFields } from '../answers/field.js';
import { type AnswerEntry, isBlankEntry, toAnswerRecord } from '../answers/read-answers.js';
import { answerSection, REFERRAL_SECTIONS, type ReferralAnswers, type ReferralSection } from '../answers/sections.js';
import { isAsked } from '../answers/is-asked.js';
import { gap, type GapPlace, isBlank, pastDateGaps, type ReferralGap } from './gap.js';

const WHY = 'An answer that cannot be read helps nobody. Leave it out if you do not know it.';

/** Answers that were given but cannot be read: a number out of its range, half a date, an amount that is none. */
export function formatGaps(answers: ReferralAnswers, today: IsoDate): readonly ReferralGap[] {
  return REFERRAL_SECTIONS.flatMap((section) => {
    const { fields, lists } = answerSection(section);
    const record = toAnswerRecord(section, answers[section]);
    const texts = Object.fromEntries(
      Object.entries(record).filter((pair): pair is [string, string] => isText(pair[1])),
    );
    return [
      ...entryGaps(section, '', fields, texts, today),
      ...Object.entries(lists).flatMap(([list, { fields: inner }]) => {
        const entries = record[list];
        return entries === undefined || isText(entries)
          ? []
          : entries.flatMap((entry, index) =>
              isBlankEntry(entry) ? [] : entryGaps(section, `${list}/${index}/`, inner, entry, today),
            );
      }),
    ];
  });
}

function entryGaps(
  section: ReferralSection,
  path: string,
  fields: AnswerFields,
  texts: AnswerEntry,
  today: IsoDate,
): readonly ReferralGap[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const text = texts[name] ?? '';
    if (!isAsked(field, texts)) return [];
    return fieldGaps(field, text, { section, field: path + name, why: WHY }, today);
  });
}

function fieldGaps(field: AnswerField, text: string, place: GapPlace, today: IsoDate): readonly ReferralGap[] {
  if (isBlank(text.replaceAll('-', ''))) return [];
  switch (field.kind) {
    case 'date':
      return pastDateGaps(text, place, { name: field.label, code: 'date', enter: `Enter ${field.label}` }, today).gaps;
    case 'wholeNumber':
      return isWholeNumber(text, field.range)
        ? []
        : gap(place, 'number_out_of_range', `${field.label} must be a whole number${between(field.range)}`);
    case 'percent':
      return isPercentage(text)
        ? []
        : gap(place, 'percentage_wrong', `${field.label} must be a percentage between 0 and 100, like 87.5`);
    case 'pounds':
      return (parsePounds(text) ?? -1) >= 0
        ? []
        : gap(place, 'amount_wrong', `${field.label} must be an amount of money, like 1,250 or 82.50`);
    case 'choice':
    case 'select':
      return (field.codes ?? []).some(({ code }) => code === text.trim() || code === text.trim().toUpperCase())
        ? []
        : gap(place, 'choice_unknown', `Select ${field.label} from the list`);
    default:
      return [];
  }
}

function isWholeNumber(text: string, range: AnswerField['range']): boolean {
  if (!/^\d{1,6}$/.test(text.trim())) return false;
  const number = Number(text.trim());
  return number >= (range?.least ?? 0) && number <= (range?.most ?? 999_999);
}

function between(range: AnswerField['range']): string {
  return range ? ` between ${range.least} and ${range.most.toLocaleString('en-GB')}` : '';
}

function isPercentage(text: string): boolean {
  return /^\d{1,3}(\.\d{1,2})?\s*%?$/.test(text.trim()) && Number(text.trim().replace('%', '')) <= 100;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
