import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { readAllocationResource } from '@panel/api-client/allocations/allocations.resource';
import { NotesService } from '@panel/api-client/notes/notes.service';
import { BackLink, Button, ErrorSummary, SavedStateStatus } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { FormDraft } from '../form-drafts/form-draft.js';
import { FormDraftNotice } from '../form-drafts/form-draft-notice.js';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { type NoteAnswers, noteBody, NoteFields, noteRules } from './note-fields.js';
import { providerVisibilityOptions } from './note-words.js';

/** A note of the provider of some support to the coordinator, and to the school if it is for the school as well. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormDraftNotice,
    Loading,
    NoteFields,
    ProblemMessage,
    RouterLink,
    SavedStateStatus,
  ],
  template: `
    <ui-back-link *appBeforeMain text="Back to the allocation" [link]="back()" />
    @if (allocation.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Write a note</h1>
          <p class="govuk-body">{{ allocation.value().pupilName }}, {{ allocation.value().reference }}</p>
          <app-form-draft-notice [draft]="draft" />
          <form novalidate (submit)="write($event)">
            <app-note-fields [answers]="form" [submission]="submission" [offered]="circles" />
            <ui-saved-state [state]="draft.state()" />
            <div class="govuk-button-group">
              <button ui-button preventDoubleClick>Save the note</button>
              <a class="govuk-link" [routerLink]="back()">Cancel</a>
            </div>
          </form>
        </div>
      </div>
    } @else if (allocation.error(); as error) {
      <app-problem [error]="error" (tryAgain)="allocation.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class WriteAllocationNotePage {
  readonly allocationId = input.required<string>();

  private readonly service = inject(NotesService);
  private readonly router = inject(Router);
  protected readonly circles = providerVisibilityOptions;
  protected readonly submission = new Submission();
  protected readonly allocation = readAllocationResource(this.allocationId);
  protected readonly back = computed(() => `/allocations/${this.allocationId()}`);
  private readonly answers = signal<NoteAnswers>({ visibility: '', text: '' });
  protected readonly draft = new FormDraft(
    computed(() => ({ form: 'write_note_of_allocation', allocationId: this.allocationId() })),
    this.answers,
  );
  protected readonly form = form(this.answers, noteRules);

  protected async write(event: Event): Promise<void> {
    event.preventDefault();
    const isSaved = await this.submission.run(this.form, () => {
      const body = noteBody(this.answers());
      return this.draft.sending(() =>
        firstValueFrom(this.service.writeNoteOfAllocation(this.allocationId(), body, this.submission.creating(body))),
      );
    });
    if (isSaved) await this.router.navigateByUrl(this.back(), { info: 'Note saved' });
  }
}
