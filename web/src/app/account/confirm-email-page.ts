import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AccountsService } from '@panel/api-client/accounts/accounts.service';
import { Button, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { FormProblems } from '../shell/form-problems.js';
import { toProblem } from '../shell/problem.js';
import { linkToken } from './link-token.js';

/** Where the mail to a new address leads. A button, because programs that look at mail open every link. */
@Component({
  imports: [Button, ErrorSummary, RouterLink],
  providers: [FormProblems],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        @if (confirmed(); as email) {
          <h1 class="govuk-heading-l">Your email address is changed</h1>
          <p class="govuk-body">From now on you sign in with {{ email }}.</p>
          <a ui-button routerLink="/">Continue</a>
        } @else if (isDead()) {
          <h1 class="govuk-heading-l">This link cannot be used</h1>
          <p class="govuk-body">It works once and for one hour. Ask for the change again under your account.</p>
          <a ui-button routerLink="/">Continue</a>
        } @else {
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Confirm your email address</h1>
          <p class="govuk-body">
            You opened the link in the mail to your new address. Confirm that you sign in with it from now on.
          </p>
          <form novalidate (submit)="confirm($event)">
            <button ui-button>Confirm the address</button>
          </form>
        }
      </div>
    </div>
  `,
})
export class ConfirmEmailPage {
  private readonly service = inject(AccountsService);
  protected readonly submission = new Submission();
  private readonly token = linkToken();
  protected readonly confirmed = signal('');
  protected readonly isDead = signal(false);

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(null, async () => {
      try {
        const { email } = await firstValueFrom(this.service.confirmEmailChange({ token: this.token }));
        this.confirmed.set(email);
      } catch (error) {
        if (toProblem(error).code !== 'account_link_dead') throw error;
        this.isDead.set(true);
      }
    });
  }
}
