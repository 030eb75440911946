import { applyEach, type SchemaPathTree, validate } from '@angular/forms/signals';
import type { AssessmentAnswers, CreateAssessment } from '@panel/api-client';
import {
  type AssessmentProblem,
  checkAssessment,
  checkEvidence,
  checkJudgementFitsEvidence,
  currentCriteria,
  isConfidenceLevel,
  isEvidenceStrength,
  isRiskLevel,
  toHoursHundredths,
} from '@panel/risk';
import { mistake } from '../home/page/form-mistakes.js';

export const otherHours = 'other';

/** Nothing answered yet; a new one each time, as a form knows the parts of a list by their identity. */
export function emptyAssessment(): AssessmentAnswers {
  const { version, criteria } = currentCriteria();
  return {
    criteriaVersion: version,
    evidence: criteria.map(({ code }) => ({ criterion: code, strength: '' })),
    riskLevel: '',
    probabilityPercent: '',
    isPlanLikely: '',
    hours: '',
    weeklyHours: '',
    confidence: '',
    rationale: '',
  };
}

function hoursOf({ hours, weeklyHours }: AssessmentAnswers): string {
  return hours === otherHours ? weeklyHours : hours;
}

/** What libs/risk finds wrong with the judgement: the same rules as on the server. */
export function judgementProblems(answers: AssessmentAnswers): readonly AssessmentProblem[] {
  const draft = {
    riskLevel: answers.riskLevel,
    probabilityPercent: answers.probabilityPercent === '' ? null : Number(answers.probabilityPercent),
    isPlanLikely: answers.isPlanLikely === '' ? null : answers.isPlanLikely === 'yes',
    weeklyHours: hoursOf(answers),
    confidence: answers.confidence,
    rationale: answers.rationale,
  };
  const judged = checkAssessment(draft);
  return judged.some(({ pointer }) => pointer === '/rationale')
    ? judged
    : [...judged, ...checkJudgementFitsEvidence(draft, answers)];
}

/** By the control that can put it right. */
function byField(answers: AssessmentAnswers): ReadonlyMap<string, string> {
  return new Map(
    judgementProblems(answers).map(({ pointer, message }) => {
      const field = pointer.slice(1);
      return [field === 'weeklyHours' && answers.hours !== otherHours ? 'hours' : field, message];
    }),
  );
}

/** What is wrong with the evidence of the answers, by its position. */
export function evidenceRules(path: SchemaPathTree<AssessmentAnswers>): void {
  applyEach(path.evidence, (item) => {
    validate(item.strength, ({ valueOf }) => {
      const { criterion, strength } = valueOf(item);
      if (isEvidenceStrength(strength)) return null;
      const { criteriaVersion, evidence } = valueOf(path);
      const index = evidence.findIndex((each) => each.criterion === criterion);
      const problem = checkEvidence({ criteriaVersion, evidence }).find(
        ({ pointer }) => pointer === `/evidence/${index}/strength`,
      );
      return problem ? mistake(problem.message) : null;
    });
  });
}

export function judgementRules(path: SchemaPathTree<AssessmentAnswers>): void {
  const problemOf = (answers: AssessmentAnswers, field: string) => {
    const message = byField(answers).get(field);
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

/** The body of answers in which nothing is wrong; null while something is. */
export function assessmentBody(answers: AssessmentAnswers, draftVersion: number): CreateAssessment | null {
  const { riskLevel, confidence, criteriaVersion, rationale } = answers;
  const evidence = answers.evidence.flatMap(({ criterion, strength }) =>
    isEvidenceStrength(strength) ? [{ criterion, strength }] : [],
  );
  const isSound = checkEvidence(answers).length === 0 && judgementProblems(answers).length === 0;
  if (!isSound || !isRiskLevel(riskLevel) || !isConfidenceLevel(confidence)) return null;
  return {
    criteriaVersion,
    evidence,
    riskLevel,
    probabilityPercent: Number(answers.probabilityPercent),
    isPlanLikely: answers.isPlanLikely === 'yes',
    weeklyHours: (toHoursHundredths(hoursOf(answers)) ?? 0) / 100,
    confidence,
    rationale: rationale.trim(),
    draftVersion,
  };
}
