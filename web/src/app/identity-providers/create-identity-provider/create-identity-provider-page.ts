import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { listSignInOrganisationsResource } from '@panel/api-client/identity-providers/identity-providers.resource';
import { IdentityProvidersService } from '@panel/api-client/identity-providers/identity-providers.service';
import { BackLink, Button, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { createBody, identityProviderSchema, newAnswers } from '../identity-provider-form/identity-provider-answers.js';
import { IdentityProviderFields } from '../identity-provider-form/identity-provider-fields.js';
import { isKind, kindNames } from '../identity-provider-words.js';

@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, IdentityProviderFields, Loading, ProblemMessage],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/identity-providers/new" text="Back" />
    @if (organisations.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ heading() }}</h1>
          <p class="govuk-body">It is off at first. You test it and switch it on afterwards.</p>
          <form novalidate (submit)="create($event)">
            <app-identity-provider-fields
              [form]="form"
              [answers]="answers"
              [organisations]="organisations.value()"
              [problems]="problems"
            />
            <button ui-button>Add the identity provider</button>
          </form>
        </div>
      </div>
    } @else if (organisations.error(); as error) {
      <app-problem [error]="error" (tryAgain)="organisations.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CreateIdentityProviderPage {
  readonly kind = input.required<string>();

  private readonly service = inject(IdentityProvidersService);
  private readonly router = inject(Router);
  protected readonly problems = inject(FormProblems);
  protected readonly submission = new Submission();
  protected readonly organisations = listSignInOrganisationsResource();
  protected readonly answers = signal(newAnswers('other'));
  protected readonly form = form(this.answers, identityProviderSchema);
  protected readonly heading = computed(() => `Add ${kindNames[this.answers().kind]}`.replace('Another', 'another'));

  constructor() {
    // The kind is in the address, which is known only after the page is made.
    effect(() => {
      const kind = this.kind();
      this.answers.set(newAnswers(isKind(kind) ? kind : 'other'));
    });
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    let id = '';
    const isDone = await this.submission.run(this.form, async () => {
      const body = createBody(this.answers());
      id = (await firstValueFrom(this.service.createIdentityProvider(body, this.submission.creating(body)))).id;
    });
    if (isDone) await this.router.navigateByUrl(`/identity-providers/${id}`, { info: 'Identity provider added' });
  }
}
