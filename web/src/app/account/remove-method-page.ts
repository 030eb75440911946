import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { AccountService } from '@panel/api-client/account/account.service';
import { readSignInMethodsResource } from '@panel/api-client/account/account.resource';
import { BackLink, ErrorSummary } from '@panel/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { ConfirmForm } from '../home/page/confirm-form.js';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';

/** "Are you sure" before an authenticator app or, with an id in the address, a passkey goes. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, Loading, ProblemMessage],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/account/sign-in-methods" text="Back to sign-in methods" />
    @if (methods.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Remove {{ what() }}</h1>
          <p class="govuk-body">
            You can no longer sign in with it. Wherever else you are signed in, you are signed out.
          </p>
          <app-confirm-form text="Remove" kind="warning" cancelLink="/account/sign-in-methods" (confirmed)="remove()" />
        </div>
      </div>
    } @else if (methods.error(); as error) {
      <app-problem [error]="error" (tryAgain)="methods.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class RemoveMethodPage {
  readonly passkeyId = input<string>();

  private readonly service = inject(AccountService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly methods = readSignInMethodsResource();
  protected readonly what = computed(() => {
    const id = this.passkeyId();
    if (!id) return 'the authenticator app';
    const passkeys = this.methods.hasValue() ? this.methods.value().passkeys : [];
    return `the passkey ${passkeys.find((passkey) => passkey.id === id)?.name ?? ''}`.trim();
  });

  protected async remove(): Promise<void> {
    const isDone = await this.submission.run(null, () => firstValueFrom(this.request()));
    if (isDone) await this.router.navigateByUrl('/account/sign-in-methods', { info: 'Removed' });
  }

  private request(): Observable<unknown> {
    const id = this.passkeyId();
    return id ? this.service.removePasskey(id) : this.service.removeApp();
  }
}
