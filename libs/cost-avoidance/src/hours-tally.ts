import type { AnnualValue } from './annual-value.js';
import { OUTCOME_ORDER, type OutcomeCategory } from './outcome-categories.js';

/**
 * The analysed children with the same weekly hours, counted by outcome and plan. All of them have the same amount, so the sums
 * are counts × amount, made once at the end: nothing but a counter moves while children are added.
 */
export class HoursTally {
  readonly grossPence: number;
  readonly netPence: number;
  readonly withoutPlan = [0, 0, 0, 0];
  readonly withPlan = [0, 0, 0, 0];

  constructor(
    readonly weeklyHoursHundredths: number,
    { grossPence, netPence }: AnnualValue,
  ) {
    this.grossPence = grossPence;
    this.netPence = netPence;
  }

  /** Counts a child and says whether its amount was avoided. */
  count(category: OutcomeCategory | null, hasPlan: boolean): boolean {
    const index = category === null ? -1 : OUTCOME_ORDER.indexOf(category);
    if (index < 0) throw new RangeError('Not an outcome category');
    const counts = hasPlan ? this.withPlan : this.withoutPlan;
    counts[index] = (counts[index] ?? 0) + 1;
    return !hasPlan && index <= LAST_AVOIDED;
  }
}

/** High impact and continuing improvement come first in the order of outcomes. */
const LAST_AVOIDED = OUTCOME_ORDER.indexOf('continuing_to_improve');
