import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { ErrorMessage } from './error-message.js';
import { FieldLabel } from './field-label.js';
import { Field } from './field.js';
import { Hint } from './hint.js';
import type { Option } from './option.js';

/** One of many answers. Prefer radios up to about ten. Give `''` as the first value to ask for a choice. */
@Component({
  selector: 'ui-select',
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
      <select
        #box
        class="govuk-select"
        [class.govuk-select--error]="error()"
        [id]="id()"
        [name]="id()"
        [attr.aria-describedby]="describedBy()"
        (change)="choose(box.selectedIndex)"
        (blur)="touch.emit()"
      >
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === value()">{{ option.text }}</option>
        }
      </select>
    </div>
  `,
})
export class Select<T extends string> extends Field implements FormValueControl<T> {
  readonly value = model.required<T>();
  readonly options = input.required<readonly Option<NoInfer<T>>[]>();

  protected choose(index: number): void {
    const chosen = this.options()[index];
    if (chosen) this.value.set(chosen.value);
  }
}
