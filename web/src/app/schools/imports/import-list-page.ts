import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SchoolImport } from '@panel/api-client';
import { listSchoolImportsResource } from '@panel/api-client/school-imports/school-imports.resource';
import { schoolImportStatusDisplay } from '@panel/case-rules';
import { BackLink, Button, Cell, instantText, Table, type TableColumn } from '@panel/ui';
import { StatusTag } from '../../home/page/status-tag.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

/** The imports of schools, the newest first. */
@Component({
  imports: [BackLink, BeforeMain, Button, Cell, Loading, ProblemMessage, RouterLink, StatusTag, Table],
  template: `
    <ui-back-link *appBeforeMain link="/schools" text="Back to schools" />
    @if (imports.hasValue()) {
      <h1 class="govuk-heading-l">Imports of schools</h1>
      <a ui-button routerLink="/schools/imports/new">Import schools</a>
      @if (rows().length > 0) {
        <ui-table
          caption="Imports"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="rows()"
          [rowKey]="idOf"
        >
          <ng-template uiCell="status" [uiCellOf]="rows()" let-row>
            <app-status-tag [display]="statusOf(row)" />
          </ng-template>
        </ui-table>
      } @else {
        <p class="govuk-body">Nothing has been imported yet.</p>
      }
    } @else if (imports.error(); as error) {
      <app-problem [error]="error" (tryAgain)="imports.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ImportListPage {
  protected readonly imports = listSchoolImportsResource();
  protected readonly rows = computed(() => (this.imports.hasValue() ? this.imports.value().items : []));
  protected readonly columns: readonly TableColumn<SchoolImport>[] = [
    {
      key: 'queuedAt',
      text: 'Uploaded',
      value: ({ queuedAt }) => instantText(queuedAt),
      link: ({ id }) => `/schools/imports/${id}`,
    },
    { key: 'fileName', text: 'File', value: ({ fileName }) => fileName },
    { key: 'startedBy', text: 'By', value: ({ startedByName }) => startedByName },
    { key: 'status', text: 'Status', value: ({ status }) => schoolImportStatusDisplay(status).label },
  ];
  protected readonly idOf = ({ id }: SchoolImport): string => id;
  protected readonly statusOf = ({ status }: SchoolImport) => schoolImportStatusDisplay(status);
}
