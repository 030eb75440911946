import { Component, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { AccountsService } from '@panel/api-client/accounts/accounts.service';
import { BackLink, Button, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { accountPage } from './account-page.js';
import { NewPassword, newPasswordRule } from './new-password.js';

@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, NewPassword, RouterLink],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="accountPage" text="Back" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        @if (isChanged()) {
          <h1 class="govuk-heading-l">Your password is changed</h1>
          <p class="govuk-body">You stay signed in here and have been signed out everywhere else.</p>
          <a ui-button [routerLink]="accountPage">Continue</a>
        } @else {
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Change your password</h1>
          <p class="govuk-body">You stay signed in here and are signed out everywhere else.</p>
          <form novalidate (submit)="change($event)">
            <app-new-password label="New password" [field]="form.password" [error]="submission.errorOf('password')" />
            <button ui-button>Change the password</button>
          </form>
        }
      </div>
    </div>
  `,
})
export class ChangePasswordPage {
  private readonly service = inject(AccountsService);
  protected readonly accountPage = accountPage;
  protected readonly submission = new Submission();
  protected readonly isChanged = signal(false);
  private readonly answers = signal({ password: '' });
  protected readonly form = form(this.answers, (path) => newPasswordRule(path.password));

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, () =>
      firstValueFrom(this.service.changePassword(this.answers())),
    );
    if (isDone) this.isChanged.set(true);
  }
}
