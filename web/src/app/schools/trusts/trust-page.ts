import { Component, computed, input } from '@angular/core';
import type { SchoolRegisterItem } from '@panel/api-client';
import { readTrustResource } from '@panel/api-client/trusts/trusts.resource';
import { BackLink, Cell, Table, type TableColumn } from '@panel/ui';
import { StatusTag } from '../../home/page/status-tag.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { phaseText, schoolStatusDisplay } from '../school-words.js';

/** One trust and its schools. */
@Component({
  imports: [BackLink, BeforeMain, Cell, Loading, ProblemMessage, StatusTag, Table],
  template: `
    <ui-back-link *appBeforeMain link="/schools/trusts" text="Back to trusts" />
    @if (trust.hasValue()) {
      <h1 class="govuk-heading-l">{{ trust.value().name }}</h1>
      <p class="govuk-body">UID {{ trust.value().uid }}</p>
      <p class="govuk-body">
        Whoever works for one of these schools is kept out of the cases of all of them when they sit on a panel.
      </p>
      @if (schools().length > 0) {
        <ui-table
          caption="Schools of the trust"
          captionSize="m"
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="schools()"
          [rowKey]="idOf"
        >
          <ng-template uiCell="status" [uiCellOf]="schools()" let-row>
            <app-status-tag [display]="statusOf(row)" />
          </ng-template>
        </ui-table>
        @if (trust.value().isCut) {
          <p class="govuk-body">The trust has more schools than are shown here.</p>
        }
      } @else {
        <p class="govuk-body">No school of this register belongs to the trust.</p>
      }
    } @else if (trust.error(); as error) {
      <app-problem [error]="error" (tryAgain)="trust.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class TrustPage {
  readonly trustId = input.required<string>();

  protected readonly trust = readTrustResource(this.trustId);
  protected readonly schools = computed(() => (this.trust.hasValue() ? this.trust.value().schools : []));
  protected readonly columns: readonly TableColumn<SchoolRegisterItem>[] = [
    { key: 'name', text: 'Name', value: ({ name }) => name, link: ({ id }) => `/schools/${id}` },
    { key: 'town', text: 'Town', value: ({ town }) => town || 'Not known' },
    { key: 'phase', text: 'Phase', value: ({ phase }) => phaseText(phase) },
    { key: 'status', text: 'Status', value: ({ status }) => schoolStatusDisplay(status).label },
  ];
  protected readonly idOf = ({ id }: SchoolRegisterItem): string => id;
  protected readonly statusOf = ({ status }: SchoolRegisterItem) => schoolStatusDisplay(status);
}
