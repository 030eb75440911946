import { Component, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { AccountsService } from '@panel/api-client/accounts/accounts.service';
import { BackLink, Button, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../home/page/form-mistakes.js';
import { Submission } from '../home/page/submission.js';
import { ServiceDetails } from '../session/service-details.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';

/** Says the same whether somebody has the address or not. */
@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, RouterLink, TextInput],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/sign-in" text="Back to sign in" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        @if (askedFor(); as email) {
          <h1 class="govuk-heading-l">Check your email</h1>
          <p class="govuk-body">
            If {{ email }} belongs to somebody who works with this service, a link to set a new password is on its way.
            It works for one hour.
          </p>
          <p class="govuk-body">
            If nothing comes in ten minutes, look among unwanted mail, or ask your administrator.
          </p>
          @if (details.isDemo()) {
            <p class="govuk-body"><a class="govuk-link" routerLink="/outbox">See the outbox of this demo</a></p>
          }
        } @else {
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Set a new password</h1>
          <p class="govuk-body">We send a link to your email address. You still need your second step to sign in.</p>
          <form novalidate (submit)="ask($event)">
            <ui-input
              id="email"
              label="Email address"
              labelSize="s"
              type="email"
              autocomplete="username"
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
export class ForgottenPasswordPage {
  private readonly service = inject(AccountsService);
  protected readonly details = inject(ServiceDetails);
  protected readonly submission = new Submission();
  protected readonly askedFor = signal('');
  private readonly answers = signal({ email: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.email, ({ value }) => (value().trim() === '' ? mistake('Enter your email address') : undefined));
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.answers().email.trim();
    const isDone = await this.submission.run(this.form, () =>
      firstValueFrom(this.service.requestPasswordReset({ email })),
    );
    if (isDone) this.askedFor.set(email);
  }
}
