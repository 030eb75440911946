import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import {
  listSignInOrganisationsResource,
  readIdentityProviderResource,
} from '@panel/api-client/identity-providers/identity-providers.resource';
import { IdentityProvidersService } from '@panel/api-client/identity-providers/identity-providers.service';
import { BackLink, Button, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import {
  answersOf,
  changeBody,
  identityProviderSchema,
  newAnswers,
} from '../identity-provider-form/identity-provider-answers.js';
import { IdentityProviderFields } from '../identity-provider-form/identity-provider-fields.js';

@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, IdentityProviderFields, Loading, ProblemMessage],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain text="Back to the identity provider" [link]="link()" />
    @if (provider.hasValue() && organisations.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Change {{ provider.value().displayName }}</h1>
          <form novalidate (submit)="change($event, provider.value().version)">
            <app-identity-provider-fields
              [form]="form"
              [answers]="answers"
              [organisations]="organisations.value()"
              [problems]="problems"
            />
            <button ui-button>Save changes</button>
          </form>
        </div>
      </div>
    } @else if (provider.error() ?? organisations.error(); as error) {
      <app-problem [error]="error" (tryAgain)="reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ChangeIdentityProviderPage {
  readonly identityProviderId = input.required<string>();

  private readonly service = inject(IdentityProvidersService);
  private readonly router = inject(Router);
  protected readonly problems = inject(FormProblems);
  protected readonly submission = new Submission();
  protected readonly organisations = listSignInOrganisationsResource();
  protected readonly provider = readIdentityProviderResource(this.identityProviderId);
  protected readonly answers = linkedSignal(() =>
    this.provider.hasValue() ? answersOf(this.provider.value()) : newAnswers('other'),
  );
  protected readonly form = form(this.answers, identityProviderSchema);
  protected readonly link = computed(() => `/identity-providers/${this.identityProviderId()}`);

  protected reload(): void {
    this.provider.reload();
    this.organisations.reload();
  }

  protected async change(event: Event, version: number): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, async () => {
      const body = changeBody(this.answers());
      const options = this.submission.changing(version);
      await firstValueFrom(this.service.changeIdentityProvider(this.identityProviderId(), body, options));
    });
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'Changes saved' });
  }
}
