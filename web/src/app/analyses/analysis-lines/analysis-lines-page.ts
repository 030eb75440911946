import { Component, computed, effect, inject, input } from '@angular/core';
import type { AnalysisLine } from '@panel/api-client';
import { listAnalysisLinesResource } from '@panel/api-client/analyses/analyses.resource';
import { formatPounds } from '@panel/money';
import { BackLink, dayText, Pagination, Table, type TableColumn } from '@panel/ui';
import { lastValue } from '../../home/page/last-value.js';
import { BeforeMain } from '../../shell/before-main.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { exclusionLabel, outcomeLabel } from '../analysis-words.js';

/** Every child's line of a run, by reference: what adds up to the total. */
@Component({
  selector: 'app-analysis-lines-page',
  imports: [BeforeMain, BackLink, Loading, ProblemMessage, Pagination, Table],
  template: `
    <ui-back-link *appBeforeMain [link]="analysisLink()" text="Back to the analysis" />
    @if (lines.error(); as error) {
      <app-problem [error]="error" (tryAgain)="lines.reload()" />
    } @else if (page(); as page) {
      <h1 class="govuk-heading-l">Every child’s line</h1>
      <p class="govuk-body">
        The lines add up to the total to the penny. Children who were not analysed have a reason and no amount.
      </p>
      <p class="govuk-body">{{ countText() }}</p>
      @if (rows().length > 0) {
        <ui-table
          caption="Lines of the analysis"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="rows()"
          [rowKey]="idOf"
        />
      }
      @if (after() || page.nextAfter) {
        <ui-pagination
          label="Pages of lines"
          [previousLink]="after() ? firstLink() : undefined"
          previousLabel="back to the first lines"
          [nextLink]="nextLink()"
          nextLabel="more lines"
        />
      }
    } @else {
      <app-loading />
    }
  `,
})
export class AnalysisLinesPage {
  private readonly live = inject(LiveRegion);
  readonly analysisId = input.required<string>();
  readonly after = input<string>();
  protected readonly lines = listAnalysisLinesResource(
    this.analysisId,
    computed(() => withAfter(this.after())),
  );
  protected readonly page = lastValue(this.lines);
  protected readonly rows = computed(() => this.page()?.items ?? []);
  protected readonly countText = computed(() => {
    const count = this.rows().length;
    if (count === 0) return 'No lines.';
    return `Showing ${count} ${count === 1 ? 'line' : 'lines'}${this.after() ? `, after ${this.after()}` : ''}.`;
  });
  protected readonly analysisLink = computed(() => `/analyses/${this.analysisId()}`);
  protected readonly firstLink = computed(() => `${this.analysisLink()}/lines`);
  protected readonly nextLink = computed(() => {
    const next = this.page()?.nextAfter;
    return !next ? undefined : `${this.firstLink()}?after=${encodeURIComponent(next)}`;
  });

  protected readonly columns: readonly TableColumn<AnalysisLine>[] = [
    {
      key: 'reference',
      text: 'Reference',
      value: (line) => line.reference || 'A case that was destroyed',
      link: (line) => (line.referralId === null ? undefined : `/referrals/${line.referralId}`),
    },
    { key: 'reviewedOn', text: 'Reviewed', value: ({ reviewedOn }) => dayText(reviewedOn) },
    { key: 'hours', text: 'Hours a week', value: ({ weeklyHours }) => String(weeklyHours ?? '–'), isNumeric: true },
    {
      key: 'outcome',
      text: 'Outcome',
      value: ({ exclusion, outcomeCategory }) =>
        exclusion ? `Not analysed: ${exclusionLabel(exclusion)}` : outcomeLabel(outcomeCategory ?? ''),
    },
    {
      key: 'isAvoided',
      text: 'Avoided',
      value: ({ exclusion, isAvoided }) => (exclusion ? '–' : isAvoided ? 'Yes' : 'No'),
    },
    { key: 'gross', text: 'Gross', value: ({ grossPence }) => formatPounds(grossPence), isNumeric: true },
    { key: 'net', text: 'Net', value: ({ netPence }) => formatPounds(netPence), isNumeric: true },
  ];

  constructor() {
    effect(() => {
      if (this.after() && this.lines.hasValue()) this.live.announce(this.countText());
    });
  }

  protected readonly idOf = ({ referralId }: AnalysisLine, index: number): string | number => referralId ?? index;
}

function withAfter(after: string | undefined): { after?: string } {
  return after ? { after } : {};
}
