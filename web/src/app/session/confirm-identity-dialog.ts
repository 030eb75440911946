import { Component, computed, inject, resource } from '@angular/core';
import { Button } from '@panel/ui/content/button';
import { ErrorSummary } from '@panel/ui/forms/error-summary';
import { Dialog } from '@panel/ui/page/dialog';
import { FormProblems } from '../shell/form-problems.js';
import { ConfirmIdentity } from './confirm-identity.js';
import { ConfirmWithProvider } from './confirm-with-provider.js';
import { CurrentSession } from './current-session.js';
import { SecondFactorForm } from './second-factor-form.js';

/** Over the page whose button was pressed; after the confirmation that goes on by itself. */
@Component({
  selector: 'app-confirm-identity-dialog',
  imports: [Button, ConfirmWithProvider, Dialog, ErrorSummary, SecondFactorForm],
  providers: [FormProblems],
  template: `
    <ui-dialog heading="Confirm that it is you" [isOpen]="confirmation.isAsked()" (closed)="confirmation.giveUp()">
      <ui-error-summary [errors]="problems.errors()" />
      <p class="govuk-body">
        What you are about to do matters, so we ask again who you are. For five minutes after this we will not ask
        again.
      </p>
      @if (factors().length > 0) {
        <app-second-factor-form
          idPrefix="confirm-"
          isConfirmation
          [factors]="factors()"
          (passed)="confirmation.confirmed()"
        />
      } @else if (!person().isDemoPerson) {
        <app-confirm-with-provider />
      }
      @if (person().isDemoPerson) {
        <button ui-button type="button" preventDoubleClick (click)="confirmAsDemoPerson()">
          I am {{ person().name }}
        </button>
      }
      <p class="govuk-body">
        <button type="button" class="app-link-button" (click)="confirmation.giveUp()">Cancel</button>
      </p>
    </ui-dialog>
  `,
})
export class ConfirmIdentityDialog {
  private readonly session = inject(CurrentSession);
  protected readonly confirmation = inject(ConfirmIdentity);
  protected readonly problems = inject(FormProblems);
  /** Read when it is asked: they may have changed since the sign-in. */
  private readonly step = resource({
    params: () => (this.confirmation.isAsked() ? {} : undefined),
    loader: () => this.session.readStep(),
  });
  /** A recovery code is for getting in again. */
  protected readonly factors = computed(() => {
    const step = this.step.hasValue() ? this.step.value() : null;
    return step?.factors.filter((factor) => factor !== 'recovery_code') ?? [];
  });
  protected readonly person = computed(() => this.session.session() ?? { name: '', isDemoPerson: false });

  protected async confirmAsDemoPerson(): Promise<void> {
    this.problems.clear();
    try {
      await this.session.go('/api/session/confirmation', { method: 'demo', value: '' });
      this.confirmation.confirmed();
    } catch (error) {
      this.problems.show(error);
    }
  }
}
