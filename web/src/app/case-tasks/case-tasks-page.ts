import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listCaseTasksResource } from '@panel/api-client/case-tasks/case-tasks.resource';
import { Button, ErrorSummary } from '@panel/ui';
import { lastValue } from '../home/page/last-value.js';
import { Submission } from '../home/page/submission.js';
import { CaseFile } from '../referrals/case/case-file.js';
import { DoneMessage } from '../referrals/case/done-message.js';
import { CurrentSession } from '../session/current-session.js';
import { FormProblems } from '../shell/form-problems.js';
import { LiveRegion } from '../shell/live-region.js';
import { Loading } from '../shell/loading.js';
import { PageFocus } from '../shell/page-focus.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { TaskCard } from './task-card.js';

/** What is to be done about a case, and what has been done. */
@Component({
  providers: [FormProblems],
  imports: [Button, DoneMessage, ErrorSummary, Loading, ProblemMessage, RouterLink, TaskCard],
  template: `
    <app-done-message />
    <ui-error-summary [errors]="submission.errors()" />
    @if (list(); as tasks) {
      <h1 class="govuk-heading-l">Tasks</h1>
      @if (session.may('case_task:create')) {
        <a ui-button kind="secondary" [routerLink]="base() + '/new'">Add a task</a>
      }
      @for (task of open(); track task.id) {
        <app-task-card [task]="task" [submission]="submission" (changed)="reread($event)" />
      } @empty {
        <p class="govuk-body">Nothing is to be done that you can see.</p>
      }
      @if (done().length > 0) {
        <h2 class="govuk-heading-m">Done</h2>
        @for (task of done(); track task.id) {
          <app-task-card [task]="task" [submission]="submission" (changed)="reread($event)" />
        }
      }
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CaseTasksPage {
  private readonly file = inject(CaseFile);
  private readonly live = inject(LiveRegion);
  private readonly focus = inject(PageFocus);
  protected readonly session = inject(CurrentSession);
  protected readonly submission = new Submission();
  protected readonly resource = listCaseTasksResource(this.file.referralId);
  /** Stays on the screen while it is read again. */
  protected readonly list = lastValue(this.resource);
  protected readonly base = computed(() => `/referrals/${this.file.referralId()}/case-tasks`);
  protected readonly open = computed(() => (this.list()?.items ?? []).filter(({ doneAt }) => doneAt === null));
  protected readonly done = computed(() => (this.list()?.items ?? []).filter(({ doneAt }) => doneAt !== null));

  protected reread(message: string): void {
    this.resource.reload();
    this.live.announce(message);
    this.focus.focusPresentHeading();
  }
}
