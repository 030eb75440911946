import { Component, computed, input } from '@angular/core';
import type { SupportHistory } from '@panel/api-client';
import { timelineChart } from '@panel/charts';
import { ChartFigure, type ChartTable } from '@panel/ui';
import { daysText, kindName, spansOf, supportEntries, supportHeadline } from './support-words.js';

/** What was done for the child when: cycles, consultations and reports on one scale of time. */
@Component({
  selector: 'app-support-figure',
  imports: [ChartFigure],
  template: `
    <ui-chart-figure
      [headline]="headline()"
      [subtitle]="subtitle"
      [wideSvg]="wideSvg()"
      [narrowSvg]="narrowSvg()"
      [table]="table()"
      fileName="support-so-far"
      hasWords
    />
  `,
})
export class SupportFigure {
  readonly history = input.required<SupportHistory>();

  protected readonly subtitle =
    'The school’s cycles of support, consultations of specialist teachers and agencies’ reports';
  private readonly entries = computed(() => supportEntries(this.history()));
  protected readonly headline = computed(() => supportHeadline(this.entries()));
  protected readonly wideSvg = computed(() => this.drawn(640));
  protected readonly narrowSvg = computed(() => this.drawn(280));
  protected readonly table = computed<ChartTable>(() => ({
    header: ['When', 'Kind', 'What', 'What came of it'],
    rows: this.entries().map((entry) => [daysText(entry), kindName(entry), entry.title, entry.detail || '–']),
  }));

  private drawn(width: number): string {
    return timelineChart({
      width,
      title: this.headline(),
      description: this.entries()
        .map((entry) => `${daysText(entry)}: ${kindName(entry)}, ${entry.title}`)
        .join('. '),
      spans: spansOf(this.entries()),
    });
  }
}
