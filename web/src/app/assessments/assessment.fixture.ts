import type { AnnualValueWorking, Assessment, AssessmentAnswers, AssessmentDraft } from '@panel/api-client';
import { currentCriteria } from '@panel/risk';
import { emptyAssessment } from './assessment-form.js';

const { version, criteria } = currentCriteria();

export const aWorking: AnnualValueWorking = {
  weeklyHours: 32.5,
  hourlyRatePence: 1126,
  weeksPerYear: 38,
  isFixedAmount: false,
  grossPence: 1_390_610,
  schoolContributionPence: 600_000,
  paidBySchoolPence: 600_000,
  beforeRoundingPence: 790_610,
  isClipped: false,
  rounding: 'none',
  netPence: 790_610,
};

export function anAssessment(changes: Partial<Assessment> = {}): Assessment {
  return {
    id: 'a1',
    referralId: 'r1',
    number: 1,
    criteriaVersion: version,
    evidence: criteria.map(({ code }) => ({ criterion: code, strength: 'some' })),
    riskLevel: 'high',
    probabilityPercent: 75,
    isPlanLikely: true,
    weeklyHours: 32.5,
    confidence: 'medium',
    rationale: 'Two suspensions this term.',
    grossAnnualPence: 1_390_610,
    annualValuePence: 790_610,
    working: aWorking,
    rateCardId: 'c1',
    rateCardName: 'Rates 2021',
    assessedOn: '2026-11-20',
    assessedByName: 'Priya Nair',
    ...changes,
  };
}

/** Answers in which nothing is wrong. */
export function completeAnswers(changes: Partial<AssessmentAnswers> = {}): AssessmentAnswers {
  return {
    ...emptyAssessment(),
    evidence: criteria.map(({ code }) => ({ criterion: code, strength: 'strong' })),
    riskLevel: 'high',
    probabilityPercent: '75',
    isPlanLikely: 'yes',
    hours: '32.5',
    confidence: 'medium',
    rationale: 'Two suspensions this term and a reduced timetable.',
    ...changes,
  };
}

export function aDraft(answers: AssessmentAnswers, changes: Partial<AssessmentDraft> = {}): AssessmentDraft {
  return {
    referralId: 'r1',
    version: 3,
    savedAt: '2026-11-24T09:30:00Z',
    savedByName: 'Priya Nair',
    answers,
    working: aWorking,
    rateCardName: 'Rates 2021',
    ...changes,
  };
}
