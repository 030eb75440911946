import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { AccountService } from '@panel/api-client/account/account.service';
import { BackLink, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ConfirmForm } from '../home/page/confirm-form.js';
import { Submission } from '../home/page/submission.js';
import { RecoveryCodes } from '../session/recovery-codes.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { PageFocus } from '../shell/page-focus.js';

@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, RecoveryCodes],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/account/sign-in-methods" text="Back to sign-in methods" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        @if (codes(); as all) {
          <h1 class="govuk-heading-l">Keep your recovery codes</h1>
          <app-recovery-codes [codes]="all" (kept)="goBack()" />
        } @else {
          <h1 class="govuk-heading-l">Make new recovery codes</h1>
          <p class="govuk-body">You get ten new codes. Those you have now stop working.</p>
          <app-confirm-form text="Make new codes" cancelLink="/account/sign-in-methods" (confirmed)="renew()" />
        }
      </div>
    </div>
  `,
})
export class RecoveryCodesPage {
  private readonly service = inject(AccountService);
  private readonly router = inject(Router);
  private readonly focus = inject(PageFocus);
  protected readonly submission = new Submission();
  protected readonly codes = signal<readonly string[] | null>(null);

  protected async renew(): Promise<void> {
    await this.submission.run(null, async () => {
      const { codes } = await firstValueFrom(this.service.renewRecoveryCodes());
      this.focus.focusHeading();
      this.codes.set(codes);
    });
  }

  protected goBack(): Promise<boolean> {
    return this.router.navigateByUrl('/account/sign-in-methods', { info: 'New recovery codes made' });
  }
}
