import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { readSchoolImportResource } from '@panel/api-client/school-imports/school-imports.resource';
import { SchoolImportsService } from '@panel/api-client/school-imports/school-imports.service';
import { BackLink, ErrorSummary, instantText } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { resultText } from './import-words.js';

/** Takes an import back, all of it or nothing. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, Loading, ProblemMessage],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the import" />
    @if (found.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Undo this import</h1>
          <p class="govuk-body">{{ summary() }}</p>
          <p class="govuk-body">All of it is taken back. New schools go, and changed ones are again as they were.</p>
          <app-confirm-form
            text="Undo the import"
            kind="warning"
            [cancelLink]="link()"
            (confirmed)="undo(found.value().version)"
          />
        </div>
      </div>
    } @else if (found.error(); as error) {
      <app-problem [error]="error" (tryAgain)="found.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class UndoImportPage {
  readonly schoolImportId = input.required<string>();

  private readonly service = inject(SchoolImportsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly found = readSchoolImportResource(this.schoolImportId);
  protected readonly link = computed(() => `/schools/imports/${this.schoolImportId()}`);
  protected readonly summary = computed(() => {
    const found = this.found.hasValue() ? this.found.value() : undefined;
    if (!found?.counts || found.undoUntil === null) return 'This import can no longer be undone.';
    return `It brought: ${resultText(found.counts)}. It can be undone until ${instantText(found.undoUntil)}.`;
  });

  protected async undo(version: number): Promise<void> {
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(this.service.undoSchoolImport(this.schoolImportId(), this.submission.changing(version))),
    );
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'Import undone' });
  }
}
