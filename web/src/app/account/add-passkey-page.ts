import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { AddedFactor } from '@panel/api-client';
import { BackLink, ErrorSummary } from '@panel/ui';
import { AddPasskey } from '../session/add-passkey.js';
import { RecoveryCodes } from '../session/recovery-codes.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { PageFocus } from '../shell/page-focus.js';

@Component({
  imports: [AddPasskey, BackLink, BeforeMain, ErrorSummary, RecoveryCodes],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/account/sign-in-methods" text="Back to sign-in methods" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="problems.errors()" />
        @if (codes(); as all) {
          <h1 class="govuk-heading-l">Keep your recovery codes</h1>
          <app-recovery-codes [codes]="all" (kept)="goBack()" />
        } @else {
          <h1 class="govuk-heading-l">Add a passkey</h1>
          <app-add-passkey (added)="added($event)" />
        }
      </div>
    </div>
  `,
})
export class AddPasskeyPage {
  private readonly router = inject(Router);
  private readonly focus = inject(PageFocus);
  protected readonly problems = inject(FormProblems);
  protected readonly codes = signal<readonly string[] | null>(null);

  protected added({ recoveryCodes }: AddedFactor): void {
    this.problems.clear();
    if (!recoveryCodes) return void this.goBack();
    this.focus.focusHeading();
    this.codes.set(recoveryCodes);
  }

  protected goBack(): Promise<boolean> {
    return this.router.navigateByUrl('/account/sign-in-methods', { info: 'Passkey added' });
  }
}
