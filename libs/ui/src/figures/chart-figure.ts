import { booleanAttribute, Component, computed, input } from '@angular/core';
import { csvText } from '@panel/disclosure';
import { Details } from '../content/details.js';
import { ScrollRegion } from '../lists/scroll-region.js';
import { Svg } from './svg.js';

/** The numbers behind a chart, formatted; the first column names the row. */
export interface ChartTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart with everything that belongs to it: message, what it shows, its numbers as a table and as a file, source. */
@Component({
  selector: 'ui-chart-figure',
  imports: [Details, ScrollRegion, Svg],
  template: `
    <figure class="app-chart">
      <figcaption>
        @if (headingLevel() === 2) {
          <h2 class="govuk-heading-m app-chart__headline">{{ headline() }}</h2>
        } @else {
          <h3 class="govuk-heading-s app-chart__headline">{{ headline() }}</h3>
        }
        <p class="app-chart__subtitle">{{ subtitle() }}</p>
      </figcaption>
      <div class="app-chart__wide" [uiSvg]="wideSvg()"></div>
      <div class="app-chart__narrow" [uiSvg]="narrowSvg()"></div>
      <ui-details summary="Show the numbers as a table" isOpenInPrint>
        <div [uiScrollRegion]="subtitle()">
          <table class="govuk-table">
            <caption class="govuk-table__caption">
              {{
                subtitle()
              }}
            </caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                @for (text of table().header; track $index) {
                  <th
                    scope="col"
                    class="govuk-table__header"
                    [class.govuk-table__header--numeric]="!$first && !hasWords()"
                  >
                    {{ text }}
                  </th>
                }
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              @for (row of table().rows; track $index) {
                <tr class="govuk-table__row">
                  @for (text of row; track $index) {
                    @if ($first) {
                      <th scope="row" class="govuk-table__header">{{ text }}</th>
                    } @else {
                      <td class="govuk-table__cell" [class.govuk-table__cell--numeric]="!hasWords()">{{ text }}</td>
                    }
                  }
                </tr>
              }
            </tbody>
          </table>
        </div>
      </ui-details>
      <p class="govuk-body app-chart__download">
        <a class="govuk-link" [attr.href]="csvUrl()" [attr.download]="fileName() + '.csv'"
          >Download the numbers as CSV<span class="govuk-visually-hidden">: {{ headline() }}</span></a
        >
      </p>
      @if (source(); as text) {
        <p class="govuk-body-s app-chart__source">Source: {{ text }}</p>
      }
    </figure>
  `,
})
export class ChartFigure {
  /** The message in one sentence: "Seven of ten children were at high risk". */
  readonly headline = input.required<string>();
  readonly headingLevel = input<2 | 3>(2);
  /** What, where and when is counted. */
  readonly subtitle = input.required<string>();
  /** The SVG for screens from 480 px on. */
  readonly wideSvg = input.required<string>();
  /** The SVG for narrower ones. */
  readonly narrowSvg = input.required<string>();
  readonly table = input.required<ChartTable>();
  /** The cells of the table are words and not numbers, so they stand to the left. */
  readonly hasWords = input(false, { transform: booleanAttribute });
  readonly source = input<string>();
  /** Name of the CSV file, without ending. */
  readonly fileName = input('figures');

  protected readonly csvUrl = computed(
    () => `data:text/csv;charset=utf-8,${encodeURIComponent(csvText(this.table().header, this.table().rows))}`,
  );
}
