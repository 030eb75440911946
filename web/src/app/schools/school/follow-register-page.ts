import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { readSchoolResource } from '@panel/api-client/schools/schools.resource';
import { SchoolsService } from '@panel/api-client/schools/schools.service';
import { BackLink, ErrorSummary, SummaryList, type SummaryRow } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { schoolFieldText, schoolValueText } from '../school-words.js';

/** Takes the corrections of a school back. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, Loading, ProblemMessage, SummaryList],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the school" />
    @if (school.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Follow the national register again</h1>
          <p class="govuk-body">{{ school.value().name }} gets the values of the national register back:</p>
          <ui-summary-list [rows]="rows()" />
          <app-confirm-form
            text="Follow the register"
            [cancelLink]="link()"
            (confirmed)="confirm(school.value().version)"
          />
        </div>
      </div>
    } @else if (school.error(); as error) {
      <app-problem [error]="error" (tryAgain)="school.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class FollowRegisterPage {
  readonly schoolId = input.required<string>();

  private readonly service = inject(SchoolsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly school = readSchoolResource(this.schoolId);
  protected readonly link = computed(() => `/schools/${this.schoolId()}`);
  protected readonly rows = computed((): readonly SummaryRow[] =>
    (this.school.hasValue() ? this.school.value().corrections : []).map(({ field, registerValue }) => ({
      key: schoolFieldText(field),
      value: schoolValueText(field, registerValue),
    })),
  );

  protected async confirm(version: number): Promise<void> {
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(this.service.followSchoolRegister(this.schoolId(), this.submission.changing(version))),
    );
    if (isDone)
      await this.router.navigateByUrl(this.link(), { info: 'The school follows the national register again' });
    else this.school.reload();
  }
}
