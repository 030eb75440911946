import { Component, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { IdentityProviderKind } from '@panel/api-client';
import { BackLink, Button, ErrorSummary, Radios } from '@panel/ui';
import { mistake } from '../../home/page/form-mistakes.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { kindOptions } from '../identity-provider-words.js';

@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Radios],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/identity-providers" text="Back to single sign-on" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="problems.errors()" />
        <form novalidate (submit)="goOn($event)">
          <ui-radios
            id="kind"
            label="Which identity provider do you want to add?"
            isPageHeading
            [options]="kinds"
            [formField]="form.kind"
            [error]="problems.messageFor('kind')"
          />
          <button ui-button>Continue</button>
        </form>
      </div>
    </div>
  `,
})
export class ChooseKindPage {
  private readonly router = inject(Router);
  protected readonly problems = inject(FormProblems);
  protected readonly kinds = kindOptions;
  private readonly answer = signal<{ readonly kind: IdentityProviderKind | '' }>({ kind: '' });
  protected readonly form = form(this.answer, (path) => {
    validate(path.kind, ({ value }) => (value() === '' ? mistake('Select an identity provider') : undefined));
  });

  protected async goOn(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.problems.check(this.form)) return;
    await this.router.navigateByUrl(`/identity-providers/new/${this.answer().kind}`);
  }
}
