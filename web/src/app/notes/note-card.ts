import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Note } from '@panel/api-client';
import { noteVisibilityLabel } from '@panel/case-rules';
import { Details, instantText, Tag } from '@panel/ui';
import { writtenText } from './note-words.js';

/** One note: what it says, who wrote it and for whom. */
@Component({
  selector: 'app-note-card',
  imports: [Details, RouterLink, Tag],
  template: `
    <div class="app-note">
      <p class="govuk-body-s app-note__byline">
        <ui-tag [text]="label(note().visibility)" [colour]="note().visibility === 'council' ? 'purple' : 'grey'" />
        {{ written(note()) }}
      </p>
      <p class="govuk-body app-note__text">{{ note().text }}</p>
      @if (note().earlier.length > 0) {
        <ui-details summary="What it said before">
          @for (version of note().earlier; track version.writtenAt) {
            <p class="govuk-body-s app-note__byline">
              {{ instant(version.writtenAt) }}, for: {{ label(version.visibility) }}
            </p>
            <p class="govuk-body app-note__text">{{ version.text }}</p>
          }
        </ui-details>
      }
      @if (correctLink() && note().canCorrect) {
        <p class="govuk-body">
          <a class="govuk-link" [routerLink]="correctLink()"
            >Correct<span class="govuk-visually-hidden"> this note of {{ instant(note().writtenAt) }}</span></a
          >
        </p>
      }
    </div>
  `,
})
export class NoteCard {
  readonly note = input.required<Note>();
  /** Where its author corrects it; left out where nothing can be changed. */
  readonly correctLink = input<string>();

  protected readonly label = noteVisibilityLabel;
  protected readonly written = writtenText;
  protected readonly instant = instantText;
}
