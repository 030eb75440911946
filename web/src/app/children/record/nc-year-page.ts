import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { readChildResource } from '@panel/api-client/children/children.resource';
import { ChildrenService } from '@panel/api-client/children/children.service';
import type { NcYearCode } from '@panel/api-client';
import { NC_YEARS } from '@panel/reference';
import { BackLink, Button, ErrorSummary, Select } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { yearText } from '../child-words.js';

/** For a child who is taught in another year than the birth date says. */
@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Loading, ProblemMessage, RouterLink, Select],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the child" />
    @if (child.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Change the year group</h1>
          <form novalidate (submit)="save($event, child.value().version)">
            <ui-select
              id="ncYear"
              label="Year group"
              labelSize="s"
              hint="Choose the first answer unless the child is taught out of cohort"
              [options]="options()"
              [formField]="form.ncYear"
              [error]="submission.errorOf('ncYear')"
            />
            <div class="govuk-button-group">
              <button ui-button>Save</button>
              <a class="govuk-link" [routerLink]="link()">Cancel</a>
            </div>
          </form>
        </div>
      </div>
    } @else if (child.error(); as error) {
      <app-problem [error]="error" (tryAgain)="child.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class NcYearPage {
  readonly childId = input.required<string>();

  private readonly service = inject(ChildrenService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly child = readChildResource(this.childId);
  protected readonly link = computed(() => `/children/${this.childId()}`);
  protected readonly options = computed((): readonly { value: NcYearCode | ''; text: string }[] => {
    const byAge = this.child.hasValue() ? this.child.value().ncYearByAge : null;
    return [
      { value: '', text: `As the birth date says: ${yearText(byAge)}` },
      ...NC_YEARS.filter(({ code }) => code !== byAge).map(({ code, label }) => ({ value: code, text: label })),
    ];
  });
  private readonly answers = linkedSignal((): { ncYear: NcYearCode | '' } => {
    const child = this.child.hasValue() ? this.child.value() : undefined;
    return { ncYear: child?.isOutOfCohort ? (child.ncYear ?? '') : '' };
  });
  protected readonly form = form(this.answers);

  protected async save(event: Event, version: number): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, () => {
      const body = { ncYear: this.answers().ncYear || null };
      return firstValueFrom(this.service.setChildNcYear(this.childId(), body, this.submission.changing(version)));
    });
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'Year group changed' });
  }
}
