import { type SchemaPathTree, validate } from '@angular/forms/signals';
import type { CreateAssessment } from '@panel/api-client';
import { checkAssessment, type ConfidenceLevel, type RiskLevel, toHoursHundredths } from '@panel/risk';
import { mistake } from '../home/page/form-mistakes.js';

export const otherHours = 'other';

/** An assessment as it is chosen and typed. */
export interface AssessmentAnswers {
  readonly riskLevel: RiskLevel | '';
  readonly probabilityPercent: string;
  readonly isPlanLikely: string;
  /** A usual number of hours, or `other`. */
  readonly hours: string;
  readonly weeklyHours: string;
  readonly confidence: ConfidenceLevel | '';
  readonly rationale: string;
}

export const emptyAssessment: AssessmentAnswers = {
  riskLevel: '',
  probabilityPercent: '',
  isPlanLikely: '',
  hours: '',
  weeklyHours: '',
  confidence: '',
  rationale: '',
};

function hoursOf({ hours, weeklyHours }: AssessmentAnswers): string {
  return hours === otherHours ? weeklyHours : hours;
}

/** What libs/risk finds wrong, by the control that can put it right: the same rules as on the server. */
function problemsOf(answers: AssessmentAnswers): ReadonlyMap<string, string> {
  const problems = checkAssessment({
    riskLevel: answers.riskLevel,
    probabilityPercent: answers.probabilityPercent === '' ? null : Number(answers.probabilityPercent),
    isPlanLikely: answers.isPlanLikely === '' ? null : answers.isPlanLikely === 'yes',
    weeklyHours: hoursOf(answers),
    confidence: answers.confidence,
    rationale: answers.rationale,
  });
  return new Map(
    problems.map(({ pointer, message }) => {
      const field = pointer.slice(1);
      return [field === 'weeklyHours' && answers.hours !== otherHours ? 'hours' : field, message];
    }),
  );
}

export function assessmentSchema(path: SchemaPathTree<AssessmentAnswers>): void {
  const problemOf = (answers: AssessmentAnswers, field: string) => {
    const message = problemsOf(answers).get(field);
    return message === undefined ? null : mistake(message);
  };
  validate(path.riskLevel, ({ valueOf }) => problemOf(valueOf(path), 'riskLevel'));
  validate(path.probabilityPercent, ({ valueOf }) => problemOf(valueOf(path), 'probabilityPercent'));
  validate(path.isPlanLikely, ({ valueOf }) => problemOf(valueOf(path), 'isPlanLikely'));
  validate(path.hours, ({ valueOf }) => problemOf(valueOf(path), 'hours'));
  validate(path.weeklyHours, ({ valueOf }) => problemOf(valueOf(path), 'weeklyHours'));
  validate(path.confidence, ({ valueOf }) => problemOf(valueOf(path), 'confidence'));
  validate(path.rationale, ({ valueOf }) => problemOf(valueOf(path), 'rationale'));
}

/** The body of a form that has no mistakes. */
export function assessmentBody(answers: AssessmentAnswers): CreateAssessment {
  const { riskLevel, confidence } = answers;
  if (riskLevel === '' || confidence === '') throw new Error('The form was sent although it has mistakes');
  return {
    riskLevel,
    probabilityPercent: Number(answers.probabilityPercent),
    isPlanLikely: answers.isPlanLikely === 'yes',
    weeklyHours: (toHoursHundredths(hoursOf(answers)) ?? 0) / 100,
    confidence,
    rationale: answers.rationale.trim(),
  };
}
