import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Referral } from '@panel/api-client';
import { ReferralsService } from '@panel/api-client/referrals/referrals.service';
import { listSchoolsResource } from '@panel/api-client/schools/schools.resource';
import { BackLink, Button, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { SchoolPicker } from '../../schools/picker/school-picker.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { CreationKey, idempotencyKey } from '../request-headers.js';

/** Begins a referral. Who works for one school is not asked for which. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Loading, ProblemMessage, SchoolPicker],
  template: `
    <ui-back-link *appBeforeMain link="/referrals" text="Back to referrals" />
    @if (schools.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="problems.errors()" />
          <h1 class="govuk-heading-l">Start a referral</h1>
          @if (options().length === 0) {
            <p class="govuk-body">You do not work for a school yet. Ask your administrator to add you to one.</p>
          } @else if (options().length > 1) {
            <form novalidate (submit)="start($event)">
              <app-school-picker
                id="schoolId"
                label="Which school does the child go to?"
                [list]="schools.value()"
                [formField]="form.schoolId"
                [error]="problems.messageFor('schoolId')"
              />
              <button ui-button preventDoubleClick>Continue</button>
            </form>
          } @else if (problems.errors().length > 0) {
            <button ui-button type="button" (click)="begin()">Try again</button>
          } @else {
            <app-loading />
          }
        </div>
      </div>
    } @else if (schools.error(); as error) {
      <app-problem [error]="error" (tryAgain)="schools.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class StartReferralPage {
  protected readonly schools = listSchoolsResource();
  /** Those that are open. */
  protected readonly options = computed(() =>
    (this.schools.hasValue() ? this.schools.value().items : []).filter(({ isClosed }) => !isClosed),
  );
  private readonly answers = signal({ schoolId: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.schoolId, ({ value }) =>
      value() ? undefined : { kind: 'school_missing', message: 'Select the school the child goes to' },
    );
  });
  protected readonly problems = inject(FormProblems);

  private readonly service = inject(ReferralsService);
  private readonly router = inject(Router);
  private readonly key = new CreationKey();

  constructor() {
    effect(() => {
      const [only, ...others] = this.options();
      if (!only || others.length > 0) return;
      untracked(() => {
        this.answers.set({ schoolId: only.id });
        void this.begin();
      });
    });
  }

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    if (this.problems.check(this.form)) await this.begin();
  }

  protected async begin(): Promise<void> {
    const body = this.answers();
    try {
      const { id } = await firstValueFrom(
        this.service.createReferral<Referral>(body, idempotencyKey(this.key.for(body))),
      );
      // Going back must not begin another referral.
      await this.router.navigateByUrl(`/referrals/${id}/tasks`, { replaceUrl: true });
    } catch (error) {
      this.problems.show(error);
    }
  }
}
