import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { ChildrenService } from '@panel/api-client/children/children.service';
import { listSchoolsResource } from '@panel/api-client/schools/schools.resource';
import { BackLink, Button, DateInput, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { dateMistake, mistake, typedDate } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { SchoolPicker } from '../../schools/picker/school-picker.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

/** The child goes to another school: that one sees the record from then on. */
@Component({
  imports: [
    BackLink,
    BeforeMain,
    Button,
    DateInput,
    ErrorSummary,
    FormField,
    Loading,
    ProblemMessage,
    RouterLink,
    SchoolPicker,
  ],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the child" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Record a change of school</h1>
        <p class="govuk-body">
          The SENCo of the new school can open the child’s record from that day. The school before keeps its own
          referrals, and the new one does not see them.
        </p>
        <form novalidate (submit)="save($event)">
          @if (schools.hasValue()) {
            <app-school-picker
              id="schoolId"
              label="Which school does the child go to now?"
              [list]="schools.value()"
              [formField]="form.schoolId"
              [error]="submission.errorOf('schoolId')"
            />
          } @else if (schools.error(); as error) {
            <app-problem [error]="error" (tryAgain)="schools.reload()" />
          } @else {
            <app-loading />
          }
          <ui-date-input
            id="movedOn"
            label="First day there"
            hint="For example, 3 11 2026"
            [formField]="form.movedOn"
            [error]="submission.errorOf('movedOn')"
          />
          <div class="govuk-button-group">
            <button ui-button>Save the change of school</button>
            <a class="govuk-link" [routerLink]="link()">Cancel</a>
          </div>
        </form>
      </div>
    </div>
  `,
})
export class MoveChildPage {
  readonly childId = input.required<string>();

  private readonly service = inject(ChildrenService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly schools = listSchoolsResource();
  protected readonly link = computed(() => `/children/${this.childId()}`);
  private readonly answers = signal({ schoolId: '', movedOn: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.schoolId, ({ value }) =>
      value() === '' ? mistake('Choose the school the child goes to now') : undefined,
    );
    validate(path.movedOn, ({ value }) => dateMistake(value(), 'the first day there'));
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, () => {
      const { schoolId, movedOn } = this.answers();
      const body = { schoolId, movedOn: typedDate(movedOn) };
      return firstValueFrom(this.service.moveChild(this.childId(), body, this.submission.creating(body)));
    });
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'Change of school recorded' });
  }
}
