import { addWeeks, addWorkingDays, type IsoDate, subtractWorkingDays } from '@panel/reference';

/** The defaults of the dates around a panel; an authority may set others. */
export const PANEL_DATE_DEFAULTS = {
  papersCloseWorkingDaysBefore: 10,
  papersPublishedWorkingDaysBefore: 5,
  schoolInformedWorkingDaysAfter: 5,
  firstReviewWeeksAfter: 12,
  triageWorkingDaysAfterSubmission: 5,
} as const;

/** The last day on which a case can join the papers of a panel: 10 working days before it. */
export function papersCloseOn(panelHeldOn: IsoDate): IsoDate {
  return subtractWorkingDays(panelHeldOn, PANEL_DATE_DEFAULTS.papersCloseWorkingDaysBefore);
}

/** The day on which the papers are published: 5 working days before the panel. */
export function papersPublishedOn(panelHeldOn: IsoDate): IsoDate {
  return subtractWorkingDays(panelHeldOn, PANEL_DATE_DEFAULTS.papersPublishedWorkingDaysBefore);
}

/** The day by which the school hears of the decision: 5 working days after the panel. */
export function schoolInformedBy(panelHeldOn: IsoDate): IsoDate {
  return addWorkingDays(panelHeldOn, PANEL_DATE_DEFAULTS.schoolInformedWorkingDaysAfter);
}

/** The day of the first review: 12 calendar weeks after the support started (or, before that is known, after the panel). */
export function firstReviewOn(startedOn: IsoDate): IsoDate {
  return addWeeks(startedOn, PANEL_DATE_DEFAULTS.firstReviewWeeksAfter);
}

/** The day by which the coordinator looks at a submitted referral: 5 working days after it was submitted. */
export function triageDueOn(submittedOn: IsoDate): IsoDate {
  return addWorkingDays(submittedOn, PANEL_DATE_DEFAULTS.triageWorkingDaysAfterSubmission);
}
