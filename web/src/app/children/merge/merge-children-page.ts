import { Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ChildMerge, MergeRecord, MergeSide } from '@panel/api-client';
import { ChildMergesService } from '@panel/api-client/child-merges/child-merges.service';
import { isReferralStatus, referralStatusDisplay } from '@panel/case-rules';
import {
  BackLink,
  Button,
  ErrorSummary,
  InsetText,
  Radios,
  SummaryList,
  type SummaryRow,
  Textarea,
  WarningText,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { factText, type MergedField, mergedFields } from '../child-words.js';

type Picks = Record<MergedField, MergeSide>;
const keepAll: Picks = {
  ...{ upn: 'kept', legalForename: 'kept', legalSurname: 'kept', preferredName: 'kept' },
  ...{ bornOn: 'kept', sex: 'kept', ncYear: 'kept' },
};

/** Two records side by side: which values are right, what will move, and why they are one child. */
@Component({
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormField,
    InsetText,
    Loading,
    ProblemMessage,
    Radios,
    RouterLink,
    SummaryList,
    Textarea,
    WarningText,
  ],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the child" />
    @if (preview.error(); as error) {
      <app-problem [error]="error" (tryAgain)="preview.reload()" />
    } @else if (both(); as both) {
      <ui-error-summary [errors]="submission.errors()" />
      <h1 class="govuk-heading-l">Merge two records</h1>
      <p class="govuk-body">
        The first record stays. Everything of the second moves to it, and whoever looks for the second finds the first.
        You can undo this for 30 days.
      </p>
      <div class="govuk-grid-row">
        @for (side of sides(); track side.heading) {
          <div class="govuk-grid-column-one-half">
            <h2 class="govuk-heading-m">{{ side.heading }}</h2>
            <ui-summary-list [rows]="side.rows" />
          </div>
        }
      </div>
      @for (obstacle of both.obstacles; track obstacle) {
        <ui-warning-text>{{ obstacle }}</ui-warning-text>
      }
      @if (both.obstacles.length === 0) {
        <form novalidate (submit)="merge($event)">
          <h2 class="govuk-heading-m">Which values are right?</h2>
          @if (differences().length === 0) {
            <ui-inset-text>Both records have the same facts.</ui-inset-text>
          }
          @for (item of differences(); track item.field) {
            <ui-radios
              [id]="'picks-' + item.field"
              [label]="item.text"
              labelSize="s"
              isSmall
              [options]="item.options"
              [value]="pickOf(item.field)"
              (valueChange)="pick(item.field, $event)"
            />
          }
          <ui-textarea
            id="reason"
            label="How do you know that they are one child?"
            labelSize="m"
            [formField]="form.reason"
            [error]="submission.errorOf('reason')"
          />
          <div class="govuk-button-group">
            <button ui-button kind="warning">Merge the records</button>
            <a class="govuk-link" [routerLink]="['/children', otherId(), 'merge', childId()]"
              >Keep the second record instead</a
            >
            <a class="govuk-link" [routerLink]="['/children', childId(), 'told-apart', otherId()]"
              >They are two children</a
            >
            <a class="govuk-link" [routerLink]="link()">Cancel</a>
          </div>
        </form>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class MergeChildrenPage {
  /** Of the record that stays. */
  readonly childId = input.required<string>();
  readonly otherId = input.required<string>();

  private readonly service = inject(ChildMergesService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly link = computed(() => `/children/${this.childId()}`);
  protected readonly preview = rxResource({
    params: () => ({ keptChildId: this.childId(), mergedChildId: this.otherId() }),
    stream: ({ params }) => this.service.previewChildMerge(params),
  });
  protected readonly both = computed(() => (this.preview.hasValue() ? this.preview.value() : undefined));
  protected readonly sides = computed(() => {
    const both = this.both();
    return both
      ? [
          { heading: 'Stays', rows: rowsOf(both.kept) },
          { heading: 'Becomes part of it', rows: rowsOf(both.merged) },
        ]
      : [];
  });
  protected readonly differences = computed(() => {
    const both = this.both();
    if (!both) return [];
    const [kept, merged] = [both.kept.facts, both.merged.facts];
    return mergedFields
      .filter(({ field }) => kept[field] !== merged[field])
      .map(({ field, text }) => ({
        field,
        text,
        options: [
          { value: 'kept' as const, text: factText(kept, field), hint: 'Of the record that stays' },
          { value: 'merged' as const, text: factText(merged, field), hint: 'Of the other record' },
        ],
      }));
  });
  private readonly picks = signal<Picks>(keepAll);
  private readonly answers = signal({ reason: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.reason, ({ value }) =>
      value().trim() === '' ? mistake('Enter how you know that they are one child') : undefined,
    );
  });

  protected pickOf(field: MergedField): MergeSide {
    return this.picks()[field];
  }

  protected pick(field: MergedField, side: MergeSide): void {
    this.picks.update((picks) => ({ ...picks, [field]: side }));
  }

  protected async merge(event: Event): Promise<void> {
    event.preventDefault();
    const both = this.both();
    if (!both) return;
    let id = '';
    const isDone = await this.submission.run(this.form, async () => {
      const body = {
        ...{ keptChildId: both.kept.id, mergedChildId: both.merged.id },
        ...{ keptVersion: both.kept.version, mergedVersion: both.merged.version },
        ...{ picks: this.picks(), reason: this.answers().reason },
      };
      ({ id } = await firstValueFrom(this.service.mergeChildren<ChildMerge>(body, this.submission.creating(body))));
    });
    if (isDone) await this.router.navigateByUrl(`/children/merges/${id}`, { info: 'Records merged' });
  }
}

function rowsOf({
  facts,
  referrals,
  documents,
  siblings,
  moves,
  accessRequests,
  legalHolds,
}: MergeRecord): readonly SummaryRow[] {
  return [
    ...mergedFields.map(({ field, text }) => ({ key: text, value: factText(facts, field) })),
    {
      key: 'Referrals',
      value:
        referrals.length === 0
          ? 'None'
          : referrals.map(({ reference, schoolName, status }) => `${reference}, ${schoolName}: ${statusText(status)}`),
    },
    { key: 'Documents', value: String(documents) },
    { key: 'Siblings', value: String(siblings) },
    { key: 'Changes of school', value: String(moves) },
    { key: 'Access requests', value: String(accessRequests) },
    { key: 'Legal holds', value: String(legalHolds) },
  ];
}

function statusText(status: string): string {
  return isReferralStatus(status) ? referralStatusDisplay(status).label : status;
}
