import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { ErrorMessage } from './error-message.js';
import { FieldLabel } from './field-label.js';
import { Field } from './field.js';
import { Hint } from './hint.js';

/** Width in characters of the expected answer. */
export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

/** One line of text: `<ui-input id="upn" label="UPN" [width]="20" [formField]="form.upn" [error]="…" />`. */
@Component({
  selector: 'ui-input',
  imports: [ErrorMessage, FieldLabel, Hint, NgTemplateOutlet],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <ui-field-label [for]="id()" [text]="label()" [size]="labelSize()" [isPageHeading]="isPageHeading()" />
      @if (hint(); as text) {
        <ui-hint [id]="hintId()" [text]="text" />
      }
      @if (error(); as text) {
        <ui-error-message [id]="errorId()" [text]="text" />
      }
      @if (prefix() || suffix()) {
        <div class="govuk-input__wrapper">
          @if (prefix(); as text) {
            <div class="govuk-input__prefix" aria-hidden="true">{{ text }}</div>
          }
          <ng-container [ngTemplateOutlet]="control" />
          @if (suffix(); as text) {
            <div class="govuk-input__suffix" aria-hidden="true">{{ text }}</div>
          }
        </div>
      } @else {
        <ng-container [ngTemplateOutlet]="control" />
      }
      <ng-template #control>
        <input
          #box
          class="govuk-input"
          [class]="classes()"
          [class.govuk-input--error]="error()"
          [id]="id()"
          [name]="id()"
          [type]="type()"
          [value]="value()"
          [attr.aria-describedby]="describedBy()"
          [attr.autocomplete]="autocomplete()"
          [attr.inputmode]="inputmode()"
          [attr.spellcheck]="spellcheck()"
          (input)="value.set(box.value)"
          (blur)="touch.emit()"
        />
      </ng-template>
    </div>
  `,
})
export class TextInput extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'tel' | 'password' | 'search'>('text');
  readonly inputmode = input<'numeric' | 'decimal'>();
  readonly autocomplete = input<string>();
  /** `false` for codes and names. */
  readonly spellcheck = input<boolean>();
  readonly width = input<InputWidth>();
  /** `£`, or another unit before the box; say the unit in the label too, a screen reader does not read it here. */
  readonly prefix = input<string>();
  readonly suffix = input<string>();
  /** Wider letters that keep digits in line, for UPNs and references. */
  readonly isCode = input(false);

  protected readonly classes = computed(() => {
    const width = this.width();
    return [width ? `govuk-input--width-${width}` : '', this.isCode() ? 'govuk-input--extra-letter-spacing' : '']
      .filter(Boolean)
      .join(' ');
  });
}
