export { type Bar, type BarChart, barChart } from './bar-chart.js';
export { type FunnelChart, funnelChart } from './funnel-chart.js';
export { palette, seriesColour } from './palette.js';
export { type StackedBar, stackedBar, type StackedPart, type StackedRow } from './stacked-bar.js';
export { type TimelineChart, timelineChart, type TimelineSpan } from './timeline-chart.js';
export type { ChartFrame } from './svg.js';
