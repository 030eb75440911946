import type { AnnualValueWorking, Assessment, AssessmentAnswers } from '@panel/api-client';
import { formatPounds } from '@panel/money';
import {
  criteriaOfVersion,
  evidenceStrengthLabel,
  formatWeeklyHours,
  isEvidenceStrength,
  isRiskLevel,
  probabilityLabel,
  riskLevelLabel,
  toHoursHundredths,
} from '@panel/risk';
import { otherHours } from './assessment-form.js';

/** One line of a working: what it is, how it comes about, and the amount. */
export interface WorkingLine {
  readonly key: string;
  readonly step: string;
  readonly amount: string;
}

/** How the annual value comes about, line by line. */
export function workingLines(working: AnnualValueWorking): readonly WorkingLine[] {
  const { weeklyHours, hourlyRatePence, weeksPerYear, isClipped, rounding, netPence, grossPence } = working;
  const gross = working.isFixedAmount
    ? `Fixed amount of the rate card for ${weeklyHours} hours a week`
    : `${weeklyHours} hours × ${formatPounds(hourlyRatePence)} × ${weeksPerYear} weeks`;
  const limit = isClipped ? `, which is up to ${formatPounds(working.schoolContributionPence)}` : '';
  return [
    { key: 'Cost a year', step: gross, amount: formatPounds(grossPence) },
    {
      key: 'Paid by the school',
      step: `The school’s contribution${limit}`,
      amount: `−${formatPounds(working.paidBySchoolPence)}`,
    },
    ...(rounding === 'none'
      ? []
      : [
          {
            key: 'Before rounding',
            step: 'Cost less what the school pays',
            amount: formatPounds(working.beforeRoundingPence),
          },
        ]),
    {
      key: 'Annual value',
      step: rounding === 'none' ? 'Cost less what the school pays' : 'Rounded to whole pounds, half up',
      amount: formatPounds(netPence),
    },
  ];
}

/** An answer of an assessment as people read it. */
export interface AssessmentFact {
  readonly key: string;
  readonly value: string;
}

export function probabilityText(percent: number): string {
  return `${percent}% (${probabilityLabel(percent)})`;
}

function hoursText(hours: string | number): string {
  const hundredths = toHoursHundredths(hours);
  return hundredths === null ? String(hours) : formatWeeklyHours(hundredths);
}

/** What was judged, without money and reasons. */
export function judgementFacts(assessment: Assessment): readonly AssessmentFact[] {
  return [
    { key: 'Risk', value: riskLevelLabel(assessment.riskLevel) },
    { key: 'Probability without the intervention', value: probabilityText(assessment.probabilityPercent) },
    { key: 'A plan would be likely', value: assessment.isPlanLikely ? 'Yes' : 'No' },
    { key: 'Weekly hours then likely', value: hoursText(assessment.weeklyHours) },
    { key: 'Confidence', value: riskLevelLabel(assessment.confidence) },
  ];
}

/** The same of a draft, in which answers may be missing. */
export function draftFacts(answers: AssessmentAnswers): readonly AssessmentFact[] {
  const { riskLevel, probabilityPercent, isPlanLikely, hours, weeklyHours, confidence } = answers;
  const chosenHours = hours === otherHours ? weeklyHours : hours;
  return [
    { key: 'Risk', value: isRiskLevel(riskLevel) ? riskLevelLabel(riskLevel) : '' },
    {
      key: 'Probability without the intervention',
      value: probabilityPercent === '' ? '' : probabilityText(Number(probabilityPercent)),
    },
    { key: 'A plan would be likely', value: isPlanLikely === '' ? '' : isPlanLikely === 'yes' ? 'Yes' : 'No' },
    { key: 'Weekly hours then likely', value: chosenHours === '' ? '' : hoursText(chosenHours) },
    { key: 'Confidence', value: isRiskLevel(confidence) ? riskLevelLabel(confidence) : '' },
  ];
}

/** Each criterion with the strength that was chosen and the words it stands for. */
export function evidenceFacts({
  criteriaVersion,
  evidence,
}: {
  readonly criteriaVersion: string | null;
  readonly evidence: readonly { readonly criterion: string; readonly strength: string }[];
}): readonly AssessmentFact[] {
  const criteria = criteriaVersion === null ? [] : (criteriaOfVersion(criteriaVersion)?.criteria ?? []);
  return evidence.map(({ criterion, strength }) => {
    const known = criteria.find(({ code }) => code === criterion);
    const words = isEvidenceStrength(strength)
      ? `${evidenceStrengthLabel(strength)}: ${known?.anchors[strength] ?? ''}`
      : '';
    return { key: known?.title ?? criterion, value: words };
  });
}
