import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { NotesService } from '@panel/api-client/notes/notes.service';
import { BackLink, Button, ErrorSummary, SavedStateStatus } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { FormDraft } from '../form-drafts/form-draft.js';
import { FormDraftNotice } from '../form-drafts/form-draft-notice.js';
import { Submission } from '../home/page/submission.js';
import { doneState } from '../referrals/case/done-message.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { type NoteAnswers, noteBody, NoteFields, noteRules } from './note-fields.js';

@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormDraftNotice, NoteFields, RouterLink, SavedStateStatus],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back to the notes" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Write a note</h1>
        <app-form-draft-notice [draft]="draft" />
        <form novalidate (submit)="write($event)">
          <app-note-fields [answers]="form" [submission]="submission" />
          <ui-saved-state [state]="draft.state()" />
          <div class="govuk-button-group">
            <button ui-button preventDoubleClick>Save the note</button>
            <a class="govuk-link" [routerLink]="back()">Cancel</a>
          </div>
        </form>
      </div>
    </div>
  `,
})
export class WriteNotePage {
  readonly referralId = input.required<string>();

  private readonly service = inject(NotesService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly back = computed(() => `/referrals/${this.referralId()}/notes`);
  private readonly answers = signal<NoteAnswers>({ visibility: '', text: '' });
  protected readonly draft = new FormDraft(
    computed(() => ({ form: 'write_note', referralId: this.referralId() })),
    this.answers,
  );
  protected readonly form = form(this.answers, noteRules);

  protected async write(event: Event): Promise<void> {
    event.preventDefault();
    const isSaved = await this.submission.run(this.form, () => {
      const body = noteBody(this.answers());
      return this.draft.sending(() =>
        firstValueFrom(this.service.writeNote(this.referralId(), body, this.submission.creating(body))),
      );
    });
    if (isSaved) await this.router.navigateByUrl(this.back(), doneState('Note saved'));
  }
}
