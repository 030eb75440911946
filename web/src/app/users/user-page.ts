import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { UserSignInMethods } from '@panel/api-client';
import { readUserResource } from '@panel/api-client/users/users.resource';
import { BackLink, Button, instantText, type Link, SummaryList, type SummaryRow, Tag, UiUrl } from '@panel/ui';
import { JustDone, justDone } from '../home/page/just-done.js';
import { lastValue } from '../home/page/last-value.js';
import { BeforeMain } from '../shell/before-main.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { roleText, userStates } from './user-words.js';

/** One person: what they may do here, how they sign in, and what an administrator can change of it. */
@Component({
  imports: [BackLink, BeforeMain, Button, JustDone, Loading, ProblemMessage, RouterLink, SummaryList, Tag, UiUrl],
  template: `
    <ui-back-link *appBeforeMain link="/users" text="Back to people" />
    @if (user.error(); as error) {
      <app-problem [error]="error" (tryAgain)="user.reload()" />
    } @else if (person(); as person) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">{{ person.name }}</h1>
      <p class="govuk-body"><ui-tag [text]="state().text" [colour]="state().colour" /></p>
      <ui-summary-list [rows]="rows()" />
      <h2 class="govuk-heading-m">{{ person.state === 'deactivated' ? 'Roles, set aside' : 'Roles' }}</h2>
      @if (roleRows().length > 0) {
        <ui-summary-list [rows]="roleRows()" />
      } @else {
        <p class="govuk-body">{{ person.name }} has no role here and cannot sign in for this council.</p>
      }
      @if (person.state !== 'deactivated') {
        <a ui-button kind="secondary" [routerLink]="linkTo('roles/new') | uiUrl">Give a role</a>
      }
      <h2 class="govuk-heading-m">Signing in</h2>
      <ui-summary-list [rows]="signInRows()" />
      @if (canResetSecondFactor()) {
        <a ui-button kind="secondary" [routerLink]="linkTo('reset-second-factor') | uiUrl">Reset the second step</a>
      }
      <h2 class="govuk-heading-m">Access</h2>
      @if (person.state === 'deactivated') {
        <p class="govuk-body">
          {{ person.name }} cannot sign in for this council. The roles above come back with access.
        </p>
        <a ui-button [routerLink]="linkTo('reactivate') | uiUrl">Reactivate {{ person.name }}</a>
      } @else if (person.isSelf) {
        <p class="govuk-body">This is you. Another administrator can deactivate you.</p>
      } @else if (person.state === 'active') {
        <p class="govuk-body">Whoever is deactivated is signed out at once and cannot sign in for this council.</p>
        <a ui-button kind="warning" [routerLink]="linkTo('deactivate') | uiUrl">Deactivate {{ person.name }}</a>
      } @else {
        <p class="govuk-body">Without a role there is nothing to deactivate.</p>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class UserPage {
  readonly userId = input.required<string>();

  protected readonly done = justDone();
  protected readonly user = readUserResource(this.userId);
  protected readonly person = lastValue(this.user);
  protected readonly state = computed(() => userStates[this.person()?.state ?? 'active']);

  protected readonly rows = computed((): readonly SummaryRow[] => {
    const person = this.person();
    if (!person) return [];
    const change: Link = { text: 'Change', visuallyHiddenText: 'name', link: this.linkTo('name') };
    return [
      { key: 'Name', value: person.name, actions: [change] },
      { key: 'Email address', value: person.email },
    ];
  });

  protected readonly roleRows = computed((): readonly SummaryRow[] => {
    const person = this.person();
    return (person?.roles ?? []).map((role) => {
      const isOwnAdministration = person?.isSelf === true && role.role === 'administrator';
      const canTakeAway = person?.state === 'active' && !isOwnAdministration && !role.isFromSignOn;
      const link: Link = {
        text: 'Take away',
        visuallyHiddenText: roleText(role),
        link: this.linkTo(`roles/${role.id}/take-away`),
      };
      return {
        key: roleText(role),
        value: heldText(person?.state === 'deactivated', isOwnAdministration, role.isFromSignOn),
        actions: canTakeAway ? [link] : [],
      };
    });
  });

  protected readonly signInRows = computed((): readonly SummaryRow[] => {
    const person = this.person();
    if (!person) return [];
    const { lastSignedInAt, openSessions, signInMethods } = person;
    return [
      { key: 'Last signed in', value: lastSignedInAt === null ? 'Not yet' : instantText(lastSignedInAt) },
      { key: 'Open sessions', value: String(openSessions) },
      { key: 'Signs in with', value: methodsText(signInMethods) },
    ];
  });

  /** Somebody who has never set one up has nothing to reset. */
  protected readonly canResetSecondFactor = computed(() => {
    const person = this.person();
    if (!person || person.isSelf) return false;
    const { hasAuthenticatorApp, passkeys, recoveryCodes } = person.signInMethods;
    return hasAuthenticatorApp || passkeys > 0 || recoveryCodes > 0;
  });

  protected linkTo(path: string): string {
    return `/users/${this.userId()}/${path}`;
  }
}

function heldText(isSetAside: boolean, isOwnAdministration: boolean, isFromSignOn: boolean): string {
  if (isSetAside) return 'Set aside';
  if (isFromSignOn) return 'Comes with single sign-on, and is changed there';
  return isOwnAdministration ? 'Your own: another administrator can take it away' : 'Held now';
}

function methodsText({
  hasPassword,
  hasSingleSignOn,
  hasAuthenticatorApp,
  passkeys,
  recoveryCodes,
}: UserSignInMethods): readonly string[] {
  const methods = [
    hasPassword && 'Password',
    hasSingleSignOn && 'Single sign-on',
    hasAuthenticatorApp && 'Authenticator app',
    passkeys > 0 && (passkeys === 1 ? '1 passkey' : `${passkeys} passkeys`),
    recoveryCodes > 0 && `${recoveryCodes} recovery codes left`,
  ].filter((method) => typeof method === 'string');
  return methods.length > 0 ? methods : ['Nothing set up here'];
}
