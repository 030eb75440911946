import { Component, computed, inject } from '@angular/core';
import type { GettingStartedRole } from '@panel/api-client';
import { readGettingStartedResource } from '@panel/api-client/getting-started/getting-started.resource';
import { GettingStartedService } from '@panel/api-client/getting-started/getting-started.service';
import { Button, type Task, TaskList } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { roleNames } from '../session/role-names.js';
import { FormProblems } from '../shell/form-problems.js';
import { LiveRegion } from '../shell/live-region.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { progressOf, progressText, toTask } from './first-steps.js';

/** The first steps in each role. What is done is read from the data; a page that has only to be read is done once it was opened. */
@Component({
  providers: [FormProblems],
  imports: [Button, Loading, ProblemMessage, TaskList],
  template: `
    @if (steps.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Getting started</h1>
          <p class="govuk-body">{{ progress() }}. You need not do them in this order.</p>
          @for (role of steps.value().roles; track role.role) {
            @if (steps.value().roles.length > 1) {
              <h2 class="govuk-heading-m">{{ roleNames[role.role] }}</h2>
            }
            <ui-task-list [idPrefix]="role.role" [tasks]="tasksOf(role)" (followed)="opened(role, $event)" />
          }
          @if (steps.value().isDismissed) {
            <p class="govuk-body">Your start page does not show these steps. You find them in the help.</p>
            <button ui-button type="button" kind="secondary" (click)="show()">Show them on my start page</button>
          } @else {
            <button ui-button type="button" kind="secondary" (click)="dismiss()">
              Do not show them on my start page
            </button>
          }
        </div>
      </div>
    } @else if (steps.error(); as error) {
      <app-problem [error]="error" (tryAgain)="steps.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class GettingStartedPage {
  private readonly service = inject(GettingStartedService);
  private readonly live = inject(LiveRegion);
  private readonly submission = new Submission();
  protected readonly steps = readGettingStartedResource();
  protected readonly roleNames = roleNames;
  protected readonly progress = computed(() =>
    this.steps.hasValue() ? progressText(progressOf(this.steps.value())) : '',
  );

  protected tasksOf({ steps }: GettingStartedRole): readonly Task[] {
    return steps.map(toTask);
  }

  /** The page opens meanwhile: nobody waits for a mark. */
  protected opened({ steps }: GettingStartedRole, { link }: Task): void {
    const mark = steps.find((step) => step.link === link && !step.isDone)?.mark;
    if (mark) void this.submission.run(null, () => firstValueFrom(this.service.markGettingStarted({ mark })));
  }

  protected async dismiss(): Promise<void> {
    await this.change(() => firstValueFrom(this.service.markGettingStarted({ mark: 'dismissed' })));
    this.live.announce('Your start page no longer shows the first steps');
  }

  protected async show(): Promise<void> {
    await this.change(() => firstValueFrom(this.service.unmarkGettingStarted({ mark: 'dismissed' })));
    this.live.announce('Your start page shows the first steps');
  }

  private async change(action: () => Promise<unknown>): Promise<void> {
    if (await this.submission.run(null, action)) this.steps.reload();
  }
}
