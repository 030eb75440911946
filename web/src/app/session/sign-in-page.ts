import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ErrorSummary } from '@panel/ui/forms/error-summary';
import { FormProblems } from '../shell/form-problems.js';
import { DemoPeople } from './demo-people.js';
import { ServiceDetails } from './service-details.js';
import type { SignInStep } from './session-contract.js';
import { SignInForm } from './sign-in-form.js';
import { SignInOptions } from './sign-in-options.js';
import { WhereToGo } from './where-to-go.js';

@Component({
  imports: [DemoPeople, ErrorSummary, RouterLink, SignInForm, SignInOptions],
  providers: [FormProblems],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <ui-error-summary [errors]="problems.errors()" />
        <h1 class="govuk-heading-l">Sign in</h1>
        <app-sign-in-form (passed)="goOn($event)" />
        <p class="govuk-body">
          <a class="govuk-link" routerLink="/forgotten-password">I have forgotten my password</a>
        </p>
        <app-sign-in-options [returnTo]="returnTo()" />
      </div>
      @if (details.isDemo()) {
        <div class="govuk-grid-column-one-half">
          <app-demo-people (passed)="goOn($event)" />
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
  private readonly whereToGo = inject(WhereToGo);

  protected goOn(step: SignInStep): Promise<boolean> {
    return this.whereToGo.after(step, this.returnTo());
  }
}
