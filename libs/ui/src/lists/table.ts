import { NgTemplateOutlet } from '@angular/common';
import { booleanAttribute, Component, computed, contentChildren, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LabelSize } from '../forms/field.js';
import { UiUrl } from '../links.js';
import { Cell } from './cell.js';
import { ScrollRegion } from './scroll-region.js';

/** One column of a table. */
export interface TableColumn<TRow> {
  readonly key: string;
  readonly text: string;
  /** Formatted text of the cell. */
  readonly value: (row: TRow) => string;
  /** Makes the cell a link. */
  readonly link?: ((row: TRow) => string | undefined) | undefined;
  /** Numbers stand to the right. */
  readonly isNumeric?: boolean | undefined;
  readonly isSortable?: boolean | undefined;
  /** Such as a reference, which is read as one word. */
  readonly isUnbroken?: boolean | undefined;
}

export interface TableSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** Rows of the same kind. The page keeps order and paging in its address; the table only asks for them. */
@Component({
  selector: 'ui-table',
  imports: [NgTemplateOutlet, RouterLink, ScrollRegion, UiUrl],
  template: `
    <div [uiScrollRegion]="caption()">
      <table class="govuk-table" [class.app-table--stacked]="isStacked()" [attr.role]="role('table')">
        <caption class="govuk-table__caption" [class]="captionClass()">
          {{
            caption()
          }}
        </caption>
        <thead class="govuk-table__head" [attr.role]="role('rowgroup')">
          <tr class="govuk-table__row" [attr.role]="role('row')">
            @for (column of columns(); track column.key) {
              <th
                scope="col"
                class="govuk-table__header"
                [class.govuk-table__header--numeric]="column.isNumeric"
                [class.app-table__header--sortable]="column.isSortable"
                [attr.aria-sort]="ariaSort(column)"
                [attr.role]="role('columnheader')"
              >
                @if (column.isSortable) {
                  <button type="button" class="app-sort-button" (click)="changeSort(column)">{{ column.text }}</button>
                } @else {
                  {{ column.text }}
                }
              </th>
            }
          </tr>
        </thead>
        <tbody class="govuk-table__body" [attr.role]="role('rowgroup')">
          @for (row of rows(); track rowKey()(row, $index)) {
            <tr class="govuk-table__row" [attr.role]="role('row')">
              @for (column of columns(); track column.key) {
                @if ($first && firstCellIsHeader()) {
                  <th
                    scope="row"
                    class="govuk-table__header"
                    [class.app-unbroken]="column.isUnbroken"
                    [attr.role]="role('rowheader')"
                  >
                    <ng-container
                      [ngTemplateOutlet]="content"
                      [ngTemplateOutletContext]="{ $implicit: row, column: column }"
                    />
                  </th>
                } @else {
                  <td
                    class="govuk-table__cell"
                    [class.govuk-table__cell--numeric]="column.isNumeric"
                    [class.app-unbroken]="column.isUnbroken"
                    [attr.data-label]="isStacked() ? column.text : null"
                    [attr.role]="role('cell')"
                  >
                    <ng-container
                      [ngTemplateOutlet]="content"
                      [ngTemplateOutletContext]="{ $implicit: row, column: column }"
                    />
                  </td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <ng-template #content let-row let-column="column">
      @if (cellTemplates()[column.key]; as template) {
        <ng-container [ngTemplateOutlet]="template" [ngTemplateOutletContext]="{ $implicit: row }" />
      } @else if (column.link?.(row)) {
        <a class="govuk-link" [routerLink]="column.link(row) | uiUrl">{{ column.value(row) }}</a>
      } @else {
        {{ column.value(row) }}
      }
    </ng-template>
  `,
})
export class Table<TRow> {
  readonly caption = input.required<string>();
  readonly captionSize = input<LabelSize>();
  /** Where the heading above says the same. */
  readonly isCaptionHidden = input(false, { transform: booleanAttribute });
  readonly columns = input.required<readonly TableColumn<TRow>[]>();
  readonly rows = input.required<readonly TRow[]>();
  /** What makes a row the same row when the list is read again; its position unless told otherwise. */
  readonly rowKey = input<(row: TRow, index: number) => unknown>((_, index) => index);
  readonly firstCellIsHeader = input(false, { transform: booleanAttribute });
  /** On a narrow screen each row becomes a card with the column's name before each value. */
  readonly isStacked = input(false, { transform: booleanAttribute });
  readonly sort = input<TableSort>();
  /** The order the user asks for. */
  readonly sorted = output<TableSort>();

  private readonly cells = contentChildren<Cell<TRow>>(Cell);

  protected readonly cellTemplates = computed(() =>
    Object.fromEntries(this.cells().map((cell) => [cell.uiCell(), cell.template])),
  );
  protected readonly captionClass = computed(() => {
    if (this.isCaptionHidden()) return 'govuk-visually-hidden';
    const size = this.captionSize();
    return size ? `govuk-table__caption--${size}` : '';
  });

  /** Stacking takes the table layout away, and with it what browsers tell a screen reader: so it is said again. */
  protected role(name: string): string | null {
    return this.isStacked() ? name : null;
  }

  protected ariaSort(column: TableColumn<TRow>): string | null {
    if (!column.isSortable) return null;
    const sort = this.sort();
    return sort?.key === column.key ? sort.direction : 'none';
  }

  protected changeSort(column: TableColumn<TRow>): void {
    const sort = this.sort();
    const isAscending = sort?.key === column.key && sort.direction === 'ascending';
    this.sorted.emit({ key: column.key, direction: isAscending ? 'descending' : 'ascending' });
  }
}
