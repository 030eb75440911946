import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { ErrorSummary } from '@panel/ui/forms/error-summary';
import { FormProblems } from '../shell/form-problems.js';
import { DemoPeople } from './demo-people.js';
import { ServiceDetails } from './service-details.js';
import { SignInForm } from './sign-in-form.js';

@Component({
  imports: [DemoPeople, ErrorSummary, SignInForm],
  providers: [FormProblems],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <ui-error-summary [errors]="problems.errors()" />
        <h1 class="govuk-heading-l">Sign in</h1>
        <app-sign-in-form (passed)="goOn()" />
      </div>
      @if (details.isDemo()) {
        <div class="govuk-grid-column-one-half">
          <app-demo-people (signedIn)="goOn()" />
        </div>
      }
    </div>
  `,
})
export class SignInPage {
  /** From the address: the page that was wanted. */
  readonly returnTo = input<string>();

  protected readonly details = inject(ServiceDetails);
  protected readonly problems = inject(FormProblems);
  private readonly router = inject(Router);

  protected async goOn(): Promise<void> {
    await this.router.navigateByUrl(this.returnTo() ?? '/');
  }
}
