import { Component, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { AccountsService } from '@panel/api-client/accounts/accounts.service';
import { Button, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { FormProblems } from '../shell/form-problems.js';
import { toProblem } from '../shell/problem.js';
import { linkToken } from './link-token.js';
import { NewPassword, newPasswordRule } from './new-password.js';

/** Where the link of a forgotten password leads. */
@Component({
  imports: [Button, ErrorSummary, NewPassword, RouterLink],
  providers: [FormProblems],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        @switch (state()) {
          @case ('done') {
            <h1 class="govuk-heading-l">Your password is changed</h1>
            <p class="govuk-body">
              You have been signed out everywhere. Sign in with the new password and your second step.
            </p>
            <a ui-button routerLink="/sign-in">Sign in</a>
          }
          @case ('dead') {
            <h1 class="govuk-heading-l">This link cannot be used</h1>
            <p class="govuk-body">It works once and for one hour.</p>
            <a ui-button routerLink="/forgotten-password">Ask for a new link</a>
          }
          @case ('open') {
            <ui-error-summary [errors]="submission.errors()" />
            <h1 class="govuk-heading-l">Choose a new password</h1>
            <form novalidate (submit)="reset($event)">
              <app-new-password label="New password" [field]="form.password" [error]="submission.errorOf('password')" />
              <button ui-button>Change the password</button>
            </form>
          }
        }
      </div>
    </div>
  `,
})
export class ResetPasswordPage {
  private readonly service = inject(AccountsService);
  protected readonly submission = new Submission();
  private readonly token = linkToken();
  protected readonly state = signal<'open' | 'done' | 'dead'>('open');
  private readonly answers = signal({ password: '' });
  protected readonly form = form(this.answers, (path) => newPasswordRule(path.password));

  protected async reset(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(this.form, async () => {
      try {
        await firstValueFrom(this.service.resetPassword({ token: this.token, ...this.answers() }));
        this.state.set('done');
      } catch (error) {
        if (toProblem(error).code !== 'account_link_dead') throw error;
        this.state.set('dead');
      }
    });
  }
}
