import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { CaseTask } from '@panel/api-client';
import { listCaseTasksResource, readCaseTaskResource } from '@panel/api-client/case-tasks/case-tasks.resource';
import { CaseTasksService } from '@panel/api-client/case-tasks/case-tasks.service';
import { BackLink, Button, ErrorSummary, InsetText, SavedStateStatus } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { FormDraft } from '../form-drafts/form-draft.js';
import { FormDraftNotice } from '../form-drafts/form-draft-notice.js';
import { Submission } from '../home/page/submission.js';
import { doneState } from '../referrals/case/done-message.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { answersOfTask, emptyTask, type TaskAnswers, taskBody, TaskFields, taskRules } from './task-fields.js';

@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormDraftNotice,
    InsetText,
    Loading,
    ProblemMessage,
    RouterLink,
    SavedStateStatus,
    TaskFields,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back to the tasks" />
    @if (task.hasValue() && list.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Change a task</h1>
          @if (task.value().canChange) {
            <app-form-draft-notice [draft]="draft" />
            <form novalidate (submit)="change($event, task.value().version)">
              <app-task-fields [answers]="form" [submission]="submission" [assignees]="list.value().assignees" />
              <ui-saved-state [state]="draft.state()" />
              <div class="govuk-button-group">
                <button ui-button preventDoubleClick>Save the task</button>
                <a class="govuk-link" [routerLink]="back()">Cancel</a>
              </div>
            </form>
          } @else {
            <ui-inset-text>
              A task is changed by whoever gave it or by a coordinator, while it is not done.
            </ui-inset-text>
          }
        </div>
      </div>
    } @else if (task.error() ?? list.error(); as error) {
      <app-problem [error]="error" (tryAgain)="tryAgain()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ChangeTaskPage {
  readonly referralId = input.required<string>();
  readonly caseTaskId = input.required<string>();

  private readonly service = inject(CaseTasksService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly list = listCaseTasksResource(this.referralId);
  protected readonly task = readCaseTaskResource(this.caseTaskId);
  protected readonly back = computed(() => `/referrals/${this.referralId()}/case-tasks`);
  private readonly answers = linkedSignal<CaseTask | undefined, TaskAnswers>({
    source: () => (this.task.hasValue() ? this.task.value() : undefined),
    computation: (task, previous) => (task ? answersOfTask(task) : (previous?.value ?? emptyTask)),
  });
  protected readonly draft = new FormDraft(
    computed(() =>
      this.task.hasValue()
        ? { form: 'change_case_task', referralId: this.referralId(), subjectId: this.caseTaskId() }
        : undefined,
    ),
    this.answers,
  );
  protected readonly form = form(this.answers, (path) =>
    taskRules(path, () => (this.task.hasValue() ? this.task.value().dueOn : '')),
  );

  protected tryAgain(): void {
    this.task.reload();
    this.list.reload();
  }

  protected async change(event: Event, version: number): Promise<void> {
    event.preventDefault();
    const isSaved = await this.submission.run(this.form, () => {
      const body = taskBody(this.answers(), this.list.hasValue() ? this.list.value().assignees : []);
      return this.draft.sending(() =>
        firstValueFrom(this.service.changeCaseTask(this.caseTaskId(), body, this.submission.changing(version))),
      );
    });
    if (isSaved) await this.router.navigateByUrl(this.back(), doneState('Task changed'));
  }
}
