import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readSignInMethodsResource } from '@panel/api-client/account/account.resource';
import { Button, instantText, InsetText, SummaryList, type SummaryRow } from '@panel/ui';
import { JustDone, justDone } from '../home/page/just-done.js';
import { CurrentSession } from '../session/current-session.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { AccountNavigation } from './account-navigation.js';

const base = '/account/sign-in-methods';

@Component({
  imports: [AccountNavigation, Button, InsetText, JustDone, Loading, ProblemMessage, RouterLink, SummaryList],
  template: `
    @if (methods.hasValue()) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">Your account</h1>
      <app-account-navigation />
      <h2 class="govuk-heading-m">Sign-in methods</h2>
      <ui-summary-list [rows]="ownRows()" />
      <p class="govuk-body">Beside your password, you confirm with one of these that it is you.</p>
      @if (methods.value().needsPasskey && methods.value().passkeys.length === 1) {
        <ui-inset-text>
          Your role needs a passkey, and you have one. Add a second one, so that a lost device does not keep you out.
        </ui-inset-text>
      }
      <ui-summary-list cardHeading="Authenticator app" [rows]="appRows()" [cardActions]="appActions()" />
      @for (passkey of passkeys(); track passkey.id) {
        <ui-summary-list [cardHeading]="passkey.heading" [rows]="passkey.rows" [cardActions]="passkey.actions" />
      }
      <ui-summary-list cardHeading="Recovery codes" [rows]="codeRows()" [cardActions]="codeActions()" />
      <a ui-button routerLink="/account/sign-in-methods/passkey">Add a passkey</a>
    } @else if (methods.error(); as error) {
      <app-problem [error]="error" (tryAgain)="methods.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class SignInMethodsPage {
  protected readonly methods = readSignInMethodsResource();
  protected readonly done = justDone();

  private readonly session = inject(CurrentSession).session;
  protected readonly ownRows = computed<readonly SummaryRow[]>(() => [
    {
      key: 'Email address',
      value: this.session()?.email,
      actions: [{ text: 'Change', visuallyHiddenText: 'email address', link: '/account/email' }],
    },
    {
      key: 'Password',
      value: 'Never shown',
      actions: [{ text: 'Change', visuallyHiddenText: 'password', link: '/account/password' }],
    },
  ]);

  private readonly app = computed(() => (this.methods.hasValue() ? this.methods.value().appAddedAt : null));
  protected readonly appRows = computed<readonly SummaryRow[]>(() => {
    const addedAt = this.app();
    return [{ key: 'Set up', value: addedAt ? instantText(addedAt) : 'Not set up' }];
  });
  protected readonly appActions = computed(() =>
    this.app()
      ? [
          { text: 'Set up on another phone', link: `${base}/app` },
          { text: 'Remove', link: `${base}/app/remove` },
        ]
      : [{ text: 'Set up', link: `${base}/app` }],
  );
  protected readonly passkeys = computed(() =>
    (this.methods.hasValue() ? this.methods.value().passkeys : []).map(({ id, name, addedAt, lastUsedAt }) => ({
      id,
      heading: `Passkey: ${name}`,
      rows: [
        { key: 'Added', value: instantText(addedAt) },
        { key: 'Last used', value: lastUsedAt ? instantText(lastUsedAt) : 'Not yet' },
      ],
      actions: [
        { text: 'Rename', link: `${base}/passkeys/${id}/rename` },
        { text: 'Remove', link: `${base}/passkeys/${id}/remove` },
      ],
    })),
  );
  protected readonly codeRows = computed<readonly SummaryRow[]>(() => [
    { key: 'Left', value: this.methods.hasValue() ? `${this.methods.value().recoveryCodesLeft} of 10` : '' },
  ]);
  protected readonly codeActions = computed(() =>
    this.app() || this.passkeys().length > 0 ? [{ text: 'Make new codes', link: `${base}/recovery-codes` }] : [],
  );
}
