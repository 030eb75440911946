import { booleanAttribute, Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { ErrorMessage } from './error-message.js';
import { FieldLabel } from './field-label.js';
import { Field } from './field.js';
import { Hint } from './hint.js';

/** Files of the person's own: `<ui-file-upload id="files" label="…" multiple (chosen)="files.set($event)" />`. */
@Component({
  selector: 'ui-file-upload',
  imports: [ErrorMessage, FieldLabel, Hint],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <ui-field-label [for]="id()" [text]="label()" [size]="labelSize()" [isPageHeading]="isPageHeading()" />
      @if (hint(); as text) {
        <ui-hint [id]="hintId()" [text]="text" />
      }
      @if (error(); as text) {
        <ui-error-message [id]="errorId()" [text]="text" />
      }
      <input
        #box
        class="govuk-file-upload"
        type="file"
        [class.govuk-file-upload--error]="error()"
        [id]="id()"
        [name]="id()"
        [attr.multiple]="multiple() ? '' : null"
        [attr.accept]="accept()"
        [attr.aria-describedby]="describedBy()"
        (change)="choose(box)"
        (blur)="touch.emit()"
      />
    </div>
  `,
})
export class FileUpload extends Field {
  readonly multiple = input(false, { transform: booleanAttribute });
  /** What the browser's dialog offers first, as `.pdf,.docx`. The server decides. */
  readonly accept = input<string>();
  /** What is chosen now; nothing when the person takes it back. */
  readonly chosen = output<readonly File[]>();

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  /** Forgets what was chosen: a browser fires no event when the same file is chosen again. */
  clear(): void {
    this.box().nativeElement.value = '';
  }

  protected choose(box: HTMLInputElement): void {
    this.chosen.emit([...(box.files ?? [])]);
  }
}
