export { DEFAULT_THRESHOLD, MAX_THRESHOLD, MIN_THRESHOLD, type ThresholdOptions } from './threshold.js';
export { suppressCounts, type SuppressCountsOptions, type SuppressedCounts } from './suppress-counts.js';
export { type SuppressedTable, suppressTable } from './suppress-table.js';
export { suppressCumulative, suppressNested } from './suppress-series.js';
export { MIN_PERCENT_BASE, suppressPercent } from './suppress-percent.js';
export { csvHeading, csvLine, csvText } from './csv.js';
