import { Component, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { AccountService } from '@panel/api-client/account/account.service';
import { readSignInMethodsResource } from '@panel/api-client/account/account.resource';
import { BackLink, Button, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';

@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Loading, ProblemMessage, TextInput],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/account/sign-in-methods" text="Back to sign-in methods" />
    @if (methods.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Rename a passkey</h1>
          <form novalidate (submit)="rename($event)">
            <ui-input
              id="name"
              label="Name of the passkey"
              autocomplete="off"
              [width]="20"
              [formField]="form.name"
              [error]="submission.errorOf('name')"
            />
            <button ui-button>Save the name</button>
          </form>
        </div>
      </div>
    } @else if (methods.error(); as error) {
      <app-problem [error]="error" (tryAgain)="methods.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class RenamePasskeyPage {
  readonly passkeyId = input.required<string>();

  private readonly service = inject(AccountService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly methods = readSignInMethodsResource();
  private readonly answer = linkedSignal(() => {
    const passkeys = this.methods.hasValue() ? this.methods.value().passkeys : [];
    return { name: passkeys.find(({ id }) => id === this.passkeyId())?.name ?? '' };
  });
  protected readonly form = form(this.answer, (path) => {
    validate(path.name, ({ value }) => {
      const name = value().trim();
      if (!name) return { kind: 'missing', message: 'Enter a name for the passkey' };
      return name.length > 60 ? { kind: 'long', message: 'Shorten the name to 60 characters or fewer' } : undefined;
    });
  });

  protected async rename(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, () =>
      firstValueFrom(this.service.renamePasskey(this.passkeyId(), this.answer())),
    );
    if (isDone) await this.router.navigateByUrl('/account/sign-in-methods', { info: 'Passkey renamed' });
  }
}
