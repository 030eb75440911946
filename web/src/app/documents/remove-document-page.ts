import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { listDocumentsResource } from '@panel/api-client/documents/documents.resource';
import { DocumentsService } from '@panel/api-client/documents/documents.service';
import { BackLink, ErrorSummary, SavedStateStatus, Textarea } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { FormDraft } from '../form-drafts/form-draft.js';
import { FormDraftNotice } from '../form-drafts/form-draft-notice.js';
import { ConfirmForm } from '../home/page/confirm-form.js';
import { Submission } from '../home/page/submission.js';
import { doneState } from '../referrals/case/done-message.js';
import { mustHaveText, mustNotBeLonger } from '../referrals/required-text.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { Problem } from '../shell/problem.js';
import { ProblemMessage } from '../shell/problem-message.js';

const longest = 1_000;

/** Takes a document out of the case, with the reason that stays. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    ConfirmForm,
    ErrorSummary,
    FormDraftNotice,
    FormField,
    Loading,
    ProblemMessage,
    SavedStateStatus,
    Textarea,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the documents" />
    @if (resource.hasValue()) {
      @if (document(); as found) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <ui-error-summary [errors]="submission.errors()" />
            <h1 class="govuk-heading-l govuk-!-text-break-word">Remove {{ found.current.fileName }}?</h1>
            <p class="govuk-body">
              Nobody will be able to open it or any of its versions. That it was removed, by whom and why stays with the
              case.
            </p>
            <app-form-draft-notice [draft]="draft" />
            <app-confirm-form
              text="Remove the document"
              kind="warning"
              [cancelLink]="link()"
              (confirmed)="remove(found.version)"
            >
              <ui-textarea
                id="reason"
                label="Why is it removed?"
                labelSize="m"
                hint="Do not name a child here: the reason is shown with the case."
                [characterLimit]="longest"
                [formField]="form.reason"
                [error]="submission.errorOf('reason')"
              />
              <ui-saved-state [state]="draft.state()" />
            </app-confirm-form>
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
export class RemoveDocumentPage {
  readonly referralId = input.required<string>();
  readonly documentId = input.required<string>();
  private readonly router = inject(Router);
  private readonly service = inject(DocumentsService);
  protected readonly submission = new Submission();
  protected readonly longest = longest;
  protected readonly resource = listDocumentsResource(this.referralId);
  protected readonly notFound = new Problem(404, 'document_not_found', 'Document not found', '');
  protected readonly link = computed(() => `/referrals/${this.referralId()}/documents`);
  protected readonly document = computed(() =>
    this.resource.hasValue() ? this.resource.value().items.find(({ id }) => id === this.documentId()) : undefined,
  );
  private readonly answers = signal({ reason: '' });
  protected readonly draft = new FormDraft(
    computed(() => ({ form: 'remove_document', referralId: this.referralId(), subjectId: this.documentId() })),
    this.answers,
  );
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.reason, 'Enter why the document is removed');
    mustNotBeLonger(path.reason, longest, 'Reason');
  });

  protected async remove(version: number): Promise<void> {
    const isDone = await this.submission.run(this.form, () =>
      this.draft.sending(() =>
        firstValueFrom(
          this.service.removeDocument(
            this.documentId(),
            { reason: this.answers().reason.trim() },
            this.submission.changing(version),
          ),
        ),
      ),
    );
    if (isDone) await this.router.navigateByUrl(this.link(), doneState('Document removed'));
  }
}
