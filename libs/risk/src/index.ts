export {
  CONFIDENCE_LEVELS,
  type ConfidenceLevel,
  isConfidenceLevel,
  isProbabilityPercent,
  isRiskLevel,
  type PercentRange,
  PROBABILITY_ANCHORS,
  PROBABILITY_RANGES,
  probabilityFitsLevel,
  probabilityLabel,
  RISK_LEVELS,
  type RiskLevel,
  riskLevelLabel,
} from './risk-levels.js';
export {
  formatWeeklyHours,
  fromHoursHundredths,
  type HoursHundredths,
  MAX_WEEKLY_HOURS_HUNDREDTHS,
  toHoursHundredths,
  USUAL_WEEKLY_HOURS_HUNDREDTHS,
} from './weekly-hours.js';
export {
  type AssessmentDraft,
  type AssessmentProblem,
  checkAssessment,
  RATIONALE_MAX,
  RATIONALE_MIN,
  UNUSUAL_RATIONALE_MIN,
} from './check-assessment.js';
export {
  CRITERIA_VERSIONS,
  criteriaOfVersion,
  type CriteriaVersion,
  currentCriteria,
  EVIDENCE_STRENGTHS,
  type EvidenceCriterion,
  type EvidenceItem,
  type EvidenceStrength,
  evidenceStrengthLabel,
  isEvidenceStrength,
} from './evidence-criteria.js';
export { checkEvidence, checkJudgementFitsEvidence, type EvidenceDraft } from './check-evidence.js';
