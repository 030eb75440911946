import { Component, computed, inject, input } from '@angular/core';
import { readInvitationResource } from '@panel/api-client/invitations/invitations.resource';
import { InvitationsService } from '@panel/api-client/invitations/invitations.service';
import { BackLink, Button, ErrorSummary, instantText, SummaryList, type SummaryRow, Tag } from '@panel/ui';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { invitationStates, rolesText } from './user-words.js';

/** One invitation: sent again with a new link, or withdrawn. */
@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, Loading, ProblemMessage, SummaryList, Tag],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/users" text="Back to people" />
    @if (invitation.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Invitation of {{ invitation.value().name }}</h1>
          <p class="govuk-body"><ui-tag [text]="state().text" [colour]="state().colour" /></p>
          <ui-summary-list [rows]="rows()" />
          @if (isOpen()) {
            <p class="govuk-body">
              Sending it again makes a new link that works for seven days; the one before stops working.
            </p>
            <div class="govuk-button-group">
              <button ui-button type="button" (click)="sendAgain(invitation.value().version)">Send it again</button>
              <button ui-button type="button" kind="warning" (click)="withdraw(invitation.value().version)">
                Withdraw the invitation
              </button>
            </div>
          } @else {
            <p class="govuk-body">Nothing more can be done with this invitation.</p>
          }
        </div>
      </div>
    } @else if (invitation.error(); as error) {
      <app-problem [error]="error" (tryAgain)="invitation.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class InvitationPage {
  readonly invitationId = input.required<string>();

  private readonly service = inject(InvitationsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly invitation = readInvitationResource(this.invitationId);
  protected readonly state = computed(
    () => invitationStates[this.invitation.hasValue() ? this.invitation.value().state : 'open'],
  );
  protected readonly isOpen = computed(
    () => this.invitation.hasValue() && ['open', 'expired'].includes(this.invitation.value().state),
  );
  protected readonly rows = computed((): readonly SummaryRow[] => {
    if (!this.invitation.hasValue()) return [];
    const { email, roles, invitedByName, invitedAt, expiresAt } = this.invitation.value();
    return [
      { key: 'Email address', value: email },
      { key: 'Roles', value: rolesText(roles) },
      { key: 'Invited by', value: `${invitedByName}, ${instantText(invitedAt)}` },
      { key: 'Link works until', value: instantText(expiresAt) },
    ];
  });

  protected async sendAgain(version: number): Promise<void> {
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(this.service.sendInvitationAgain(this.invitationId(), this.submission.changing(version))),
    );
    await this.goOn(isDone, 'Invitation sent again');
  }

  protected async withdraw(version: number): Promise<void> {
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(this.service.withdrawInvitation(this.invitationId(), this.submission.changing(version))),
    );
    await this.goOn(isDone, 'Invitation withdrawn');
  }

  private async goOn(isDone: boolean, info: string): Promise<void> {
    if (isDone) await this.router.navigateByUrl('/users', { info });
    else this.invitation.reload();
  }
}
