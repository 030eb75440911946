import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import type { CaseTask } from '@panel/api-client';
import { CaseTasksService } from '@panel/api-client/case-tasks/case-tasks.service';
import { type Link, SummaryList, type SummaryRow, Tag, Button } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import type { Submission } from '../home/page/submission.js';
import { dueText, taskState } from './case-task-words.js';

/** One task: what, who, by when, and the button that says it is done. */
@Component({
  selector: 'app-task-card',
  imports: [Button, SummaryList, Tag],
  template: `
    <ui-summary-list [cardHeading]="task().title" [cardActions]="actions()" [rows]="rows()" />
    <div class="app-card-foot">
      <ui-tag [text]="state().text" [colour]="state().colour" />
      @if (task().canComplete) {
        @if (task().doneAt === null) {
          <button ui-button type="button" kind="secondary" (click)="mark('complete')">
            Mark as done<span class="govuk-visually-hidden">: {{ task().title }}</span>
          </button>
        } @else {
          <button ui-button type="button" kind="secondary" (click)="mark('reopen')">
            Open again<span class="govuk-visually-hidden">: {{ task().title }}</span>
          </button>
        }
      }
    </div>
  `,
})
export class TaskCard {
  readonly task = input.required<CaseTask>();
  readonly submission = input.required<Submission>();
  /** On the list of one's own tasks, which are of several cases. */
  readonly namesCase = input(false, { transform: booleanAttribute });
  readonly changed = output<string>();

  private readonly service = inject(CaseTasksService);
  protected readonly state = computed(() => taskState(this.task()));
  protected readonly rows = computed<readonly SummaryRow[]>(() => {
    const task = this.task();
    return [
      ...(this.namesCase() ? [{ key: 'Case', value: task.reference, actions: caseLinks(task) }] : []),
      { key: 'When', value: dueText(task) },
      { key: 'Who', value: task.assigneeName },
      { key: 'Given by', value: task.createdByName },
      ...(task.detail === '' ? [] : [{ key: 'More', value: task.detail }]),
    ];
  });
  protected readonly actions = computed<readonly Link[]>(() => {
    const { id, referralId, canChange } = this.task();
    return canChange && referralId !== null
      ? [{ text: 'Change', link: `/referrals/${referralId}/case-tasks/${id}/change` }]
      : [];
  });

  protected async mark(verb: 'complete' | 'reopen'): Promise<void> {
    const { id, version, title } = this.task();
    const submission = this.submission();
    const isDone = await submission.run(null, () =>
      firstValueFrom(
        verb === 'complete'
          ? this.service.completeCaseTask(id, submission.changing(version))
          : this.service.reopenCaseTask(id, submission.changing(version)),
      ),
    );
    if (isDone) this.changed.emit(verb === 'complete' ? `Done: ${title}` : `Open again: ${title}`);
  }
}

function caseLinks({ referralId, allocationId, reference }: CaseTask): readonly Link[] {
  const link =
    referralId !== null ? `/referrals/${referralId}` : allocationId !== null ? `/allocations/${allocationId}` : '';
  return link === '' ? [] : [{ text: 'Open', visuallyHiddenText: `case ${reference}`, link }];
}
