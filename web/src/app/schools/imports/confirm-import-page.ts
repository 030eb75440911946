import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { readSchoolImportResource } from '@panel/api-client/school-imports/school-imports.resource';
import { SchoolImportsService } from '@panel/api-client/school-imports/school-imports.service';
import { BackLink, ErrorSummary, Radios } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { Problem } from '../../shell/problem.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { resultText } from './import-words.js';

/** The last look before the register changes. Rows with errors are left out only when somebody says so. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, FormField, Loading, ProblemMessage, Radios],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the import" />
    @if (found.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Import these schools?</h1>
          <p class="govuk-body">{{ summary() }}</p>
          <p class="govuk-body">You can undo the import for 24 hours, as long as none of its new schools is in use.</p>
          <app-confirm-form
            text="Import the schools"
            [cancelLink]="link()"
            (confirmed)="confirm(found.value().version)"
          >
            @if (errors() > 0) {
              <ui-radios
                id="errors"
                [label]="errorQuestion()"
                [options]="choices"
                [formField]="form.errors"
                [error]="submission.errorOf('errors')"
              />
            }
          </app-confirm-form>
        </div>
      </div>
    } @else if (found.error(); as error) {
      <app-problem [error]="error" (tryAgain)="found.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ConfirmImportPage {
  readonly schoolImportId = input.required<string>();

  private readonly service = inject(SchoolImportsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly found = readSchoolImportResource(this.schoolImportId);
  protected readonly link = computed(() => `/schools/imports/${this.schoolImportId()}`);
  private readonly counts = computed(() => (this.found.hasValue() ? this.found.value().counts : null));
  protected readonly errors = computed(() => this.counts()?.errors ?? 0);
  protected readonly summary = computed(() => {
    const counts = this.counts();
    return counts ? `The register would change: ${resultText(counts)}.` : '';
  });
  protected readonly errorQuestion = computed(() =>
    this.errors() === 1 ? '1 row has errors' : `${this.errors().toLocaleString('en-GB')} rows have errors`,
  );
  protected readonly choices = [
    { value: 'correct', text: 'Import nothing: I correct the file first' },
    { value: 'skip', text: 'Leave these rows out, and import the good rows' },
  ];
  private readonly answers = signal({ errors: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.errors, ({ value }) =>
      this.errors() > 0 && value() === '' ? mistake('Select what to do with the rows that have errors') : undefined,
    );
  });

  protected async confirm(version: number): Promise<void> {
    const skipsErrors = this.answers().errors === 'skip';
    const isDone = await this.submission.run(this.form, async () => {
      if (this.errors() > 0 && !skipsErrors) throw nothingImported();
      await firstValueFrom(
        this.service.confirmSchoolImport(this.schoolImportId(), { skipsErrors }, this.submission.changing(version)),
      );
    });
    if (isDone) await this.router.navigateByUrl(this.link());
  }
}

function nothingImported(): Problem {
  const detail = 'Go back, download the copy with the errors, correct the file and upload it again';
  return new Problem(422, 'rows_have_errors', 'Nothing was imported', detail, [
    { pointer: '/errors', code: 'rows_have_errors', detail },
  ]);
}
