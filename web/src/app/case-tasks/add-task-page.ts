import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { listCaseTasksResource } from '@panel/api-client/case-tasks/case-tasks.resource';
import { CaseTasksService } from '@panel/api-client/case-tasks/case-tasks.service';
import { BackLink, Button, ErrorSummary, SavedStateStatus } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { FormDraft } from '../form-drafts/form-draft.js';
import { FormDraftNotice } from '../form-drafts/form-draft-notice.js';
import { Submission } from '../home/page/submission.js';
import { doneState } from '../referrals/case/done-message.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { emptyTask, type TaskAnswers, taskBody, TaskFields, taskRules } from './task-fields.js';

@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormDraftNotice,
    Loading,
    ProblemMessage,
    RouterLink,
    SavedStateStatus,
    TaskFields,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back to the tasks" />
    @if (list.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Add a task</h1>
          <app-form-draft-notice [draft]="draft" />
          <form novalidate (submit)="add($event)">
            <app-task-fields [answers]="form" [submission]="submission" [assignees]="list.value().assignees" />
            <ui-saved-state [state]="draft.state()" />
            <div class="govuk-button-group">
              <button ui-button preventDoubleClick>Add the task</button>
              <a class="govuk-link" [routerLink]="back()">Cancel</a>
            </div>
          </form>
        </div>
      </div>
    } @else if (list.error(); as error) {
      <app-problem [error]="error" (tryAgain)="list.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AddTaskPage {
  readonly referralId = input.required<string>();

  private readonly service = inject(CaseTasksService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly list = listCaseTasksResource(this.referralId);
  protected readonly back = computed(() => `/referrals/${this.referralId()}/case-tasks`);
  private readonly answers = signal<TaskAnswers>(emptyTask);
  protected readonly draft = new FormDraft(
    computed(() => ({ form: 'create_case_task', referralId: this.referralId() })),
    this.answers,
  );
  protected readonly form = form(this.answers, (path) => taskRules(path, () => ''));

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const isSaved = await this.submission.run(this.form, () => {
      const body = taskBody(this.answers(), this.list.hasValue() ? this.list.value().assignees : []);
      return this.draft.sending(() =>
        firstValueFrom(this.service.createCaseTask(this.referralId(), body, this.submission.creating(body))),
      );
    });
    if (isSaved) await this.router.navigateByUrl(this.back(), doneState('Task added'));
  }
}
