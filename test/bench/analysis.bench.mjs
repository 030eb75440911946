import { startAnalysis } from '../../libs/cost-avoidance/dist/index.js';

/**
 * The analysis of 1,000,000 generated children against the bare arithmetic on typed arrays in the same process: what the
 * reasons, the lines and the split by outcome cost beside the sum alone.
 */
const limit = {
  most: 50,
  what: 'time of the analysis divided by that of the bare arithmetic, which only multiplies and adds; and 1 GiB of memory',
};
const count = 1_000_000;
const rounds = 5;
const memoryLimit = 1024 ** 3;

const categories = [
  'high_or_very_positive_impact',
  'continuing_to_improve',
  'limited_impact_other_pathway',
  'extra_support_may_progress_to_ehcp',
];
const period = { from: '2021-01-01', to: '2021-12-31' };
const rateCard = {
  startsOn: '2019-09-01',
  endsOn: null,
  hourlyRatePence: 1126,
  weeksTenths: 380,
  schoolContributionPence: 600_000,
  rounding: 'none',
  bands: [],
};

export function benchAnalysis(say) {
  const hours = new Int32Array(count);
  const isCounted = new Uint8Array(count);
  const children = [];
  for (let index = 0; index < count; index += 1) {
    hours[index] = index % 3 === 0 ? 2500 : 3250;
    isCounted[index] = index % 2;
    children.push({
      childId: String(index).padStart(8, '0'),
      reviewedOn: '2021-06-30',
      riskLevelAtStart: index % 2 === 1 ? 'high' : 'low',
      weeklyHoursHundredthsAtStart: hours[index],
      assessedOn: '2021-03-01',
      outcomeCategory: categories[index % 4],
      planIssuedOn: index % 97 === 0 ? '2022-01-10' : null,
    });
  }
  say(`${count.toLocaleString('en-GB')} children are in memory`);
  const before = process.memoryUsage().rss;
  const times = { analysis: [], bare: [] };
  let totals = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    let start = performance.now();
    const analysis = startAnalysis(rateCard, period);
    for (const child of children) analysis.add(child);
    totals[0] = analysis.finish().totals.potentialPence;
    times.analysis.push(performance.now() - start);

    start = performance.now();
    totals[1] = bareSum(hours, isCounted);
    times.bare.push(performance.now() - start);
  }
  if (totals[0] !== totals[1]) throw new Error(`the two totals differ: ${totals.join(' and ')}`);
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const milliseconds = { analysis: median(times.analysis), bare: median(times.bare) };
  const memoryBytes = process.memoryUsage().rss - before;
  const ratio = milliseconds.analysis / milliseconds.bare;
  return {
    name: 'analysis of 1,000,000 children',
    milliseconds,
    childrenPerSecond: Math.round((count / milliseconds.analysis) * 1000),
    memoryBytes,
    ratio,
    limit,
    isWithin: ratio <= limit.most && memoryBytes <= memoryLimit,
  };
}

function bareSum(hours, isCounted) {
  let total = 0;
  for (let index = 0; index < hours.length; index += 1) {
    if (isCounted[index] === 0) continue;
    const gross = Math.round((1126 * hours[index] * 380) / 1000);
    total += Math.max(0, gross - 600_000);
  }
  return total;
}
