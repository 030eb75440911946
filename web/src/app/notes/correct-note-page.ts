import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { Note } from '@panel/api-client';
import { readNoteResource } from '@panel/api-client/notes/notes.resource';
import { NotesService } from '@panel/api-client/notes/notes.service';
import { NOTE_CORRECTION_HOURS } from '@panel/case-rules';
import { BackLink, Button, ErrorSummary, InsetText, SavedStateStatus } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { FormDraft } from '../form-drafts/form-draft.js';
import { FormDraftNotice } from '../form-drafts/form-draft-notice.js';
import { Submission } from '../home/page/submission.js';
import { doneState } from '../referrals/case/done-message.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { type NoteAnswers, noteBody, NoteFields, noteRules } from './note-fields.js';

/** The author puts a note right while it is new. What it said before is kept. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormDraftNotice,
    InsetText,
    Loading,
    NoteFields,
    ProblemMessage,
    RouterLink,
    SavedStateStatus,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back to the notes" />
    @if (note.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Correct a note</h1>
          @if (note.value().canCorrect) {
            <p class="govuk-body">
              What the note said before is kept. The council can look at it; others no longer read it.
            </p>
            <app-form-draft-notice [draft]="draft" />
            <form novalidate (submit)="correct($event, note.value().version)">
              <app-note-fields [answers]="form" [submission]="submission" />
              <ui-saved-state [state]="draft.state()" />
              <div class="govuk-button-group">
                <button ui-button preventDoubleClick>Save the correction</button>
                <a class="govuk-link" [routerLink]="back()">Cancel</a>
              </div>
            </form>
          } @else {
            <ui-inset-text>
              Only its author can correct a note, for {{ hours }} hours. Write another note that says what is different.
            </ui-inset-text>
          }
        </div>
      </div>
    } @else if (note.error(); as error) {
      <app-problem [error]="error" (tryAgain)="note.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CorrectNotePage {
  readonly referralId = input.required<string>();
  readonly noteId = input.required<string>();

  private readonly service = inject(NotesService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly hours = NOTE_CORRECTION_HOURS;
  protected readonly back = computed(() => `/referrals/${this.referralId()}/notes`);
  protected readonly note = readNoteResource(this.noteId);
  private readonly answers = linkedSignal<Note | undefined, NoteAnswers>({
    source: () => (this.note.hasValue() ? this.note.value() : undefined),
    // What was typed stays while the note is read again.
    computation: (note, previous) =>
      note ? { visibility: note.visibility, text: note.text } : (previous?.value ?? { visibility: '', text: '' }),
  });
  protected readonly draft = new FormDraft(
    computed(() =>
      this.note.hasValue()
        ? { form: 'correct_note', referralId: this.referralId(), subjectId: this.noteId() }
        : undefined,
    ),
    this.answers,
  );
  protected readonly form = form(this.answers, noteRules);

  protected async correct(event: Event, version: number): Promise<void> {
    event.preventDefault();
    const isSaved = await this.submission.run(this.form, () =>
      this.draft.sending(() =>
        firstValueFrom(
          this.service.correctNote(this.noteId(), noteBody(this.answers()), this.submission.changing(version)),
        ),
      ),
    );
    if (isSaved) await this.router.navigateByUrl(this.back(), doneState('Note corrected'));
  }
}
