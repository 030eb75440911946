import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { listDocumentsResource } from '@panel/api-client/documents/documents.resource';
import { findDocumentProblem } from '@panel/case-rules';
import { BackLink, Button, ErrorSummary, FileUpload } from '@panel/ui';
import { doneState } from '../referrals/case/done-message.js';
import { asProblem } from '../referrals/field-messages.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { Problem } from '../shell/problem.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { acceptedFiles, fileHint } from './document-words.js';
import { FileTransfers } from './file-transfers.js';
import { TransferList } from './transfer-list.js';

/** A new file in place of the current one, which is kept as the version before. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FileUpload, Loading, ProblemMessage, RouterLink, TransferList],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the documents" />
    @if (resource.hasValue()) {
      @if (document(); as found) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <ui-error-summary [errors]="problems.errors()" />
            <h1 class="govuk-heading-l govuk-!-text-break-word">
              Upload a new version of {{ found.current.fileName }}
            </h1>
            <p class="govuk-body">The version before is kept and can still be downloaded.</p>
            <form novalidate (submit)="upload($event)">
              <ui-file-upload
                id="file"
                label="The new file"
                [hint]="hint"
                [accept]="accept"
                [error]="problems.messageFor('file')"
                (chosen)="chosen.set($event)"
              />
              <app-transfer-list [transfers]="transfers.all()" />
              <div class="govuk-button-group">
                <button ui-button>Upload the new version</button>
                <a class="govuk-link" [routerLink]="link()">Cancel</a>
              </div>
            </form>
          </div>
        </div>
      } @else {
        <app-problem [error]="notFound" />
      }
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ReplaceDocumentPage {
  readonly referralId = input.required<string>();
  readonly documentId = input.required<string>();
  private readonly router = inject(Router);
  protected readonly problems = inject(FormProblems);
  protected readonly transfers = new FileTransfers();
  protected readonly resource = listDocumentsResource(this.referralId);
  protected readonly chosen = signal<readonly File[]>([]);
  protected readonly notFound = new Problem(404, 'document_not_found', 'Document not found', '');
  protected readonly link = computed(() => `/referrals/${this.referralId()}/documents`);
  protected readonly document = computed(() =>
    this.resource.hasValue() ? this.resource.value().items.find(({ id }) => id === this.documentId()) : undefined,
  );
  protected readonly accept = acceptedFiles;
  protected readonly hint = fileHint;

  protected async upload(event: Event): Promise<void> {
    event.preventDefault();
    const document = this.document();
    if (!document || this.transfers.isBusy()) return;
    const [file] = this.chosen();
    if (!file) return this.refuse('Choose a file');
    const problem = findDocumentProblem({ name: file.name, sizeBytes: file.size });
    if (problem !== null) return this.refuse(`${file.name} ${problem}`);
    this.problems.clear();
    const refusal = await this.transfers.replace(document, file);
    if (refusal !== null) return this.refuse(`${file.name}: ${refusal}`);
    await this.router.navigateByUrl(this.link(), doneState('New version uploaded'));
  }

  private refuse(message: string): void {
    this.problems.show(asProblem([{ pointer: '/file', message }]));
  }
}
