import { Component, computed, input } from '@angular/core';
import type { MeasuresSection } from '@panel/api-client';
import { ChartFigure, SummaryList } from '@panel/ui';
import { attainmentRows, drawnFigure, measureFigures } from './measure-figures.js';

/** The measures at the start, each kind as a figure with its numbers. */
@Component({
  selector: 'app-measures-at-start',
  imports: [ChartFigure, SummaryList],
  template: `
    @for (figure of figures(); track figure.fileName) {
      <ui-chart-figure
        [headline]="figure.headline"
        [headingLevel]="3"
        [subtitle]="figure.subtitle"
        [wideSvg]="figure.wide"
        [narrowSvg]="figure.narrow"
        [table]="figure.table"
        [fileName]="figure.fileName"
        [source]="figure.source"
      />
    }
    @if (attainment().length > 0) {
      <h3 class="govuk-heading-s">Attainment against age</h3>
      <ui-summary-list [rows]="attainment()" />
    }
    @if (figures().length === 0 && attainment().length === 0) {
      <p class="govuk-body">No measures were taken.</p>
    }
  `,
})
export class MeasuresAtStart {
  readonly measures = input.required<MeasuresSection>();

  protected readonly figures = computed(() =>
    measureFigures(this.measures()).map((figure) => ({
      ...figure,
      wide: drawnFigure(figure, 640),
      narrow: drawnFigure(figure, 280),
    })),
  );
  protected readonly attainment = computed(() => attainmentRows(this.measures()));
}
