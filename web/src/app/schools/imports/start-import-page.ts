import { HttpEventType, type HttpEvent } from '@angular/common/http';
import { Component, effect, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { SchoolImport } from '@panel/api-client';
import { listSchoolImportsResource } from '@panel/api-client/school-imports/school-imports.resource';
import { SchoolImportsService } from '@panel/api-client/school-imports/school-imports.service';
import { BackLink, Button, Conditional, ErrorSummary, FileUpload, ProgressBar, Radios, TextInput } from '@panel/ui';
import { lastValueFrom, tap } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { Problem } from '../../shell/problem.js';
import { ProblemMessage } from '../../shell/problem-message.js';

const maxBytes = 100 * 1024 * 1024;

/** Uploads an extract of the national register. Nothing changes before what it would do was looked at. */
@Component({
  imports: [
    BackLink,
    BeforeMain,
    Button,
    Conditional,
    ErrorSummary,
    FileUpload,
    FormField,
    Loading,
    ProblemMessage,
    ProgressBar,
    Radios,
    TextInput,
  ],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/schools" text="Back to schools" />
    @if (imports.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Import schools</h1>
          <p class="govuk-body">
            Download “all establishment fields” from Get Information about Schools, as CSV, and the file of links beside
            it. You see what would change before anything does.
          </p>
          <form novalidate (submit)="upload($event)">
            <ui-file-upload
              id="extract"
              label="Extract of the register"
              labelSize="m"
              hint="Its name begins with edubasealldata. A CSV of at most 100 MB"
              accept=".csv"
              [error]="submission.errorOf('extract')"
              (chosen)="extract.set($event[0])"
            />
            <ui-file-upload
              id="links"
              label="Links between schools (optional)"
              labelSize="m"
              hint="Its name begins with links_edubasealldata. It tells which school followed a closed one"
              accept=".csv"
              [error]="submission.errorOf('links')"
              (chosen)="links.set($event[0])"
            />
            <ui-radios
              id="scope"
              label="Which schools?"
              [options]="scopes"
              [formField]="form.scope"
              [error]="submission.errorOf('scope')"
            >
              <ng-template uiConditional="some">
                <ui-input
                  id="laCodes"
                  label="Codes of the local authorities"
                  hint="3 digits each, separated by commas, such as 857, 856"
                  [width]="20"
                  [formField]="form.laCodes"
                  [error]="submission.errorOf('laCodes')"
                />
              </ng-template>
            </ui-radios>
            @if (percent() !== null) {
              <ui-progress-bar label="Uploading" [done]="percent() ?? 0" [total]="100" [words]="words()" />
            }
            <button ui-button>Upload and check</button>
          </form>
        </div>
      </div>
    } @else if (imports.error(); as error) {
      <app-problem [error]="error" (tryAgain)="imports.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class StartImportPage {
  private readonly service = inject(SchoolImportsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly imports = listSchoolImportsResource();
  protected readonly extract = signal<File | undefined>(undefined);
  protected readonly links = signal<File | undefined>(undefined);
  protected readonly percent = signal<number | null>(null);
  protected readonly scopes = [
    { value: 'some', text: 'Schools of these local authorities' },
    { value: 'all', text: 'All schools of the file', hint: 'Where children go to schools all over the country' },
  ] as const;
  private readonly answers = signal<{ scope: 'some' | 'all'; laCodes: string }>({ scope: 'some', laCodes: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.laCodes, ({ value, valueOf }) =>
      valueOf(path.scope) === 'all' || /^[\s,;]*\d{3}([\s,;]+\d{3})*[\s,;]*$/.test(value())
        ? undefined
        : mistake('Enter codes of 3 digits, separated by commas, such as 857, 856'),
    );
  });

  constructor() {
    let isFilled = false;
    effect(() => {
      if (!this.imports.hasValue() || isFilled) return;
      isFilled = true;
      const codes = this.imports.value().suggestedLaCodes;
      this.answers.update((answers) => ({ ...answers, laCodes: codes.join(', ') }));
    });
  }

  protected words(): string {
    const percent = this.percent() ?? 0;
    return percent < 100 ? `${percent}%` : 'Uploaded, being kept';
  }

  protected async upload(event: Event): Promise<void> {
    event.preventDefault();
    let id = '';
    const isDone = await this.submission.run(this.form, async () => {
      const [extract, links] = [this.extract(), this.links()];
      if (!extract) throw fileProblem('extract', 'Choose the extract of the register');
      for (const [field, file] of Object.entries({ extract, links })) {
        if (file && file.size > maxBytes) throw fileProblem(field, 'The file must be smaller than 100 MB');
      }
      const { scope, laCodes } = this.answers();
      const body = { extract, ...(links && { links }), laCodes: scope === 'all' ? '' : laCodes };
      const about = [extract.name, extract.size, extract.lastModified, links?.name, links?.size, body.laCodes];
      const options = { ...this.submission.creating(about), observe: 'events', reportProgress: true } as const;
      const sent = this.service.startSchoolImport<SchoolImport>(body, options);
      const last = await lastValueFrom(sent.pipe(tap((each) => this.follow(each))));
      if (last.type === HttpEventType.Response) id = last.body?.id ?? '';
    });
    this.percent.set(null);
    if (isDone) await this.router.navigateByUrl(`/schools/imports/${id}`);
  }

  private follow(event: HttpEvent<SchoolImport>): void {
    if (event.type !== HttpEventType.UploadProgress || !event.total) return;
    this.percent.set(Math.min(100, Math.floor((100 * event.loaded) / event.total)));
  }
}

function fileProblem(field: string, detail: string): Problem {
  return new Problem(422, 'fields_invalid', 'Some answers need your attention', detail, [
    { pointer: `/${field}`, code: 'file_wrong', detail },
  ]);
}
