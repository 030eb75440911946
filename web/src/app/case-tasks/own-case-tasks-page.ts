import { Component, computed, inject, input } from '@angular/core';
import { listOwnCaseTasksResource } from '@panel/api-client/case-tasks/case-tasks.resource';
import { ErrorSummary, SubNavigation } from '@panel/ui';
import { lastValue } from '../home/page/last-value.js';
import { Submission } from '../home/page/submission.js';
import { FormProblems } from '../shell/form-problems.js';
import { LiveRegion } from '../shell/live-region.js';
import { Loading } from '../shell/loading.js';
import { PageFocus } from '../shell/page-focus.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { TaskCard } from './task-card.js';

/** What the person has to do on all their cases, by the day it is due. */
@Component({
  providers: [FormProblems],
  imports: [ErrorSummary, Loading, ProblemMessage, SubNavigation, TaskCard],
  template: `
    <ui-error-summary [errors]="submission.errors()" />
    @if (own(); as tasks) {
      <h1 class="govuk-heading-l">Tasks given to you</h1>
      <ui-sub-navigation label="Which tasks" [items]="views()" matchesQuery />
      @for (task of tasks.items; track task.id) {
        <app-task-card [task]="task" [submission]="submission" namesCase (changed)="reread($event)" />
      } @empty {
        <p class="govuk-body">{{ show() === 'overdue' ? 'Nothing is overdue.' : 'Nothing is to be done.' }}</p>
      }
      @if (show() !== 'overdue' && tasks.total > tasks.items.length) {
        <p class="govuk-body">The {{ tasks.items.length }} that are due first are shown, of {{ tasks.total }}.</p>
      }
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class OwnCaseTasksPage {
  /** From the address: all, or what is overdue. */
  readonly show = input<string>();

  private readonly live = inject(LiveRegion);
  private readonly focus = inject(PageFocus);
  protected readonly submission = new Submission();
  protected readonly resource = listOwnCaseTasksResource(
    computed(() => (this.show() === 'overdue' ? { show: 'overdue' as const } : {})),
  );
  /** Stays on the screen while it is read again. */
  protected readonly own = lastValue(this.resource);
  protected readonly views = computed(() => {
    const { total = 0, overdue = 0 } = this.own() ?? {};
    return [
      { text: `All (${total})`, link: '/case-tasks' },
      { text: `Overdue (${overdue})`, link: '/case-tasks?show=overdue' },
    ];
  });

  protected reread(message: string): void {
    this.resource.reload();
    this.live.announce(message);
    this.focus.focusPresentHeading();
  }
}
