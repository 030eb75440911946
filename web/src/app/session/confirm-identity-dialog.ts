import { Component, computed, inject } from '@angular/core';
import { Button } from '@panel/ui/content/button';
import { ErrorSummary } from '@panel/ui/forms/error-summary';
import { Dialog } from '@panel/ui/page/dialog';
import { FormProblems } from '../shell/form-problems.js';
import { ConfirmIdentity } from './confirm-identity.js';
import { CurrentSession } from './current-session.js';

/** Over the page whose button was pressed; after the confirmation that goes on by itself. */
@Component({
  selector: 'app-confirm-identity-dialog',
  imports: [Button, Dialog, ErrorSummary],
  providers: [FormProblems],
  template: `
    <ui-dialog heading="Confirm that it is you" [isOpen]="confirmation.isAsked()" (closed)="confirmation.giveUp()">
      <ui-error-summary [errors]="problems.errors()" />
      <p class="govuk-body">
        What you are about to do matters, so we ask again who you are. For five minutes after this we will not ask
        again.
      </p>
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
