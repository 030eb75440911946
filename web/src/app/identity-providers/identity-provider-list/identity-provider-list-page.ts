import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IdentityProviderSummary } from '@panel/api-client';
import { listIdentityProvidersResource } from '@panel/api-client/identity-providers/identity-providers.resource';
import { Breadcrumbs, Button, Table, type TableColumn } from '@panel/ui';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { kindNames } from '../identity-provider-words.js';

/** Where people of the authority can sign in with an account that they have. */
@Component({
  imports: [BeforeMain, Breadcrumbs, Button, JustDone, Loading, ProblemMessage, RouterLink, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (providers.hasValue()) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">Single sign-on</h1>
      <p class="govuk-body">
        People can sign in with an account of the council, of their school or of their provider instead of a password
        here.
      </p>
      <a ui-button routerLink="/identity-providers/new">Add an identity provider</a>
      @if (items().length > 0) {
        <ui-table caption="Identity providers" isStacked firstCellIsHeader [columns]="columns" [rows]="items()" />
      } @else {
        <p class="govuk-body">There is no identity provider yet.</p>
      }
    } @else if (providers.error(); as error) {
      <app-problem [error]="error" (tryAgain)="providers.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class IdentityProviderListPage {
  protected readonly done = justDone();
  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Single sign-on' }];
  protected readonly providers = listIdentityProvidersResource();
  protected readonly items = computed(() => (this.providers.hasValue() ? this.providers.value().items : []));
  protected readonly columns: readonly TableColumn<IdentityProviderSummary>[] = [
    {
      key: 'name',
      text: 'Name',
      value: ({ displayName }) => displayName,
      link: ({ id }) => `/identity-providers/${id}`,
    },
    { key: 'kind', text: 'Kind', value: ({ kind }) => kindNames[kind] },
    { key: 'for', text: 'For', value: ({ organisationName }) => organisationName ?? 'The whole authority' },
    { key: 'state', text: 'State', value: ({ isEnabled }) => (isEnabled ? 'On' : 'Off') },
  ];
}
