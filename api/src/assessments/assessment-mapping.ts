import { annualValueWorking, type RateCardAmounts } from '@panel/cost-avoidance';
import { currentCriteria, toHoursHundredths } from '@panel/risk';

import type { AssessmentAnswers } from './assessment-draft.dto.js';
import type { AnnualValueWorking, Assessment } from './assessment.dto.js';
import type { AssessmentRow } from './assessments.repository.js';

export function toAssessment(row: AssessmentRow): Assessment {
  const working = toWorking(row, row.weeklyHoursHundredths);
  return {
    id: row.id,
    referralId: row.referralId,
    number: row.number,
    criteriaVersion: row.criteriaVersion,
    evidence: row.evidence.map((item) => ({ ...item })),
    riskLevel: row.riskLevel,
    probabilityPercent: row.probabilityPercent,
    isPlanLikely: row.isPlanLikely,
    weeklyHours: row.weeklyHoursHundredths / 100,
    confidence: row.confidence,
    rationale: row.rationale,
    grossAnnualPence: working.grossPence,
    annualValuePence: row.annualValuePence,
    working,
    rateCardId: row.rateCardId,
    rateCardName: row.rateCardName,
    assessedOn: row.assessedOn,
    assessedByName: row.assessedByName,
  };
}

export function toWorking(rateCard: RateCardAmounts, weeklyHoursHundredths: number): AnnualValueWorking {
  const { weeksTenths, weeklyHoursHundredths: hours, ...steps } = annualValueWorking(rateCard, weeklyHoursHundredths);
  return { ...steps, weeklyHours: hours / 100, weeksPerYear: weeksTenths / 10 };
}

/** Nothing answered yet, by the criteria in force. */
export function emptyAnswers(): AssessmentAnswers {
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

/** The hours that a draft names, in hundredths; null while it names none that can be. */
export function draftHours({ hours, weeklyHours }: AssessmentAnswers): number | null {
  const hundredths = toHoursHundredths(hours === 'other' ? weeklyHours : hours);
  return hundredths === null || hundredths > 4000 ? null : hundredths;
}
