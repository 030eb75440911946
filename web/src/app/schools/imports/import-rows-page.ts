import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { SchoolImportChange, SchoolImportRow } from '@panel/api-client';
import { listSchoolImportRowsResource } from '@panel/api-client/school-imports/school-imports.resource';
import { BackLink, Cell, Pagination, Table, type TableColumn } from '@panel/ui';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { schoolFieldText, schoolValueText } from '../school-words.js';
import { rowGroups } from './import-words.js';

/** The rows of one group, with their numbers as Excel shows them: changes field by field, errors cell by cell. */
@Component({
  imports: [BackLink, BeforeMain, Cell, Loading, Pagination, ProblemMessage, Table],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the import" />
    @if (rows.hasValue()) {
      <h1 class="govuk-heading-l">{{ group().heading }}</h1>
      @if (rows.value().items.length > 0) {
        <p class="govuk-body">Rows are numbered as in Excel: the header is row 1.</p>
        <ui-table
          [caption]="group().heading"
          isCaptionHidden
          isStacked
          [columns]="columns()"
          [rows]="rows.value().items"
          [rowKey]="keyOf"
        >
          <ng-template uiCell="what" [uiCellOf]="rows.value().items" let-row>
            <ul class="govuk-list govuk-!-margin-bottom-0">
              @for (line of linesOf(row); track line) {
                <li>{{ line }}</li>
              }
            </ul>
          </ng-template>
        </ui-table>
        @if (after() || nextLink()) {
          <ui-pagination
            label="Pages of rows"
            [previousLink]="after() ? linkTo() : undefined"
            previousLabel="Back to the first page"
            [nextLink]="nextLink()"
          />
        }
      } @else {
        <p class="govuk-body">There are none.</p>
      }
    } @else if (rows.error(); as error) {
      <app-problem [error]="error" (tryAgain)="rows.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ImportRowsPage {
  readonly schoolImportId = input.required<string>();
  readonly action = input.required<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  protected readonly group = computed(() => rowGroups.find(({ action }) => action === this.action()) ?? rowGroups[4]);
  protected readonly rows = listSchoolImportRowsResource(
    this.schoolImportId,
    computed(() => {
      const after = this.after();
      return { action: this.group().action, ...(after && { after }) };
    }),
  );
  protected readonly link = computed(() => `/schools/imports/${this.schoolImportId()}`);
  protected readonly nextLink = computed(() => {
    const next = this.rows.hasValue() ? this.rows.value().nextAfter : null;
    return next ? this.linkTo(next) : undefined;
  });
  protected readonly columns = computed((): readonly TableColumn<SchoolImportRow>[] => [
    { key: 'row', text: 'Row', value: ({ rowNumber }) => rowNumber.toLocaleString('en-GB') },
    { key: 'school', text: 'School', value: ({ name }) => name || 'No name' },
    { key: 'urn', text: 'URN', value: ({ urn }) => urn || 'None' },
    ...(this.action() === 'new'
      ? []
      : [{ key: 'what', text: this.action() === 'error' ? 'What is wrong' : 'What changes', value: linesText }]),
  ]);

  protected readonly keyOf = ({ rowNumber }: SchoolImportRow): number => rowNumber;
  protected readonly linesOf = linesOf;

  protected linkTo(after?: string): string {
    const commands = [this.link(), 'rows', this.action()];
    return this.router.serializeUrl(this.router.createUrlTree(commands, { queryParams: after ? { after } : {} }));
  }
}

function linesOf({ changes, errors }: SchoolImportRow): readonly string[] {
  return [...errors.map(({ message }) => message), ...changes.map(changeText)];
}

function linesText(row: SchoolImportRow): string {
  return linesOf(row).join('; ');
}

function changeText({ field, from, to, isKept }: SchoolImportChange): string {
  const name = schoolFieldText(field);
  if (field === 'successor') return `${name}: ${to ?? ''}`;
  const [old, next] = [schoolValueText(field, from), schoolValueText(field, to)];
  return isKept ? `${name}: stays ${old} (the national register says: ${next})` : `${name}: ${old} → ${next}`;
}
