import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listNotesResource } from '@panel/api-client/notes/notes.resource';
import { Button, Pagination } from '@panel/ui';
import { CaseFile } from '../referrals/case/case-file.js';
import { DoneMessage } from '../referrals/case/done-message.js';
import { CurrentSession } from '../session/current-session.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { NoteCard } from './note-card.js';

/** The notes on a case that the person may read, the newest first. */
@Component({
  imports: [Button, DoneMessage, Loading, NoteCard, Pagination, ProblemMessage, RouterLink],
  template: `
    <app-done-message />
    @if (notes.hasValue()) {
      <h1 class="govuk-heading-l">Notes</h1>
      @if (session.may('note:write')) {
        <a ui-button kind="secondary" [routerLink]="base() + '/new'">Write a note</a>
      }
      @for (note of notes.value().items; track note.id) {
        <app-note-card [note]="note" [correctLink]="base() + '/' + note.id + '/correct'" />
      } @empty {
        <p class="govuk-body">There are no notes that you can read.</p>
      }
      @if (nextLink() || firstLink()) {
        <ui-pagination
          label="Pages of notes"
          [previousLink]="firstLink()"
          previousLabel="Back to the newest"
          [nextLink]="nextLink()"
        />
      }
    } @else if (notes.error(); as error) {
      <app-problem [error]="error" (tryAgain)="notes.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class NotesPage {
  /** From the address: the page begins after this note. */
  readonly before = input<string>();

  private readonly file = inject(CaseFile);
  protected readonly session = inject(CurrentSession);
  protected readonly notes = listNotesResource(
    this.file.referralId,
    computed(() => {
      const before = this.before();
      return before === undefined ? {} : { before };
    }),
  );
  protected readonly base = computed(() => `/referrals/${this.file.referralId()}/notes`);
  protected readonly nextLink = computed(() => {
    const next = this.notes.hasValue() ? this.notes.value().nextBefore : null;
    return next === null ? undefined : `${this.base()}?before=${next}`;
  });
  protected readonly firstLink = computed(() => (this.before() === undefined ? undefined : this.base()));
}
