import {
  isConfidenceLevel,
  isProbabilityPercent,
  isRiskLevel,
  PROBABILITY_RANGES,
  probabilityFitsLevel,
  riskLevelLabel,
} from './risk-levels.js';
import { MAX_WEEKLY_HOURS_HUNDREDTHS, toHoursHundredths } from './weekly-hours.js';

/** An assessment as entered; null or '' where nothing was given. Hours are decimal ("32.5" or 32.5), probability is percent. */
export interface AssessmentDraft {
  readonly riskLevel: string;
  readonly probabilityPercent: number | null;
  readonly isPlanLikely: boolean | null;
  readonly weeklyHours: string | number | null;
  readonly confidence: string;
  readonly rationale: string;
}

/** What is wrong with one field: a JSON pointer, a stable code and an error message. */
export interface AssessmentProblem {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** Shortest and longest rationale, in characters without spaces around it. */
export const RATIONALE_MIN = 20;
export const RATIONALE_MAX = 5000;
/** A high risk, or a likely plan, that needs no hours is unusual, so it takes more words. */
export const UNUSUAL_RATIONALE_MIN = 60;

/** What is wrong with an assessment, at most one problem a field, in the order of the form; empty when it can be recorded. */
export function checkAssessment(draft: AssessmentDraft): readonly AssessmentProblem[] {
  return [
    ...riskLevelProblems(draft),
    ...probabilityProblems(draft),
    ...planProblems(draft),
    ...hoursProblems(draft),
    ...confidenceProblems(draft),
    ...rationaleProblems(draft),
  ];
}

function riskLevelProblems({ riskLevel }: AssessmentDraft): readonly AssessmentProblem[] {
  return isRiskLevel(riskLevel) ? [] : problem('riskLevel', 'risk_level_missing', 'Select low, medium or high risk');
}

function probabilityProblems({ riskLevel, probabilityPercent }: AssessmentDraft): readonly AssessmentProblem[] {
  if (probabilityPercent === null) {
    return problem('probabilityPercent', 'probability_missing', 'Enter the probability in percent');
  }
  if (!isProbabilityPercent(probabilityPercent)) {
    const message = 'Probability must be a whole number between 0 and 100';
    return problem('probabilityPercent', 'probability_out_of_range', message);
  }
  if (!isRiskLevel(riskLevel) || probabilityFitsLevel(probabilityPercent, riskLevel)) return [];
  const { from, to } = PROBABILITY_RANGES[riskLevel];
  const level = riskLevelLabel(riskLevel).toLowerCase();
  const message = `Probability must be between ${from} and ${to} for ${level} risk, or change the level of risk`;
  return problem('probabilityPercent', 'probability_does_not_fit_level', message);
}

function planProblems({ isPlanLikely }: AssessmentDraft): readonly AssessmentProblem[] {
  return isPlanLikely === null
    ? problem('isPlanLikely', 'is_plan_likely_missing', 'Select yes if a plan would be likely to follow a request')
    : [];
}

function hoursProblems({ weeklyHours }: AssessmentDraft): readonly AssessmentProblem[] {
  if (weeklyHours === null || weeklyHours === '') {
    return problem('weeklyHours', 'weekly_hours_missing', 'Enter the hours a week, or 0 for none');
  }
  const hundredths = toHoursHundredths(weeklyHours);
  if (hundredths !== null && hundredths <= MAX_WEEKLY_HOURS_HUNDREDTHS) return [];
  const message = 'Hours a week must be a number between 0 and 40 with no more than 2 decimal places, like 32.5';
  return problem('weeklyHours', 'weekly_hours_out_of_range', message);
}

function confidenceProblems({ confidence }: AssessmentDraft): readonly AssessmentProblem[] {
  return isConfidenceLevel(confidence)
    ? []
    : problem('confidence', 'confidence_missing', 'Select how sure you are of the judgement');
}

function rationaleProblems(draft: AssessmentDraft): readonly AssessmentProblem[] {
  const length = draft.rationale.trim().length;
  if (length === 0) return problem('rationale', 'rationale_missing', 'Enter the reasons for your judgement');
  if (length > RATIONALE_MAX) {
    return problem('rationale', 'rationale_too_long', 'Reasons must be 5,000 characters or fewer');
  }
  if (length < RATIONALE_MIN) {
    return problem('rationale', 'rationale_too_short', `Reasons must be ${RATIONALE_MIN} characters or more`);
  }
  const hasNoHours = draft.weeklyHours !== null && toHoursHundredths(draft.weeklyHours) === 0;
  const isUnusual = hasNoHours && (draft.riskLevel === 'high' || draft.isPlanLikely === true);
  if (!isUnusual || length >= UNUSUAL_RATIONALE_MIN) return [];
  const message = `Explain in ${UNUSUAL_RATIONALE_MIN} characters or more why no hours would be needed`;
  return problem('rationale', 'rationale_for_no_hours_too_short', message);
}

function problem(field: keyof AssessmentDraft, code: string, message: string): readonly AssessmentProblem[] {
  return [{ pointer: `/${field}`, code, message }];
}
