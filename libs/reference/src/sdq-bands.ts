/** A range of totals of the Strengths and Difficulties Questionnaire, both ends included, and what it is called. */
export interface SdqBand {
  readonly code: string;
  readonly label: string;
  readonly least: number;
  readonly most: number;
}

/** Bands of one form by one way of sorting. A band means nothing without the version it comes from. */
export interface SdqBanding {
  readonly version: string;
  readonly informant: string;
  readonly ageForm: string;
  readonly banding: string;
  /** Of total difficulties, 0 to 40, without a gap. */
  readonly total: readonly SdqBand[];
}

const band = (code: string, label: string, least: number, most: number): SdqBand => ({ code, label, least, most });

/**
 * Score bands only: the items of the SDQ are under licence and no part of this product (copyright Youthinmind, Robert
 * Goodman). Both bandings of the teacher's form for 4 to 17 years; the four bands as in PMC4830858, table 1. The bands of other
 * forms differ, and none is given here: their scores are shown as they are.
 */
export const SDQ_TOTAL_BANDINGS: readonly SdqBanding[] = [
  {
    version: 'teacher_4_17_four_band',
    informant: 'teacher',
    ageForm: '4-17',
    banding: 'four_band',
    total: [
      band('close_to_average', 'Close to average', 0, 11),
      band('slightly_raised', 'Slightly raised', 12, 15),
      band('high', 'High', 16, 18),
      band('very_high', 'Very high', 19, 40),
    ],
  },
  {
    version: 'teacher_4_17_three_band',
    informant: 'teacher',
    ageForm: '4-17',
    banding: 'three_band',
    total: [
      band('normal', 'Normal', 0, 11),
      band('borderline', 'Borderline', 12, 15),
      band('abnormal', 'Abnormal', 16, 40),
    ],
  },
];

/** Which band a total of a form falls into, with the version of the bands; null where this product has no bands for the form. */
export function sdqTotalBand(score: {
  readonly informant: string;
  readonly ageForm: string;
  readonly banding: string;
  readonly total: number;
}): { readonly band: SdqBand; readonly version: string } | null {
  const bands = SDQ_TOTAL_BANDINGS.find(
    ({ informant, ageForm, banding }) =>
      informant === score.informant && ageForm === score.ageForm && banding === score.banding,
  );
  const found = bands?.total.find(({ least, most }) => least <= score.total && score.total <= most);
  return bands && found ? { band: found, version: bands.version } : null;
}
