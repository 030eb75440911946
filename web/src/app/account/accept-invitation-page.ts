import { Component, computed, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { OpenedInvitation } from '@panel/api-client';
import { InvitationsService } from '@panel/api-client/invitations/invitations.service';
import { Button, ErrorSummary, instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { InvitationProviders } from '../identity-providers/invitation-providers.js';
import { CurrentSession } from '../session/current-session.js';
import { roleNames } from '../session/role-names.js';
import { WhereToGo } from '../session/where-to-go.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { type Problem, toProblem } from '../shell/problem.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { invitationToken, keepInvitationToken } from './link-token.js';
import { NewPassword, newPasswordRule } from './new-password.js';

/** Where the link of an invitation leads: somebody new chooses a password, somebody with an account signs in with it. */
@Component({
  imports: [Button, ErrorSummary, InvitationProviders, Loading, NewPassword, ProblemMessage, RouterLink, SummaryList],
  providers: [FormProblems],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        @if (invitation(); as invitation) {
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ invitation.councilName }} invites you</h1>
          <ui-summary-list [rows]="rows()" />
          @if (!invitation.hasAccount) {
            @if (session.session(); as other) {
              <p class="govuk-body">
                You are signed in as {{ other.name }}. Sign out first, so that the invitation of
                {{ invitation.name }} is not mixed up with that account.
              </p>
              <button ui-button type="button" (click)="signOut()">Sign out</button>
            } @else {
              <h2 class="govuk-heading-m">Choose a password</h2>
              <form novalidate (submit)="accept($event)">
                <!-- So that a password manager knows whose password it keeps. -->
                <input
                  class="govuk-visually-hidden"
                  type="text"
                  name="username"
                  autocomplete="username"
                  readonly
                  tabindex="-1"
                  aria-hidden="true"
                  [value]="invitation.email"
                />
                <app-new-password [field]="form.password" [error]="submission.errorOf('password')" />
                <button ui-button>Accept and continue</button>
              </form>
              <app-invitation-providers [token]="token" [councilName]="invitation.councilName" />
            }
          } @else if (session.session(); as own) {
            @if (own.email === invitation.email) {
              <p class="govuk-body">
                You have an account. Accept to work for {{ invitation.councilName }} with it too.
              </p>
              <form novalidate (submit)="acceptAsSelf($event)">
                <button ui-button>Accept the invitation</button>
              </form>
            } @else {
              <p class="govuk-body">
                This invitation is for {{ invitation.email }}, and you are signed in as {{ own.name }}. Sign out, then
                sign in with the address that was invited.
              </p>
              <button ui-button type="button" (click)="signOut()">Sign out</button>
            }
          } @else {
            <p class="govuk-body">You have an account with this address. Sign in with it to accept the invitation.</p>
            <a ui-button routerLink="/sign-in" [queryParams]="{ returnTo: '/invitation' }" (click)="keepToken()"
              >Sign in to accept</a
            >
          }
        } @else if (failure(); as failure) {
          @if (failure.code === 'invitation_link_dead') {
            <h1 class="govuk-heading-l">{{ failure.title }}</h1>
            <p class="govuk-body">{{ failure.detail }}</p>
            <p class="govuk-body"><a class="govuk-link" routerLink="/sign-in">Go to the sign-in page</a></p>
          } @else {
            <app-problem [error]="failure" (tryAgain)="open()" />
          }
        } @else {
          <app-loading />
        }
      </div>
    </div>
  `,
})
export class AcceptInvitationPage {
  private readonly service = inject(InvitationsService);
  private readonly whereToGo = inject(WhereToGo);
  protected readonly session = inject(CurrentSession);
  protected readonly submission = new Submission();
  protected readonly token = invitationToken();
  protected readonly invitation = signal<OpenedInvitation | null>(null);
  protected readonly failure = signal<Problem | null>(null);
  private readonly answers = signal({ password: '' });
  protected readonly form = form(this.answers, (path) => newPasswordRule(path.password));

  protected readonly rows = computed((): readonly SummaryRow[] => {
    const invitation = this.invitation();
    if (!invitation) return [];
    return [
      { key: 'Name', value: invitation.name },
      { key: 'Email address', value: invitation.email },
      {
        key: invitation.roles.length === 1 ? 'Role' : 'Roles',
        value: invitation.roles.map(
          ({ role, organisationName }) => roleNames[role] + (organisationName ? `, ${organisationName}` : ''),
        ),
      },
      { key: 'Invited by', value: invitation.invitedByName },
      { key: 'Link works until', value: instantText(invitation.expiresAt) },
    ];
  });

  constructor() {
    void this.open();
  }

  protected async open(): Promise<void> {
    this.failure.set(null);
    try {
      await this.session.start();
      this.invitation.set(await firstValueFrom(this.service.openInvitation({ token: this.token })));
    } catch (error) {
      this.failure.set(toProblem(error));
    }
  }

  protected async accept(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(this.form, async () => {
      const body = { token: this.token, ...this.answers() };
      const step = this.session.take(await firstValueFrom(this.service.acceptInvitation(body)));
      // The second factor is set up before anything else can be seen.
      await this.whereToGo.after(step, undefined);
    });
  }

  protected async acceptAsSelf(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(this.service.acceptInvitationAsSelf({ token: this.token })),
    );
    // Loaded anew, so that all of it knows of the new roles. The session still acts for the council of before.
    if (isDone) window.location.assign('/account/role?returnTo=%2F');
  }

  protected keepToken(): void {
    keepInvitationToken(this.token);
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
  }
}
