import { Component, computed } from '@angular/core';
import { readGettingStartedResource } from '@panel/api-client/getting-started/getting-started.resource';
import { readHomeResource } from '@panel/api-client/home/home.resource';
import { type Task, TaskList } from '@panel/ui';
import { GettingStartedReminder } from '../getting-started/getting-started-reminder.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';

/** What waits for this person. */
@Component({
  imports: [GettingStartedReminder, Loading, ProblemMessage, TaskList],
  template: `
    @if (home.hasValue() && !steps.isLoading()) {
      <h1 class="govuk-heading-l">Your tasks</h1>
      @if (steps.hasValue()) {
        <app-getting-started-reminder [steps]="steps.value()" />
      }
      @if (tasks().length > 0) {
        <ui-task-list [tasks]="tasks()" />
      } @else {
        <p class="govuk-body">Nothing waits for you. When something does, it is listed here.</p>
      }
    } @else if (home.error(); as error) {
      <app-problem [error]="error" (tryAgain)="home.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class HomePage {
  protected readonly home = readHomeResource();
  /** Awaited, so that the tasks do not jump; left out when it cannot be read: it is no task. */
  protected readonly steps = readGettingStartedResource();

  protected readonly tasks = computed<readonly Task[]>(() =>
    (this.home.hasValue() ? this.home.value().tasks : []).map(({ title, link, count, overdue }) => ({
      text: title,
      link,
      ...(overdue > 0 && { hint: `${overdue} overdue` }),
      status: String(count),
      statusColour: overdue > 0 ? 'red' : count > 0 ? 'blue' : 'grey',
    })),
  );
}
