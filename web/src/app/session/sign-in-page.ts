import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NotificationBanner } from '@panel/ui/content/notification-banner';
import { ErrorSummary } from '@panel/ui/forms/error-summary';
import { FormProblems } from '../shell/form-problems.js';
import { DemoPeople } from './demo-people.js';
import { ServiceDetails } from './service-details.js';
import type { SignInStep } from './session-contract.js';
import { SignInForm } from './sign-in-form.js';
import { SignInOptions } from './sign-in-options.js';
import { SignOut } from './sign-out.js';
import { WhereToGo } from './where-to-go.js';

@Component({
  imports: [DemoPeople, ErrorSummary, NotificationBanner, RouterLink, SignInForm, SignInOptions],
  providers: [FormProblems],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <ui-error-summary [errors]="problems.errors()" />
        @if (signOut.done(); as done) {
          <ui-notification-banner kind="success">
            <p class="govuk-notification-banner__heading">You have signed out</p>
            @if (done.elsewhere; as provider) {
              <p class="govuk-body">
                You may still be signed in at {{ provider.name }}. On a computer that others use, sign out there as
                well.
              </p>
              <p class="govuk-body">
                <a class="govuk-notification-banner__link" [href]="provider.address"
                  >Also sign out of {{ provider.name }}</a
                >
              </p>
            }
          </ui-notification-banner>
        }
        <h1 class="govuk-heading-l">Sign in</h1>
        <app-sign-in-form (passed)="goOn($event)" />
        <p class="govuk-body">
          <a class="govuk-link" routerLink="/forgotten-password">I have forgotten my password</a>
        </p>
        <app-sign-in-options #options [returnTo]="returnTo()" />
      </div>
      @if (details.isDemo()) {
        <div class="govuk-grid-column-one-half">
          <app-demo-people [hidden]="options.isLoading()" (passed)="goOn($event)" />
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
  protected readonly signOut = inject(SignOut);
  private readonly whereToGo = inject(WhereToGo);

  protected goOn(step: SignInStep): Promise<boolean> {
    return this.whereToGo.after(step, this.returnTo());
  }
}
