import { Component, computed, inject } from '@angular/core';
import { Button } from '@panel/ui/content/button';
import { Dialog } from '@panel/ui/page/dialog';
import { IdleWarning } from './idle-warning.js';
import { SignOut } from './sign-out.js';

/** Asks before the session ends. The countdown is shown each second and said to a screen reader a few times. */
@Component({
  selector: 'app-idle-warning-dialog',
  imports: [Button, Dialog],
  template: `
    <ui-dialog heading="You will be signed out soon" [isOpen]="warning.isAsked()" (closed)="closed()">
      @if (warning.isLongest()) {
        <p class="govuk-body">
          You signed in so long ago that you must sign in again. What you have typed stays on the page.
        </p>
      } @else {
        <p class="govuk-body">You have not used the service for a while. What you have typed stays on the page.</p>
      }
      <p class="govuk-body" aria-hidden="true">
        Time left: <strong class="app-countdown">{{ shown() }}</strong>
      </p>
      <p class="govuk-visually-hidden" role="status">{{ said() }}</p>
      <div class="govuk-button-group">
        @if (warning.isLongest()) {
          <button ui-button type="button" (click)="warning.signInNow()">Sign in again now</button>
          <button ui-button type="button" kind="secondary" (click)="warning.dismiss()">Go on until then</button>
        } @else {
          <button ui-button type="button" preventDoubleClick (click)="warning.stay()">Stay signed in</button>
          <button type="button" class="govuk-link app-link-button" (click)="signOut.now()">Sign out</button>
        }
      </div>
    </ui-dialog>
  `,
})
export class IdleWarningDialog {
  protected readonly warning = inject(IdleWarning);
  protected readonly signOut = inject(SignOut);
  protected readonly shown = computed(() => {
    const seconds = this.warning.secondsLeft();
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  });
  /** Changes once a minute, and at the end twice more. */
  protected readonly said = computed(() => {
    const seconds = this.warning.secondsLeft();
    if (seconds > 60) {
      const minutes = Math.ceil(seconds / 60);
      return `You will be signed out in about ${minutes} minutes.`;
    }
    return `You will be signed out in less than ${seconds > 30 ? '1 minute' : '30 seconds'}.`;
  });

  /** Escape is an answer of somebody who is there. */
  protected closed(): void {
    if (!this.warning.isAsked()) return;
    if (this.warning.isLongest()) this.warning.dismiss();
    else void this.warning.stay();
  }
}
