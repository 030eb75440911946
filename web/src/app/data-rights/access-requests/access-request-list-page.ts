import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AccessRequestListItem } from '@panel/api-client';
import { listAccessRequestsResource } from '@panel/api-client/access-requests/access-requests.resource';
import { Breadcrumbs, Button, Cell, dayText, Table, type TableColumn, Tag } from '@panel/ui';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { statusOf } from './access-request-words.js';

/** Requests for what is held on a child, those that wait first. */
@Component({
  imports: [BeforeMain, Breadcrumbs, Button, Cell, Loading, ProblemMessage, RouterLink, Table, Tag],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (requests.hasValue()) {
      <h1 class="govuk-heading-l">Access requests</h1>
      <p class="govuk-body">
        What a person asks to see of what is held on them or their child. Due in one calendar month.
      </p>
      @if (session.may('access_request:log')) {
        <a ui-button routerLink="/access-requests/new">Log a request</a>
      }
      @if (rows().length > 0) {
        <ui-table caption="Access requests" isCaptionHidden isStacked [columns]="columns" [rows]="rows()">
          <ng-template uiCell="status" [uiCellOf]="rows()" let-row>
            <ui-tag [text]="status(row).text" [colour]="status(row).colour" />
          </ng-template>
        </ui-table>
      } @else {
        <p class="govuk-body">There is no request yet.</p>
      }
    } @else if (requests.error(); as error) {
      <app-problem [error]="error" (tryAgain)="requests.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AccessRequestListPage {
  protected readonly session = inject(CurrentSession);
  protected readonly requests = listAccessRequestsResource();
  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Access requests' }];
  protected readonly rows = computed(() => (this.requests.hasValue() ? this.requests.value().items : []));
  protected readonly status = statusOf;
  protected readonly columns: readonly TableColumn<AccessRequestListItem>[] = [
    {
      key: 'reference',
      text: 'Request',
      isUnbroken: true,
      value: ({ reference }) => reference,
      link: ({ id }) => `/access-requests/${id}`,
    },
    { key: 'requester', text: 'From', value: ({ requesterName }) => requesterName },
    { key: 'receivedOn', text: 'Received', value: ({ receivedOn }) => dayText(receivedOn) },
    { key: 'dueOn', text: 'Due', value: ({ dueOn }) => dayText(dueOn) },
    { key: 'status', text: 'Status', value: (row) => statusOf(row).text },
  ];
}
