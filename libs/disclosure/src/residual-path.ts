/** A count of a table as an arc between two equations. It may grow without limit and fall to zero. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** A step along an arc: +1 raises its value, -1 lowers it. */
export interface Step<A extends Arc> {
  readonly arc: A;
  readonly direction: 1 | -1;
}

/** Changes of values that keep every equation, by arc. */
export type Changes<A extends Arc> = Map<A, number>;

export interface PathQuery<A extends Arc> {
  readonly from: number;
  readonly to: number;
  /** What using an arc costs, or null when it may not be used. */
  readonly costOf: (arc: A) => number | null;
  /** How far each arc of the path can still move, at least. */
  readonly atLeast: number;
}

/** The arcs that touch each node, in the order given, so that the same table always gives the same path. */
export function arcsByNode<A extends Arc>(nodes: number, arcs: readonly A[]): A[][] {
  const touching: A[][] = Array.from({ length: nodes }, () => []);
  for (const arc of arcs) {
    touching[arc.from]?.push(arc);
    touching[arc.to]?.push(arc);
  }
  return touching;
}

/** How far a step can go after the changes made so far. */
export function room<A extends Arc>({ arc, direction }: Step<A>, changes: Changes<A>): number {
  return direction === 1 ? Infinity : arc.value + (changes.get(arc) ?? 0);
}

/** The cheapest path between two nodes (Dijkstra; the tables are small), or null when there is none. */
export function cheapestPath<A extends Arc>(
  touching: readonly (readonly A[])[],
  changes: Changes<A>,
  query: PathQuery<A>,
): Step<A>[] | null {
  const cost = touching.map(() => Infinity);
  const arrivedBy: (Step<A> | null)[] = touching.map(() => null);
  const open = new Set(touching.keys());
  cost[query.from] = 0;
  for (;;) {
    const node = nearest(open, cost);
    if (node === null) return null;
    if (node === query.to) return walkBack(query, arrivedBy);
    open.delete(node);
    for (const arc of touching[node] ?? []) {
      const step: Step<A> = { arc, direction: arc.from === node ? 1 : -1 };
      const price = query.costOf(arc);
      if (price === null || room(step, changes) < query.atLeast) continue;
      const next = endOf(step);
      const through = (cost[node] ?? Infinity) + price;
      if (through >= (cost[next] ?? Infinity)) continue;
      cost[next] = through;
      arrivedBy[next] = step;
    }
  }
}

function nearest(open: ReadonlySet<number>, cost: readonly number[]): number | null {
  let best: number | null = null;
  let bestCost = Infinity;
  for (const node of open) {
    const nodeCost = cost[node] ?? Infinity;
    if (nodeCost < bestCost) {
      best = node;
      bestCost = nodeCost;
    }
  }
  return best;
}

function walkBack<A extends Arc>(query: PathQuery<A>, arrivedBy: readonly (Step<A> | null)[]): Step<A>[] {
  const steps: Step<A>[] = [];
  let node = query.to;
  while (node !== query.from) {
    const step = arrivedBy[node];
    if (!step) throw new RangeError('The path is broken');
    steps.unshift(step);
    node = step.direction === 1 ? step.arc.from : step.arc.to;
  }
  return steps;
}

function endOf<A extends Arc>({ arc, direction }: Step<A>): number {
  return direction === 1 ? arc.to : arc.from;
}
