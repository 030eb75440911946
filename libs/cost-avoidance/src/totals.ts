import { assertPence, sumPence } from '@panel/money';

import { type CohortFunnel, type CohortTotals, type Exclusion, EXCLUSIONS } from './cohort.js';
import type { HoursTally } from './hours-tally.js';
import { OUTCOME_ORDER } from './outcome-categories.js';

const HIGH = OUTCOME_ORDER.indexOf('high_or_very_positive_impact');
const CONTINUING = OUTCOME_ORDER.indexOf('continuing_to_improve');

/** The sums over tallies, in whole pence. The not-avoided part is counted, not taken as a remainder, so that a slip shows. */
export function totalsOf(tallies: readonly HoursTally[]): CohortTotals {
  const fewestHoursFirst = tallies.toSorted((a, b) => a.weeklyHoursHundredths - b.weeklyHoursHundredths);
  const pence = (count: (tally: HoursTally) => number): number =>
    sumPence(tallies.map((tally) => assertPence(count(tally) * tally.netPence)));
  const avoidedHighPence = pence((tally) => tally.withoutPlan[HIGH] ?? 0);
  const continuingPence = pence((tally) => tally.withoutPlan[CONTINUING] ?? 0);
  const notAvoidedPence = pence(
    (tally) =>
      sum(tally.withPlan) + sum(tally.withoutPlan.filter((_, index) => index !== HIGH && index !== CONTINUING)),
  );
  const potentialPence = pence(childrenOf);
  if (avoidedHighPence + continuingPence + notAvoidedPence !== potentialPence) {
    throw new RangeError('The parts do not add up to the potential');
  }
  return {
    potentialPence,
    avoidedHighPence,
    continuingPence,
    notAvoidedPence,
    childrenWithPlan: sum(tallies.map((tally) => sum(tally.withPlan))),
    byHoursBand: fewestHoursFirst.map((tally) => ({
      weeklyHoursHundredths: tally.weeklyHoursHundredths,
      children: childrenOf(tally),
      netPence: childrenOf(tally) * tally.netPence,
    })),
    byOutcome: OUTCOME_ORDER.map((category, index) => ({
      category,
      children: sum(tallies.map((tally) => withOutcome(tally, index))),
      netPence: pence((tally) => withOutcome(tally, index)),
    })),
  };
}

/** The steps of the funnel out of the counts of those who left it. */
export function funnelOf(analysed: number, excluded: ReadonlyMap<Exclusion, number>): CohortFunnel {
  const left = (reasons: readonly Exclusion[]): number => sum(reasons.map((reason) => excluded.get(reason) ?? 0));
  const consistentData = analysed;
  const deemedHighRisk = consistentData + left(['no_assessment_at_start', 'no_hours_at_start', 'no_outcome_at_review']);
  const reviewed = deemedHighRisk + left(['no_risk_level_at_start', 'not_high_risk']);
  return {
    reviewed,
    deemedHighRisk,
    consistentData,
    analysed,
    exclusions: EXCLUSIONS.flatMap((reason) => {
      const count = excluded.get(reason);
      return count === undefined ? [] : [{ reason, count }];
    }),
  };
}

/** The analysed children of a tally. */
export function childrenOf(tally: HoursTally): number {
  return sum(tally.withoutPlan) + sum(tally.withPlan);
}

function withOutcome(tally: HoursTally, index: number): number {
  return (tally.withoutPlan[index] ?? 0) + (tally.withPlan[index] ?? 0);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}
