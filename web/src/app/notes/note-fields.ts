import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField, type SchemaPathTree } from '@angular/forms/signals';
import type { WriteNote } from '@panel/api-client';
import { LONG_TEXT_MAX, type NoteVisibility } from '@panel/case-rules';
import { type Option, Radios, Textarea } from '@panel/ui';
import type { Submission } from '../home/page/submission.js';
import { mustHaveText, mustNotBeLonger } from '../referrals/required-text.js';
import { CurrentSession } from '../session/current-session.js';
import { visibilityOptions } from './note-words.js';

/** As it is typed: `''` is not chosen yet. Nothing is chosen beforehand, as the wrong circle cannot be taken back. */
export interface NoteAnswers {
  readonly visibility: NoteVisibility | '';
  readonly text: string;
}

export function noteRules(path: SchemaPathTree<NoteAnswers>): void {
  mustHaveText(path.text, 'Enter the note');
  mustNotBeLonger(path.text, LONG_TEXT_MAX, 'Note');
  mustHaveText(path.visibility, 'Select who can read the note');
}

/** What is sent of a form without mistakes. */
export function noteBody({ visibility, text }: NoteAnswers): WriteNote {
  if (visibility === '') throw new Error('The form was sent although it has mistakes');
  return { visibility, text: text.trim() };
}

/** The questions about a note. */
@Component({
  selector: 'app-note-fields',
  imports: [FormField, Radios, Textarea],
  template: `
    <ui-textarea
      id="text"
      label="Note"
      labelSize="m"
      [rows]="8"
      [characterLimit]="longest"
      [formField]="answers().text"
      [error]="submission().errorOf('text')"
    />
    <ui-radios
      id="visibility"
      label="Who can read it?"
      labelSize="m"
      hint="The family can ask for everything that is written about the child"
      [options]="offered() ?? circles()"
      [formField]="answers().visibility"
      [error]="submission().errorOf('visibility')"
    />
  `,
})
export class NoteFields {
  readonly answers = input.required<FieldTree<NoteAnswers>>();
  readonly submission = input.required<Submission>();
  /** Other circles than those of school and council. */
  readonly offered = input<readonly Option<NoteVisibility>[]>();

  private readonly session = inject(CurrentSession);
  protected readonly longest = LONG_TEXT_MAX;
  protected readonly circles = computed(() =>
    visibilityOptions(this.session.session()?.roles.some(({ role }) => role === 'coordinator') ?? false),
  );
}
