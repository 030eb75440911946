import { Component, inject, linkedSignal } from '@angular/core';
import { Button } from '@panel/ui/content/button';
import { ErrorSummary } from '@panel/ui/forms/error-summary';
import { Dialog } from '@panel/ui/page/dialog';
import { FormProblems } from '../shell/form-problems.js';
import { CurrentSession } from './current-session.js';
import { DemoPeople } from './demo-people.js';
import type { SignInStep } from './session-contract.js';
import { SecondFactorForm } from './second-factor-form.js';
import { ServiceDetails } from './service-details.js';
import { SignInAgain } from './sign-in-again.js';
import { SignInForm } from './sign-in-form.js';

/** Over the page that was being worked on, which stays as it is, with the focus on the field it was on. */
@Component({
  selector: 'app-sign-in-again-dialog',
  imports: [Button, DemoPeople, Dialog, ErrorSummary, SecondFactorForm, SignInForm],
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
      @if (step(); as waiting) {
        @if (waiting.stage === 'second_factor') {
          <app-second-factor-form idPrefix="again-" [factors]="waiting.factors" (passed)="goOn($event)" />
        } @else {
          <p class="govuk-body">
            Your account needs a second factor before you can go on. Set it up in
            <a class="govuk-link" href="/sign-in/continue" target="_blank" rel="noopener"
              >a new window (opens in a new tab)</a
            >, then come back here.
          </p>
          <button ui-button type="button" (click)="lookAgain()">I have set it up</button>
        }
      } @else {
        <app-sign-in-form idPrefix="again-" (passed)="goOn($event)" />
      }
      <p class="govuk-body">
        <button type="button" class="app-link-button" (click)="signInAgain.giveUp()">Not now</button>
      </p>
      @if (details.isDemo() && !step()) {
        <app-demo-people (passed)="goOn($event)" />
      }
    </ui-dialog>
  `,
})
export class SignInAgainDialog {
  protected readonly signInAgain = inject(SignInAgain);
  protected readonly details = inject(ServiceDetails);
  protected readonly problems = inject(FormProblems);

  protected readonly step = linkedSignal<boolean, SignInStep | null>({
    source: this.signInAgain.isAsked,
    computation: () => null,
  });
  private readonly session = inject(CurrentSession);

  protected goOn(step: SignInStep): void {
    this.problems.clear();
    if (step.session) this.signInAgain.signedIn(step.session);
    else this.step.set(step);
  }

  /** After a detour: the session of this browser may be open now. */
  protected async lookAgain(): Promise<void> {
    const step = await this.session.readStep();
    if (step) this.goOn(step);
    else this.step.set(null);
  }
}
