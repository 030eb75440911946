import { Component, computed, input } from '@angular/core';
import type { ReportContent, ReportRow, ReportTable } from '@panel/api-client';
import { formatPounds } from '@panel/money';
import { InsetText, FigureNumber, SummaryList, type SummaryRow, Table, type TableColumn } from '@panel/ui';
import { periodText, roundingLabel } from '../../analyses/analysis-words.js';
import { CountFigure, shownCount } from '../../analyses/count-figure.js';
import { MoneySplit } from '../../analyses/money-split.js';

/** The table that is also drawn. */
const outcomesCode = 'outcomes';

/** The content of a report. Null numbers were hidden by disclosure control and read "c". */
@Component({
  selector: 'app-report-content',
  imports: [CountFigure, FigureNumber, InsetText, MoneySplit, SummaryList, Table],
  template: `
    @if (hidesSomething()) {
      <ui-inset-text>c – confidential: small numbers are hidden, so that no child can be recognised.</ui-inset-text>
    }
    <div class="app-figures">
      @for (step of content().funnel; track step.code) {
        <ui-figure-number
          isSmall
          [value]="shown(step.count)"
          [label]="step.label"
          [note]="$first ? undefined : shareText(step)"
        />
      }
    </div>
    <app-count-figure
      [headline]="funnelHeadline()"
      [subtitle]="'Children reviewed ' + period()"
      unit="Number of children"
      groups="Step"
      [bars]="funnel()"
      fileName="funnel"
    />
    <h2 class="govuk-heading-m">Potential cost avoidance</h2>
    <app-money-split [money]="content().money" />
    @if (outcomes(); as table) {
      <app-count-figure
        [headline]="table.title"
        [subtitle]="'Children analysed, reviewed ' + period()"
        unit="Number of children"
        groups="Outcome"
        [bars]="table.rows"
        [total]="table.total"
        fileName="outcomes"
      />
    }
    <h2 class="govuk-heading-m">More figures</h2>
    @for (table of tables(); track table.code) {
      <ui-table
        captionSize="s"
        firstCellIsHeader
        [caption]="table.title"
        [columns]="columnsOf(table)"
        [rows]="rowsOf(table)"
      />
      @if (hasHidden(table)) {
        <p class="govuk-body-s">c – confidential: small numbers are hidden.</p>
      }
    }
    <h2 class="govuk-heading-m" id="method">Method</h2>
    <p class="govuk-body">
      For each child analysed: hourly rate × weekly hours of a teaching assistant × weeks a year, less what the school
      pays itself, and never below zero. The potential is the sum over these children; the split follows the outcome at
      the latest review.
    </p>
    <ui-summary-list [rows]="method()" />
  `,
})
export class ReportContentPart {
  readonly content = input.required<ReportContent>();

  protected readonly shown = shownCount;
  protected readonly period = computed(() => periodText(this.content()));
  protected readonly outcomes = computed(() => this.content().tables.find(({ code }) => code === outcomesCode));
  protected readonly tables = computed(() => this.content().tables.filter(({ code }) => code !== outcomesCode));
  protected readonly hidesSomething = computed(
    () =>
      this.content().tables.some(hasHidden) ||
      this.content().funnel.some(({ count }) => count === null) ||
      Object.values(this.content().money).some((pence) => pence === null),
  );
  protected readonly funnel = computed(() =>
    this.content().funnel.map(({ label, count, percentOfReviewed }, index) => ({
      label,
      count,
      percent: index === 0 ? undefined : percentOfReviewed,
    })),
  );
  protected readonly funnelHeadline = computed(() => {
    const first = this.content().funnel.at(0)?.count ?? null;
    const last = this.content().funnel.at(-1)?.count ?? null;
    return first === null || last === null
      ? 'How the children analysed were found'
      : `${shownCount(last)} of ${shownCount(first)} children reviewed were analysed`;
  });
  protected readonly method = computed((): readonly SummaryRow[] => {
    const { method } = this.content();
    return [
      { key: 'Methodology version', value: method.methodologyVersion },
      { key: 'Rate card', value: method.rateCardName },
      { key: 'Hourly rate', value: formatPounds(method.hourlyRatePence) },
      { key: 'Weeks a year', value: String(method.weeksPerYear) },
      { key: 'School’s contribution a year', value: formatPounds(method.schoolContributionPence) },
      { key: 'Rounding', value: roundingLabel(method.rounding) },
      { key: 'Source of the rates', value: method.source },
      { key: 'Hash of the inputs (SHA-256)', value: method.inputsHash.replace(/(.{8})(?=.)/g, '$1 ') },
    ];
  });

  protected readonly hasHidden = hasHidden;

  protected shareText({ percentOfReviewed }: { readonly percentOfReviewed: number | null }): string | undefined {
    return percentOfReviewed === null ? undefined : `${percentOfReviewed}% of the children reviewed`;
  }

  protected columnsOf({ unit }: ReportTable): readonly TableColumn<ReportRow>[] {
    return [
      { key: 'label', text: 'Group', value: ({ label }) => label },
      { key: 'count', text: `Number of ${unit}`, value: ({ count }) => shownCount(count), isNumeric: true },
    ];
  }

  /** Cumulative numbers have no sum: their last one is the total already. */
  protected rowsOf({ code, rows, total }: ReportTable): readonly ReportRow[] {
    return code === 'referrals_since_launch' ? rows : [...rows, { label: 'Total', count: total }];
  }
}

function hasHidden({ rows, total }: ReportTable): boolean {
  return total === null || rows.some(({ count }) => count === null);
}
