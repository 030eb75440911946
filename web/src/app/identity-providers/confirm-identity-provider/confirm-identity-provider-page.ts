import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { readIdentityProviderResource } from '@panel/api-client/identity-providers/identity-providers.resource';
import { IdentityProvidersService } from '@panel/api-client/identity-providers/identity-providers.service';
import { BackLink, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

const words = {
  enable: {
    text: 'It appears on the sign-in page, and people can come in this way.',
    button: 'Switch on',
    done: 'Identity provider switched on',
  },
  disable: {
    text: 'It disappears from the sign-in page. Who came in this way is signed out at once.',
    button: 'Switch off',
    done: 'Identity provider switched off',
  },
} as const;

/** "Are you sure" before a provider is switched on or off; `verb` comes with the route. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, Loading, ProblemMessage],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain text="Back to the identity provider" [link]="link()" />
    @if (provider.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ words().button }} {{ provider.value().displayName }}</h1>
          <p class="govuk-body">{{ words().text }}</p>
          <app-confirm-form
            [text]="words().button"
            [kind]="verb() === 'disable' ? 'warning' : 'primary'"
            [cancelLink]="link()"
            (confirmed)="confirm(provider.value().version)"
          />
        </div>
      </div>
    } @else if (provider.error(); as error) {
      <app-problem [error]="error" (tryAgain)="provider.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ConfirmIdentityProviderPage {
  private readonly service = inject(IdentityProvidersService);
  private readonly router = inject(Router);
  readonly identityProviderId = input.required<string>();
  readonly verb = input.required<keyof typeof words>();

  protected readonly submission = new Submission();
  protected readonly provider = readIdentityProviderResource(this.identityProviderId);
  protected readonly words = computed(() => words[this.verb()]);
  protected readonly link = computed(() => `/identity-providers/${this.identityProviderId()}`);

  protected async confirm(version: number): Promise<void> {
    const options = this.submission.changing(version);
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(
        this.verb() === 'enable'
          ? this.service.enableIdentityProvider(this.identityProviderId(), options)
          : this.service.disableIdentityProvider(this.identityProviderId(), options),
      ),
    );
    if (isDone) await this.router.navigateByUrl(this.link(), { info: this.words().done });
    else this.provider.reload();
  }
}
