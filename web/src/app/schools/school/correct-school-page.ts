import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { readSchoolResource } from '@panel/api-client/schools/schools.resource';
import { SchoolsService } from '@panel/api-client/schools/schools.service';
import type { CorrectSchool, SchoolDetails } from '@panel/api-client';
import { BackLink, Button, DateInput, ErrorSummary, Select, Textarea, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { dateMistake, mistake, typedDate } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { phaseOptions, schoolStatusOptions } from '../school-words.js';

/** Puts right what the national register has wrong, or too late. It stays over the next import. */
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
    Select,
    Textarea,
    TextInput,
  ],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the school" />
    @if (school.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Correct {{ school.value().name }}</h1>
          <p class="govuk-body">
            What you change here stays when schools are imported. The import shows where they differ.
          </p>
          <form novalidate (submit)="save($event, school.value().version)">
            <ui-input id="name" label="Name" [formField]="form.name" [error]="submission.errorOf('name')" />
            <ui-select
              id="phase"
              label="Phase"
              [options]="phases"
              [formField]="form.phase"
              [error]="submission.errorOf('phase')"
            />
            <ui-select
              id="status"
              label="Status"
              [options]="statuses"
              [formField]="form.status"
              [error]="submission.errorOf('status')"
            />
            <ui-date-input
              id="closedOn"
              label="Closed on"
              hint="Leave empty while the school is open. For example, 31 8 2026"
              [formField]="form.closedOn"
              [error]="submission.errorOf('closedOn')"
            />
            <ui-input
              id="headTeacher"
              label="Head teacher"
              [spellcheck]="false"
              [formField]="form.headTeacher"
              [error]="submission.errorOf('headTeacher')"
            />
            <ui-input id="street" label="Street" [formField]="form.street" [error]="submission.errorOf('street')" />
            <ui-input id="town" label="Town" [formField]="form.town" [error]="submission.errorOf('town')" />
            <ui-input
              id="postcode"
              label="Postcode"
              [width]="10"
              [formField]="form.postcode"
              [error]="submission.errorOf('postcode')"
            />
            <ui-textarea
              id="reason"
              label="Why?"
              hint="For example: the school told us, and the register follows next month"
              [formField]="form.reason"
              [error]="submission.errorOf('reason')"
            />
            <div class="govuk-button-group">
              <button ui-button>Save the correction</button>
              <a class="govuk-link" [routerLink]="link()">Cancel</a>
            </div>
          </form>
        </div>
      </div>
    } @else if (school.error(); as error) {
      <app-problem [error]="error" (tryAgain)="school.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CorrectSchoolPage {
  readonly schoolId = input.required<string>();

  private readonly service = inject(SchoolsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly school = readSchoolResource(this.schoolId);
  protected readonly link = computed(() => `/schools/${this.schoolId()}`);
  protected readonly phases = phaseOptions;
  protected readonly statuses = schoolStatusOptions;
  private readonly answers = linkedSignal(() => answersOf(this.school.hasValue() ? this.school.value() : undefined));
  protected readonly form = form(this.answers, (path) => {
    validate(path.name, ({ value }) => (value().trim() === '' ? mistake('Enter the name of the school') : undefined));
    validate(path.reason, ({ value }) => (value().trim() === '' ? mistake('Enter why it is corrected') : undefined));
    validate(path.closedOn, ({ value, valueOf }) =>
      valueOf(path.status) === 'closed' || value().replaceAll('-', '') !== ''
        ? dateMistake(value(), 'the day on which the school closed')
        : undefined,
    );
  });

  protected async save(event: Event, version: number): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, () => {
      const { closedOn, ...others } = this.answers();
      const body: CorrectSchool = { ...others, closedOn: typedDate(closedOn) || null };
      return firstValueFrom(this.service.correctSchool(this.schoolId(), body, this.submission.changing(version)));
    });
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'School corrected' });
  }
}

type Answers = Omit<CorrectSchool, 'closedOn'> & { closedOn: string };

function answersOf(school: SchoolDetails | undefined): Answers {
  return {
    name: school?.name ?? '',
    phase: school?.phase ?? 'not_applicable',
    status: school?.status ?? 'open',
    closedOn: school?.closedOn ?? '',
    headTeacher: school?.headTeacher ?? '',
    street: school?.street ?? '',
    town: school?.town ?? '',
    postcode: school?.postcode ?? '',
    reason: '',
  };
}
