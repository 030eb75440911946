import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SchoolImport } from '@panel/api-client';
import { readSchoolImportResource } from '@panel/api-client/school-imports/school-imports.resource';
import { SchoolImportsService } from '@panel/api-client/school-imports/school-imports.service';
import { isSchoolImportUnderWay, schoolImportStatusDisplay } from '@panel/case-rules';
import { BackLink, Button, ErrorSummary, InsetText, instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { lastValue } from '../../home/page/last-value.js';
import { StatusTag } from '../../home/page/status-tag.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { saveFile } from '../../shell/save-file.js';
import { ImportProgress } from './import-progress.js';
import { ImportReview } from './import-review.js';
import { resultText, scopeText } from './import-words.js';

const pollEveryMs = 1_000;

/** One import: how far it is, what it would do, and what came of it. */
@Component({
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    ImportProgress,
    ImportReview,
    InsetText,
    JustDone,
    Loading,
    ProblemMessage,
    RouterLink,
    StatusTag,
    SummaryList,
  ],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/schools/imports" text="Back to imports" />
    @if (found(); as found) {
      <app-just-done [text]="done" />
      <ui-error-summary [errors]="submission.errors()" />
      <h1 class="govuk-heading-l">Import of schools</h1>
      <p class="govuk-body"><app-status-tag [display]="status()" /></p>
      <app-import-progress [import]="found" (cancelled)="cancel()" />
      @if (found.structureProblem; as problem) {
        <h2 class="govuk-heading-m">The file cannot be read</h2>
        <p class="govuk-body">{{ problem.message }}</p>
        @if (problem.details.length > 0) {
          <ul class="govuk-list govuk-list--bullet">
            @for (detail of problem.details; track detail) {
              <li>{{ detail }}</li>
            }
          </ul>
        }
      }
      @if (found.note; as note) {
        <ui-inset-text>{{ note }}</ui-inset-text>
      }
      @if (found.failure; as failure) {
        <ui-inset-text>{{ failure }}</ui-inset-text>
      }
      @if (found.status === 'applied') {
        <p class="govuk-body">{{ result() }}</p>
      }
      @if (found.status === 'undone') {
        <p class="govuk-body">The import was undone: the register is as it was before.</p>
      }
      @if (found.counts; as counts) {
        <app-import-review [import]="found" [counts]="counts" (copied)="copy(found)" />
      }
      <ui-summary-list [rows]="facts()" />
      <div class="govuk-button-group">
        @if (may('confirm') && hasDifferences()) {
          <a ui-button [routerLink]="[link(), 'confirm']">Go on to confirm</a>
        }
        @if (may('undo')) {
          <a ui-button kind="warning" [routerLink]="[link(), 'undo']">Undo this import</a>
        }
        @if (isOver()) {
          <a ui-button kind="secondary" routerLink="/schools/imports/new">Import another file</a>
        }
        @if (may('cancel') && found.status === 'to_review') {
          <button ui-button kind="secondary" type="button" (click)="cancel()">Cancel the import</button>
        }
      </div>
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ImportPage {
  readonly schoolImportId = input.required<string>();

  private readonly service = inject(SchoolImportsService);
  protected readonly done = justDone();
  protected readonly submission = new Submission();
  protected readonly resource = readSchoolImportResource(this.schoolImportId);
  /** The last answer: one failed poll does not take the page away. */
  protected readonly found = lastValue(this.resource);
  protected readonly link = computed(() => `/schools/imports/${this.schoolImportId()}`);
  protected readonly status = computed(() => schoolImportStatusDisplay(this.found()?.status ?? 'queued'));
  protected readonly isOver = computed(() => {
    const status = this.found()?.status;
    return status !== undefined && !isSchoolImportUnderWay(status) && status !== 'to_review';
  });
  protected readonly hasDifferences = computed(() => {
    const counts = this.found()?.counts;
    return counts ? counts.new + counts.changed + counts.closed + counts.links > 0 : false;
  });
  protected readonly result = computed(() => {
    const counts = this.found()?.counts;
    return counts ? `Imported: ${resultText(counts)}.` : '';
  });
  protected readonly facts = computed(() => factsOf(this.found()));

  constructor() {
    const isUnderWay = computed(() => isSchoolImportUnderWay(this.found()?.status ?? 'cancelled'));
    effect((onCleanup) => {
      if (!isUnderWay()) return;
      const timer = setInterval(() => this.resource.reload(), pollEveryMs);
      onCleanup(() => clearInterval(timer));
    });
  }

  protected may(verb: string): boolean {
    return this.found()?.availableVerbs.includes(verb) ?? false;
  }

  protected async cancel(): Promise<void> {
    await this.submission.run(null, () => firstValueFrom(this.service.cancelSchoolImport(this.schoolImportId())));
    this.resource.reload();
  }

  protected async copy({ id, fileName }: SchoolImport): Promise<void> {
    await this.submission.run(null, async () => {
      const file = await firstValueFrom(this.service.copySchoolImportErrors(id));
      saveFile(file, fileName.replace(/\.csv$/i, ' with errors.csv'));
    });
  }
}

function factsOf(found: SchoolImport | undefined): readonly SummaryRow[] {
  if (!found) return [];
  return [
    { key: 'File', value: found.fileName },
    ...(found.linksFileName === null ? [] : [{ key: 'Links', value: found.linksFileName }]),
    { key: 'Schools', value: scopeText(found) },
    ...(found.encoding === null ? [] : [{ key: 'Characters', value: found.encoding }]),
    { key: 'Uploaded', value: `${instantText(found.queuedAt)} by ${found.startedByName}` },
    ...(found.appliedAt === null ? [] : [{ key: 'Imported', value: instantText(found.appliedAt) }]),
    ...(found.undoUntil === null ? [] : [{ key: 'Can be undone until', value: instantText(found.undoUntil) }]),
    ...(found.undoneAt === null ? [] : [{ key: 'Undone', value: instantText(found.undoneAt) }]),
  ];
}
