import { Component, computed, input } from '@angular/core';
import type { Analysis, AnalysisResult, FunnelExclusion, HoursBandTotal, OutcomeTotal } from '@panel/api-client';
import { formatPounds } from '@panel/money';
import { Table, type TableColumn } from '@panel/ui';
import { countText, exclusionLabel, outcomeLabel, periodText, weeklyHoursText } from '../analysis-words.js';
import { CountFigure } from '../count-figure.js';
import { MoneySplit } from '../money-split.js';

/** What a run found: how the children came to be analysed, and the money, never without its split. */
@Component({
  selector: 'app-analysis-result',
  imports: [CountFigure, MoneySplit, Table],
  template: `
    <app-count-figure
      [headline]="funnelHeadline()"
      [subtitle]="'Children reviewed ' + period()"
      unit="Number of children"
      groups="Step"
      [bars]="funnel()"
      fileName="funnel"
    />
    @if (result().funnel.exclusions.length > 0) {
      <ui-table
        caption="Why children were not analysed"
        captionSize="s"
        firstCellIsHeader
        [columns]="exclusionColumns"
        [rows]="result().funnel.exclusions"
      />
    }
    <h2 class="govuk-heading-m">Potential and what became of it</h2>
    <app-money-split [money]="result()" />
    <ui-table
      caption="By outcome at the latest review"
      captionSize="s"
      firstCellIsHeader
      [columns]="outcomeColumns"
      [rows]="result().byOutcome"
    />
    <p class="govuk-body">
      Children with an education, health and care plan issued, whatever the outcome: {{ withPlan() }}. They count as not
      avoided.
    </p>
    <ui-table
      caption="By hours of a teaching assistant likely without support"
      captionSize="s"
      firstCellIsHeader
      [columns]="hoursColumns"
      [rows]="result().byHoursBand"
    />
  `,
})
export class AnalysisResultPart {
  readonly analysis = input.required<Analysis>();
  readonly result = input.required<AnalysisResult>();

  protected readonly period = computed(() => periodText(this.analysis()));
  protected readonly withPlan = computed(() => countText(this.result().childrenWithPlan));
  protected readonly funnelHeadline = computed(() => {
    const { analysed, reviewed } = this.result().funnel;
    return `${countText(analysed)} of ${countText(reviewed)} children reviewed could be analysed`;
  });
  protected readonly funnel = computed(() => {
    const { reviewed, deemedHighRisk, consistentData, analysed } = this.result().funnel;
    const steps = [
      { label: 'Reviewed', count: reviewed },
      { label: 'Deemed high risk at the start', count: deemedHighRisk },
      { label: 'With consistent data', count: consistentData },
      { label: 'Analysed', count: analysed },
    ];
    return steps.map((step, index) => ({
      ...step,
      // Halves up, as in the reports.
      percent: index > 0 && reviewed > 0 ? Math.floor((step.count * 200 + reviewed) / (2 * reviewed)) : undefined,
    }));
  });

  protected readonly exclusionColumns: readonly TableColumn<FunnelExclusion>[] = [
    { key: 'reason', text: 'Reason', value: ({ reason }) => exclusionLabel(reason) },
    { key: 'count', text: 'Children', value: ({ count }) => countText(count), isNumeric: true },
  ];
  protected readonly outcomeColumns: readonly TableColumn<OutcomeTotal>[] = [
    { key: 'outcome', text: 'Outcome', value: ({ category }) => outcomeLabel(category) },
    { key: 'children', text: 'Children', value: ({ children }) => countText(children), isNumeric: true },
    { key: 'net', text: 'Value a year', value: ({ netPence }) => formatPounds(netPence), isNumeric: true },
  ];
  protected readonly hoursColumns: readonly TableColumn<HoursBandTotal>[] = [
    { key: 'hours', text: 'Hours', value: ({ weeklyHours }) => weeklyHoursText(weeklyHours) },
    { key: 'children', text: 'Children', value: ({ children }) => countText(children), isNumeric: true },
    { key: 'net', text: 'Value a year', value: ({ netPence }) => formatPounds(netPence), isNumeric: true },
  ];
}
