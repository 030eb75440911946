import { type Arc, arcsByNode, type Changes, cheapestPath, room, type Step } from './residual-path.js';
import { isSmall } from './threshold.js';

export type TotalsRule = 'shown' | 'hide_if_needed';

/** A count of the table or one of its totals. */
export interface Amount extends Arc {
  readonly isTotal: boolean;
  isHidden: boolean;
}

/** Counts that add up to a total. */
export interface Line {
  readonly cells: readonly Amount[];
  readonly total: Amount;
}

export interface Network {
  readonly nodes: number;
  readonly amounts: readonly Amount[];
  readonly lines: readonly Line[];
}

export function amount(from: number, to: number, value: number, isTotal: boolean): Amount {
  return { from, to, value, isTotal, isHidden: false };
}

/**
 * Hides small amounts and then whatever else is needed until
 * - each small amount could, for all that the shown values say, be as large as twice the threshold,
 * - each other hidden amount could have at least one other value,
 * - taking every hidden count of a line for a small one does not give it away.
 *
 * What a hidden amount could be is found exactly: the table's own values and a closed walk over hidden amounts make another
 * table with the same shown values, and every such table is reached in this way (a two-way table is a network flow).
 */
export function protect(network: Network, threshold: number, totals: TotalsRule): void {
  for (const each of network.amounts) each.isHidden = isSmall(each.value, threshold);
  const search = new Search(network, threshold, totals);
  let isStable = false;
  while (!isStable) {
    isStable = true;
    for (const each of network.amounts) {
      while (each.isHidden && search.hideForOneWhoCombines(each)) isStable = false;
    }
    for (const line of network.lines) {
      if (search.hideForOneWhoGuesses(line)) isStable = false;
    }
  }
}

/** One table on its way to safety. Each of its questions hides something and says so, or finds nothing to hide. */
class Search {
  private readonly touching: readonly (readonly Amount[])[];
  private readonly zeroCost: number;
  private readonly totalCost: number;

  constructor(
    private readonly network: Network,
    private readonly threshold: number,
    private readonly totals: TotalsRule,
  ) {
    this.touching = arcsByNode(network.nodes, network.amounts);
    // Prefer to hide few people, then zeros, and totals last.
    this.zeroCost = 1 + network.amounts.reduce((sum, each) => (each.isTotal ? sum : sum + each.value), 0);
    this.totalCost = this.zeroCost * (network.amounts.length + 1);
  }

  /** Hides more when the shown values tell too much about a hidden amount. */
  hideForOneWhoCombines(hidden: Amount): boolean {
    const wanted = isSmall(hidden.value, this.threshold) ? 2 * this.threshold - hidden.value : 1;
    const changes: Changes<Amount> = new Map();
    const reached = this.raise(hidden, wanted, changes, isHidden);
    if (reached >= wanted || (wanted === 1 && this.canFall(hidden))) return false;
    const missing = wanted - reached;
    const cellsOnly = (each: Amount): boolean => each.isHidden || !each.isTotal;
    const everything = (each: Amount): boolean => each.isHidden || !each.isTotal || this.totals === 'hide_if_needed';
    const path =
      this.path(hidden, changes, missing, cellsOnly) ??
      (this.raise(hidden, wanted, new Map(), cellsOnly) >= wanted ? this.path(hidden, changes, 1, cellsOnly) : null) ??
      this.path(hidden, changes, missing, everything) ??
      this.path(hidden, changes, 1, everything);
    return path === null ? this.hideAllCells() : hide(path.map(({ arc }) => arc));
  }

  /** Hides more when "they are all small" has only one answer: 4, 4, 4 behind a total of 12. */
  hideForOneWhoGuesses({ cells, total }: Line): boolean {
    const hidden = cells.filter(isHidden);
    if (total.isHidden || hidden.length === 0) return false;
    const sum = hidden.reduce((a, { value }) => a + value, 0);
    if (sum !== hidden.length && sum !== hidden.length * (this.threshold - 1)) return false;
    const [smallest] = cells.filter((each) => !each.isHidden && each.value > 0).toSorted((a, b) => a.value - b.value);
    if (smallest) return hide([smallest]);
    return this.totals === 'hide_if_needed' ? hide([total]) : this.hideAllCells();
  }

  /** How far an amount can rise, up to what is wanted, while only usable amounts move; records the moves. */
  private raise(raised: Amount, wanted: number, changes: Changes<Amount>, isUsable: (each: Amount) => boolean): number {
    let reached = 0;
    while (reached < wanted) {
      const path = this.path(raised, changes, 1, isUsable);
      if (path === null) break;
      const by = path.reduce((least, step) => Math.min(least, room(step, changes)), wanted - reached);
      for (const { arc, direction } of path) changes.set(arc, (changes.get(arc) ?? 0) + direction * by);
      reached += by;
    }
    return reached;
  }

  private canFall(hidden: Amount): boolean {
    if (hidden.value === 0) return false;
    const query = { from: hidden.from, to: hidden.to, atLeast: 1, costOf: this.costOf(hidden, isHidden) };
    return cheapestPath(this.touching, new Map(), query) !== null;
  }

  /** The cheapest way to make up for a rise of an amount. */
  private path(
    raised: Amount,
    changes: Changes<Amount>,
    atLeast: number,
    isUsable: (each: Amount) => boolean,
  ): Step<Amount>[] | null {
    const query = { from: raised.to, to: raised.from, atLeast, costOf: this.costOf(raised, isUsable) };
    return cheapestPath(this.touching, changes, query);
  }

  private costOf(moved: Amount, isUsable: (each: Amount) => boolean): (each: Amount) => number | null {
    return (each) => {
      if (each === moved || !isUsable(each)) return null;
      if (each.isHidden) return 0;
      if (each.isTotal) return this.totalCost;
      return each.value === 0 ? this.zeroCost : each.value;
    };
  }

  private hideAllCells(): boolean {
    return hide(this.network.amounts.filter((each) => !each.isTotal));
  }
}

function isHidden(each: Amount): boolean {
  return each.isHidden;
}

/** Whether anything was shown before. */
function hide(amounts: readonly Amount[]): boolean {
  const isNews = amounts.some((each) => !each.isHidden);
  for (const each of amounts) each.isHidden = true;
  return isNews;
}
