import { Component, computed, input } from '@angular/core';
import { barChart } from '@panel/charts';
import { ChartFigure, type ChartTable } from '@panel/ui';
import { countText } from './analysis-words.js';

/** A bar: a count, or null where disclosure control hides it. */
export interface CountBar {
  readonly label: string;
  readonly count: number | null;
  /** Share of the first bar in whole per cent; null where it is hidden, left out on the first itself. */
  readonly percent?: number | null | undefined;
}

/** Counts as bars with their table: funnels and outcomes, for the analysis and for the Board. */
@Component({
  selector: 'app-count-figure',
  imports: [ChartFigure],
  template: `
    <ui-chart-figure
      [headline]="headline()"
      [headingLevel]="headingLevel()"
      [subtitle]="subtitle()"
      [wideSvg]="wideSvg()"
      [narrowSvg]="narrowSvg()"
      [table]="table()"
      [fileName]="fileName()"
      [source]="source()"
    />
  `,
})
export class CountFigure {
  readonly headline = input.required<string>();
  readonly headingLevel = input<2 | 3>(2);
  readonly subtitle = input.required<string>();
  readonly unit = input.required<string>();
  /** What the bars are, as the head of their column: "Outcome". */
  readonly groups = input.required<string>();
  readonly bars = input.required<readonly CountBar[]>();
  readonly total = input<number | null>();
  readonly fileName = input.required<string>();
  readonly source = input<string>();

  protected readonly wideSvg = computed(() => this.drawn(640));
  protected readonly narrowSvg = computed(() => this.drawn(280));
  protected readonly table = computed((): ChartTable => {
    const total = this.total();
    const hasShares = this.bars().some(({ percent }) => percent !== undefined);
    const cells = ({ label, count, percent }: CountBar): readonly string[] => [
      label,
      shownCount(count),
      ...(hasShares ? [shownShare(percent)] : []),
    ];
    return {
      header: [this.groups(), this.unit(), ...(hasShares ? ['Share of the first'] : [])],
      rows: [...this.bars().map(cells), ...(total === undefined ? [] : [['Total', shownCount(total)]])],
    };
  });

  private drawn(width: number): string {
    return barChart({
      width,
      title: this.headline(),
      description: this.bars()
        .map((bar) => `${bar.label}: ${this.shown(bar)}`)
        .join('. '),
      unit: this.unit(),
      bars: this.bars().map((bar) => ({ label: bar.label, value: bar.count, formatted: this.shown(bar) })),
    });
  }

  /** The share is the server's: nothing leaves on a base that is too small. */
  private shown({ count, percent }: CountBar): string {
    const share = percent === null || percent === undefined ? '' : ` (${percent}%)`;
    return `${shownCount(count)}${share}`;
  }
}

function shownShare(percent: number | null | undefined): string {
  if (percent === undefined) return '–';
  return percent === null ? 'c' : `${percent}%`;
}

/** The number, or `c` (confidential). */
export function shownCount(count: number | null): string {
  return count === null ? 'c' : countText(count);
}
