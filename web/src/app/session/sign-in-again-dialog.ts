import { Component, inject } from '@angular/core';
import { ErrorSummary } from '@panel/ui/forms/error-summary';
import { Dialog } from '@panel/ui/page/dialog';
import { FormProblems } from '../shell/form-problems.js';
import { DemoPeople } from './demo-people.js';
import type { SignInStep } from './session-contract.js';
import { ServiceDetails } from './service-details.js';
import { SignInAgain } from './sign-in-again.js';
import { SignInForm } from './sign-in-form.js';

/** Over the page that was being worked on, which stays as it is, with the focus on the field it was on. */
@Component({
  selector: 'app-sign-in-again-dialog',
  imports: [DemoPeople, Dialog, ErrorSummary, SignInForm],
  providers: [FormProblems],
  template: `
    <ui-dialog
      heading="Sign in again, your answers are saved"
      [isOpen]="signInAgain.isAsked()"
      (closed)="signInAgain.giveUp()"
    >
      <ui-error-summary [errors]="problems.errors()" />
      <p class="govuk-body">
        You were signed out because you had not used the service for a while. After signing in you go on where you were.
      </p>
      <app-sign-in-form idPrefix="again-" (passed)="goOn($event)" />
      <p class="govuk-body">
        <button type="button" class="app-link-button" (click)="signInAgain.giveUp()">Not now</button>
      </p>
      @if (details.isDemo()) {
        <app-demo-people (signedIn)="signInAgain.signedIn($event)" />
      }
    </ui-dialog>
  `,
})
export class SignInAgainDialog {
  protected readonly signInAgain = inject(SignInAgain);
  protected readonly details = inject(ServiceDetails);
  protected readonly problems = inject(FormProblems);

  protected goOn({ session }: SignInStep): void {
    if (session) this.signInAgain.signedIn(session);
  }
}
