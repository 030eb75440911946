import { annualValue } from './annual-value.js';
import { childTwice, inChildOrder } from './child-order.js';
import {
  type AnalysisPeriod,
  type CohortChild,
  type CohortLine,
  type CohortResult,
  type Exclusion,
  exclusionOf,
} from './cohort.js';
import { HoursTally } from './hours-tally.js';
import { METHODOLOGY_VERSION } from './methodology-version.js';
import { assertRateCard, type RateCardAmounts } from './rate-card.js';
import { childrenOf, funnelOf, totalsOf } from './totals.js';

/** An analysis that takes its children one by one, so that a large cohort need not be in memory at once. */
export interface CohortAnalysis {
  /**
   * Takes one child and gives its line. Children may come in any order; that each comes once is the caller's part.
   *
   * @throws RangeError when the child's hours are not whole hundredths within a week, the outcome is not one of the four,
   *   or the child is the same as the one before.
   */
  add(child: CohortChild): CohortLine;
  /**
   * The funnel and the sums over the children so far, in whole pence.
   *
   * @throws RangeError when a sum is too large to be exact.
   */
  finish(): CohortResult;
}

/**
 * Starts the cost-avoidance analysis of a period by version 1 of docs/methodology/cost-avoidance.md.
 *
 * @throws RangeError when the rate card holds an amount that is not usable or the period ends before it begins.
 */
export function startAnalysis(rateCard: RateCardAmounts, period: AnalysisPeriod): CohortAnalysis {
  assertRateCard(rateCard);
  if (period.to < period.from) throw new RangeError('The period ends before it begins');
  const tallies = new Map<number, HoursTally>();
  const excluded = new Map<Exclusion, number>();
  let previousChildId: string | null = null;
  // Most neighbours have the same hours; remembering the last tally saves the look-up.
  let tally: HoursTally | null = null;

  return {
    add(child) {
      const { childId } = child;
      if (childId === previousChildId) throw childTwice();
      previousChildId = childId;
      const exclusion = exclusionOf(child, period);
      if (exclusion !== null) {
        excluded.set(exclusion, (excluded.get(exclusion) ?? 0) + 1);
        return { childId, exclusion, isAvoided: false, grossPence: 0, netPence: 0 };
      }
      const hours = child.weeklyHoursHundredthsAtStart ?? 0;
      if (tally?.weeklyHoursHundredths !== hours) {
        tally = tallies.get(hours) ?? null;
        if (tally === null) {
          tally = new HoursTally(hours, annualValue(rateCard, hours));
          tallies.set(hours, tally);
        }
      }
      const isAvoided = tally.count(child.outcomeCategory, child.planIssuedOn !== null);
      return { childId, exclusion, isAvoided, grossPence: tally.grossPence, netPence: tally.netPence };
    },
    finish() {
      const counted = [...tallies.values()];
      const analysed = counted.reduce((sum, each) => sum + childrenOf(each), 0);
      return {
        methodologyVersion: METHODOLOGY_VERSION,
        funnel: funnelOf(analysed, excluded),
        totals: totalsOf(counted),
      };
    },
  };
}

/**
 * The analysis of a whole cohort. The order of the children does not matter; the lines come in the order of their ids.
 *
 * @throws RangeError as `startAnalysis` and `add`, and when a child appears twice.
 */
export function analyseCohort(
  children: readonly CohortChild[],
  rateCard: RateCardAmounts,
  period: AnalysisPeriod,
): { lines: CohortLine[]; result: CohortResult } {
  const analysis = startAnalysis(rateCard, period);
  const lines = inChildOrder(children).map((child) => analysis.add(child));
  return { lines, result: analysis.finish() };
}
