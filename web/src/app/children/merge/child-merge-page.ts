import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import type { ChildMerge } from '@panel/api-client';
import { readChildMergeResource } from '@panel/api-client/child-merges/child-merges.resource';
import { ChildMergesService } from '@panel/api-client/child-merges/child-merges.service';
import {
  BackLink,
  Button,
  ErrorSummary,
  InsetText,
  instantText,
  SummaryList,
  type SummaryRow,
  Textarea,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { lastValue } from '../../home/page/last-value.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { LiveRegion } from '../../shell/live-region.js';
import { ProblemMessage } from '../../shell/problem-message.js';

/** What a merge moved, and the way to take it back. */
@Component({
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormField,
    InsetText,
    JustDone,
    Loading,
    ProblemMessage,
    SummaryList,
    Textarea,
  ],
  providers: [FormProblems],
  template: `
    @if (merge(); as merge) {
      <ui-back-link *appBeforeMain [link]="'/children/' + merge.keptChildId" text="Back to the child" />
      <app-just-done [text]="done" />
      <ui-error-summary [errors]="submission.errors()" />
      <h1 class="govuk-heading-l">Merge of two records of {{ merge.childName }}</h1>
      @if (merge.undoneAt) {
        <ui-inset-text>This merge was undone: everything is back where it was.</ui-inset-text>
      }
      <ui-summary-list [rows]="facts()" />
      @if (merge.changesSince.length > 0) {
        <h2 class="govuk-heading-m">What has happened since</h2>
        <ul class="govuk-list govuk-list--bullet">
          @for (change of merge.changesSince; track change) {
            <li>{{ change }}</li>
          }
        </ul>
      }
      @if (merge.canUndo) {
        <h2 class="govuk-heading-m">Undo</h2>
        <p class="govuk-body">The two records come apart again, and everything goes back where it was.</p>
        <form novalidate (submit)="undo($event, merge.version)">
          <ui-textarea
            id="reason"
            label="Why is it undone?"
            [formField]="form.reason"
            [error]="submission.errorOf('reason')"
          />
          <button ui-button kind="warning">Undo the merge</button>
        </form>
      }
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ChildMergePage {
  readonly childMergeId = input.required<string>();

  private readonly service = inject(ChildMergesService);
  private readonly live = inject(LiveRegion);
  protected readonly done = justDone();
  protected readonly submission = new Submission();
  protected readonly resource = readChildMergeResource(this.childMergeId);
  protected readonly merge = lastValue(this.resource);
  protected readonly facts = computed(() => factsOf(this.merge()));
  private readonly answers = signal({ reason: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.reason, ({ value }) => (value().trim() === '' ? mistake('Enter why it is undone') : undefined));
  });

  protected async undo(event: Event, version: number): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, () =>
      firstValueFrom(
        this.service.undoChildMerge(this.childMergeId(), this.answers(), this.submission.changing(version)),
      ),
    );
    this.resource.reload();
    if (isDone) this.live.announce('Merge undone');
  }
}

function factsOf(merge: ChildMerge | undefined): readonly SummaryRow[] {
  if (!merge) return [];
  return [
    { key: 'Merged', value: `${instantText(merge.mergedAt)} by ${merge.mergedByName}` },
    { key: 'Why', value: merge.reason },
    { key: 'Referrals that moved', value: merge.referrals.length === 0 ? 'None' : merge.referrals },
    { key: 'Access requests that moved', value: String(merge.accessRequests) },
    { key: 'Legal holds that moved', value: String(merge.legalHolds) },
    ...(merge.undoneAt === null
      ? [{ key: 'Can be undone until', value: instantText(merge.undoUntil) }]
      : [
          { key: 'Undone', value: `${instantText(merge.undoneAt)} by ${merge.undoneByName ?? ''}` },
          { key: 'Why it was undone', value: merge.undoReason },
        ]),
  ];
}
