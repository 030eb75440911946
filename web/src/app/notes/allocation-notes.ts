import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listNotesOfAllocationResource } from '@panel/api-client/notes/notes.resource';
import { Button } from '@panel/ui';
import { CurrentSession } from '../session/current-session.js';
import { NoteCard } from './note-card.js';

/** What was written for everybody on the case, and what the provider of its support has written itself. */
@Component({
  selector: 'app-allocation-notes',
  imports: [Button, NoteCard, RouterLink],
  template: `
    @if (notes.hasValue()) {
      <h2 class="govuk-heading-m">Notes</h2>
      @for (note of notes.value().items; track note.id) {
        <app-note-card [note]="note" />
      } @empty {
        <p class="govuk-body">There are no notes that you can read.</p>
      }
      @if (session.may('note:write_of_allocation')) {
        <a ui-button kind="secondary" [routerLink]="['/allocations', allocationId(), 'notes', 'new']">Write a note</a>
      }
    } @else if (notes.error()) {
      <h2 class="govuk-heading-m">Notes</h2>
      <p class="govuk-body">They cannot be shown now.</p>
      <button ui-button type="button" kind="secondary" (click)="notes.reload()">Try again</button>
    }
  `,
})
export class AllocationNotes {
  readonly allocationId = input.required<string>();

  protected readonly session = inject(CurrentSession);
  protected readonly notes = listNotesOfAllocationResource(this.allocationId);
}
