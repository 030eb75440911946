import { Component, computed, input, linkedSignal, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { ErrorMessage } from './error-message.js';
import { Field } from './field.js';
import { Fieldset } from './fieldset.js';
import { Hint } from './hint.js';

/** The parts of a date as they are typed. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const boxes = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const;

/**
 * A date in three boxes. The value is `YYYY-M-D` exactly as typed, so an unfinished answer survives saving:
 * `2015-9-` has no day yet, `''` is an untouched question. The server says what is wrong with it.
 */
@Component({
  selector: 'ui-date-input',
  imports: [ErrorMessage, Fieldset, Hint],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <ui-fieldset
        fieldsetRole="group"
        [legend]="label()"
        [legendSize]="labelSize()"
        [isPageHeading]="isPageHeading()"
        [describedBy]="describedBy()"
      >
        @if (hint(); as text) {
          <ui-hint [id]="hintId()" [text]="text" />
        }
        @if (error(); as text) {
          <ui-error-message [id]="errorId()" [text]="text" />
        }
        <div class="govuk-date-input" [id]="id()">
          @for (item of items(); track item.part) {
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" [attr.for]="item.id">{{ item.label }}</label>
                <input
                  #box
                  class="govuk-input govuk-date-input__input"
                  [class]="'govuk-input--width-' + item.width"
                  [class.govuk-input--error]="item.hasError"
                  [id]="item.id"
                  [name]="item.id"
                  type="text"
                  inputmode="numeric"
                  [value]="parts()[item.part]"
                  [attr.autocomplete]="isBirthDate() ? 'bday-' + item.part : null"
                  (input)="change(item.part, box.value)"
                  (blur)="touch.emit()"
                />
              </div>
            </div>
          }
        </div>
      </ui-fieldset>
    </div>
  `,
})
export class DateInput extends Field implements FormValueControl<string> {
  readonly value = model('');
  /** Which boxes the error is about; all three when not said. */
  readonly errorParts = input<readonly (keyof DateParts)[]>(['day', 'month', 'year']);
  /** Only for the user's own date of birth: lets the browser fill it in. */
  readonly isBirthDate = input(false);

  /** Keeps what was typed even where the joined value could not be split again in the same way. */
  protected readonly parts = linkedSignal<string, DateParts>({
    source: this.value,
    computation: (value, previous) =>
      previous && dateValue(previous.value) === value ? previous.value : dateParts(value),
  });
  protected readonly items = computed(() =>
    boxes.map((box) => ({
      ...box,
      id: `${this.id()}-${box.part}`,
      hasError: Boolean(this.error()) && this.errorParts().includes(box.part),
    })),
  );

  protected change(part: keyof DateParts, text: string): void {
    this.parts.update((parts) => ({ ...parts, [part]: text }));
    this.value.set(dateValue(this.parts()));
  }
}

/** `{ day: '5', month: '9', year: '2015' }` → `2015-9-5`; all empty → `''`. */
export function dateValue({ day, month, year }: DateParts): string {
  const parts = [year.trim(), month.trim(), day.trim()];
  return parts.some(Boolean) ? parts.join('-') : '';
}

/** The reverse of {@link dateValue}. */
export function dateParts(value: string): DateParts {
  const [year = '', month = '', ...rest] = value.split('-');
  return { year, month, day: rest.join('-') };
}
