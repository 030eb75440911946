import { Component, input } from '@angular/core';
import { listNotesOfAllocationResource } from '@panel/api-client/notes/notes.resource';
import { Button } from '@panel/ui';
import { NoteCard } from './note-card.js';

/** What was written for everybody on the case, for the provider of its support. */
@Component({
  selector: 'app-allocation-notes',
  imports: [Button, NoteCard],
  template: `
    @if (notes.hasValue()) {
      @if (notes.value().items.length > 0) {
        <h2 class="govuk-heading-m">Notes for everybody on the case</h2>
        @for (note of notes.value().items; track note.id) {
          <app-note-card [note]="note" />
        }
      }
    } @else if (notes.error()) {
      <h2 class="govuk-heading-m">Notes for everybody on the case</h2>
      <p class="govuk-body">They cannot be shown now.</p>
      <button ui-button type="button" kind="secondary" (click)="notes.reload()">Try again</button>
    }
  `,
})
export class AllocationNotes {
  readonly allocationId = input.required<string>();

  protected readonly notes = listNotesOfAllocationResource(this.allocationId);
}
