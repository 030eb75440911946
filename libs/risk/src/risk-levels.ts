/** The risk that an EHC needs assessment is requested within 12 months without the intervention. */
export const RISK_LEVELS = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** How sure the coordinator is of the judgement. */
export const CONFIDENCE_LEVELS = ['low', 'medium', 'high'] as const;
export type ConfidenceLevel = (typeof CONFIDENCE_LEVELS)[number];

const LABELS: Readonly<Record<RiskLevel, string>> = { low: 'Low', medium: 'Medium', high: 'High' };

/** A range of whole percent, both ends included. */
export interface PercentRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The probabilities that go with each level; together they cover 0 to 100 without overlap. A default of this product (see
 * docs/methodology/risk.md): the reports of 2021 give levels only.
 */
export const PROBABILITY_RANGES: Readonly<Record<RiskLevel, PercentRange>> = {
  low: { from: 0, to: 34 },
  medium: { from: 35, to: 64 },
  high: { from: 65, to: 100 },
};

/** Words for a probability, so that two people who write the same number mean the same. */
export const PROBABILITY_ANCHORS = [
  { percent: 5, label: 'Very unlikely', meaning: 'About 1 in 20 such children would have a request made' },
  { percent: 25, label: 'Unlikely', meaning: 'About 1 in 4' },
  { percent: 50, label: 'As likely as not', meaning: 'About half' },
  { percent: 75, label: 'Likely', meaning: 'About 3 in 4' },
  { percent: 90, label: 'Almost certain', meaning: 'About 9 in 10' },
] as const;

/** The level as people see it. */
export function riskLevelLabel(level: RiskLevel): string {
  return LABELS[level];
}

/** Whether a text is a risk level. */
export function isRiskLevel(text: string): text is RiskLevel {
  return RISK_LEVELS.some((level) => level === text);
}

/** Whether a text is a level of confidence. */
export function isConfidenceLevel(text: string): text is ConfidenceLevel {
  return CONFIDENCE_LEVELS.some((level) => level === text);
}

/** Whether a value is a probability in whole percent, 0 to 100. */
export function isProbabilityPercent(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100;
}

/** Whether a probability in percent is one that goes with a level. */
export function probabilityFitsLevel(percent: number, level: RiskLevel): boolean {
  const { from, to } = PROBABILITY_RANGES[level];
  return percent >= from && percent <= to;
}

/** The words of the anchor nearest to a probability; halfway between two, the higher one. */
export function probabilityLabel(percent: number): string {
  let nearest: (typeof PROBABILITY_ANCHORS)[number] = PROBABILITY_ANCHORS[0];
  for (const anchor of PROBABILITY_ANCHORS) {
    if (Math.abs(anchor.percent - percent) <= Math.abs(nearest.percent - percent)) nearest = anchor;
  }
  return nearest.label;
}
