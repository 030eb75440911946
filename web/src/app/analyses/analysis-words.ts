import { isOutcomeCategory, outcomeCategoryLabel } from '@panel/case-rules';
import { dayText } from '@panel/ui';

/** Words for the codes of a result; an unknown code is shown as it is rather than hidden. */
const exclusions: Readonly<Record<string, string>> = {
  not_reviewed_in_period: 'Not reviewed in the period',
  no_risk_level_at_start: 'No risk level at the start',
  not_high_risk: 'Not deemed high risk at the start',
  no_assessment_at_start: 'No assessment at the start',
  no_hours_at_start: 'No weekly hours in the assessment at the start',
  no_outcome_at_review: 'No outcome at the review',
};

const roundings: Readonly<Record<string, string>> = {
  none: 'None: to the penny',
  whole_pounds_half_up: 'Whole pounds for each child, halves up',
};

export const exclusionLabel = (code: string): string => exclusions[code] ?? code;

export const roundingLabel = (code: string): string => roundings[code] ?? code;

export const outcomeLabel = (code: string): string => (isOutcomeCategory(code) ? outcomeCategoryLabel(code) : code);

/** `32.5` → `32.5 hours a week`. */
export const weeklyHoursText = (hours: number): string => `${hours} hours a week`;

export const periodText = (period: { readonly periodFrom: string; readonly periodTo: string }): string =>
  `${dayText(period.periodFrom)} to ${dayText(period.periodTo)}`;

export const countText = (count: number): string => count.toLocaleString('en-GB');
