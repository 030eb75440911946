import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EmergencyAccess } from '@panel/api-client';
import { listEmergencyAccessesResource } from '@panel/api-client/emergency-accesses/emergency-accesses.resource';
import { Breadcrumbs, Button, instantText, Table, type TableColumn } from '@panel/ui';
import { lastValue } from '../../home/page/last-value.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { reasonText, reviewText, stateText } from '../emergency-words.js';

/** Which cases were opened by somebody to whom they are closed: the newest first. */
@Component({
  imports: [BeforeMain, Breadcrumbs, Button, Loading, ProblemMessage, RouterLink, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (accesses.error(); as error) {
      <app-problem [error]="error" (tryAgain)="accesses.reload()" />
    } @else if (list(); as shown) {
      <h1 class="govuk-heading-l">Emergency accesses</h1>
      <p class="govuk-body">
        A case that is closed to somebody can be opened in an emergency: for reading only, for {{ shown.minutes }}
        minutes, and with a reason. Coordinators and data protection officers are told each time.
      </p>
      @if (shown.canStart) {
        <a ui-button routerLink="/emergency-accesses/new">Open a case</a>
      }
      @if (shown.items.length > 0) {
        <ui-table
          caption="Emergency accesses"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="shown.items"
          [rowKey]="idOf"
        />
      } @else {
        <p class="govuk-body">No case has been opened under emergency access.</p>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class EmergencyAccessListPage {
  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Emergency accesses' }];
  protected readonly accesses = listEmergencyAccessesResource();
  private readonly answer = lastValue(this.accesses);
  protected readonly list = computed(() => this.answer());
  protected readonly columns: readonly TableColumn<EmergencyAccess>[] = [
    {
      key: 'case',
      text: 'Case',
      isUnbroken: true,
      value: ({ reference }) => reference,
      link: ({ id }) => `/emergency-accesses/${id}`,
    },
    { key: 'by', text: 'By', value: ({ userName }) => userName },
    { key: 'at', text: 'Opened', value: ({ startedAt }) => instantText(startedAt) },
    { key: 'why', text: 'Why', value: ({ reasonCode }) => reasonText(reasonCode) },
    { key: 'state', text: 'State', value: stateText },
    { key: 'review', text: 'Review', value: reviewText },
  ];
  protected readonly idOf = ({ id }: EmergencyAccess): string => id;
}
