import { type DatePartName, type IsoDate, readTypedDate } from '@panel/reference';
import { type ReferralSection } from '../answers/sections.js';

/** Something that a referral still needs before it can be submitted. */
export interface ReferralGap {
  readonly section: ReferralSection;
  /** JSON pointer into the answers, such as '/pupil/upn'. */
  readonly pointer: string;
  readonly code: string;
  /** What is wrong and how to put it right, as an error message. */
  readonly message: string;
  /** Why it is asked for. */
  readonly why: string;
}

/** Where a gap is and why it matters; the field is a path inside the section. */
export interface GapPlace {
  readonly section: ReferralSection;
  readonly field: string;
  readonly why: string;
}

/** A list with the one gap. */
export function gap(place: GapPlace, code: string, message: string): readonly ReferralGap[] {
  const { section, field, why } = place;
  return [{ section, pointer: `/${section}/${field}`, code, message, why }];
}

/** A gap when a required text is empty. */
export function requiredText(text: string, place: GapPlace, code: string, message: string): readonly ReferralGap[] {
  return isBlank(text) ? gap(place, code, message) : [];
}

/** Whether nothing but spaces was typed. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** How a date is called at the beginning of a message ("Date of birth") and with what its codes begin ("date_of_birth"). */
export interface DateWords {
  readonly name: string;
  readonly code: string;
  readonly enter: string;
}

/** The gaps of a typed date that must be real and not after today; the date where there are none. */
export function pastDateGaps(
  text: string,
  place: GapPlace,
  words: DateWords,
  today: IsoDate,
): { readonly gaps: readonly ReferralGap[]; readonly date: IsoDate | null } {
  const typed = readTypedDate(text);
  const refuse = (problem: string, message: string) => ({
    gaps: gap(place, `${words.code}_${problem}`, message),
    date: null,
  });
  switch (typed.kind) {
    case 'empty':
      return refuse('missing', words.enter);
    case 'incomplete':
      return refuse('incomplete', `${words.name} must include a ${joinParts(typed.missing)}`);
    case 'not_real':
      return refuse('not_real', `${words.name} must be a real date`);
    case 'date':
      return typed.date > today
        ? refuse('in_future', `${words.name} must be today or in the past`)
        : { gaps: [], date: typed.date };
  }
}

function joinParts(parts: readonly DatePartName[]): string {
  return parts.join(' and ');
}
