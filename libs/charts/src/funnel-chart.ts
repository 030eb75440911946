import { type Bar, barChart } from './bar-chart.js';
import type { ChartFrame } from './svg.js';

export interface FunnelChart extends ChartFrame {
  /** From the whole to the part that is left; each step counts members of the one before. */
  readonly steps: readonly Bar[];
  readonly unit?: string | undefined;
}

/**
 * Steps of a selection as bars, each with its number and its share of the first step in whole per cent, halves
 * rounded up. A hidden number gets no share, and nothing has a share of a hidden or empty first step. The bars share
 * one line: a funnel drawn around its middle cannot be compared by eye.
 */
export function funnelChart({ steps, ...frame }: FunnelChart): string {
  const whole = steps[0]?.value;
  const bars = steps.map((step, index) => {
    const share = index > 0 && whole && step.value !== null ? ` (${Math.round((100 * step.value) / whole)}%)` : '';
    return { ...step, formatted: `${step.formatted}${share}` };
  });
  return barChart({ ...frame, bars });
}
