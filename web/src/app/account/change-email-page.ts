import { Component, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { AccountsService } from '@panel/api-client/accounts/accounts.service';
import { BackLink, Button, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../home/page/form-mistakes.js';
import { Submission } from '../home/page/submission.js';
import { CurrentSession } from '../session/current-session.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { accountPage } from './account-page.js';

@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, RouterLink, TextInput],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="accountPage" text="Back" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        @if (askedFor(); as email) {
          <h1 class="govuk-heading-l">Confirm the new address</h1>
          <p class="govuk-body">
            We have sent a link to {{ email }}, unless it belongs to somebody else. Your address changes when you open
            it within one hour; until then you sign in as before.
          </p>
          <a ui-button [routerLink]="accountPage">Continue</a>
        } @else {
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Change your email address</h1>
          <p class="govuk-body">
            You sign in with {{ session.session()?.email }}. We send a link to the new address, and word to the old one.
          </p>
          <form novalidate (submit)="ask($event)">
            <ui-input
              id="email"
              label="New email address"
              labelSize="s"
              type="email"
              autocomplete="email"
              [spellcheck]="false"
              [formField]="form.email"
              [error]="submission.errorOf('email')"
            />
            <button ui-button>Send the link</button>
          </form>
        }
      </div>
    </div>
  `,
})
export class ChangeEmailPage {
  private readonly service = inject(AccountsService);
  protected readonly session = inject(CurrentSession);
  protected readonly accountPage = accountPage;
  protected readonly submission = new Submission();
  protected readonly askedFor = signal('');
  private readonly answers = signal({ email: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.email, ({ value }) => (value().trim() === '' ? mistake('Enter the new email address') : undefined));
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.answers().email.trim();
    const isDone = await this.submission.run(this.form, () =>
      firstValueFrom(this.service.requestEmailChange({ email })),
    );
    if (isDone) this.askedFor.set(email);
  }
}
