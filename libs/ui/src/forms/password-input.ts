import { Component, computed, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { ErrorMessage } from './error-message.js';
import { FieldLabel } from './field-label.js';
import { Field } from './field.js';
import { Hint } from './hint.js';

/**
 * A password that can be shown while it is typed: `<ui-password-input id="password" label="Password" [formField]="…" />`.
 * Pasting and password managers work as in any field.
 */
@Component({
  selector: 'ui-password-input',
  imports: [ErrorMessage, FieldLabel, Hint],
  template: `
    <div class="govuk-form-group govuk-password-input" [class.govuk-form-group--error]="error()">
      <ui-field-label [for]="id()" [text]="label()" [size]="labelSize()" [isPageHeading]="isPageHeading()" />
      @if (hint(); as text) {
        <ui-hint [id]="hintId()" [text]="text" />
      }
      @if (error(); as text) {
        <ui-error-message [id]="errorId()" [text]="text" />
      }
      <div class="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          #box
          class="govuk-input govuk-password-input__input"
          [class.govuk-input--error]="error()"
          [id]="id()"
          [name]="id()"
          [type]="isShown() ? 'text' : 'password'"
          [value]="value()"
          spellcheck="false"
          autocapitalize="none"
          [attr.autocomplete]="autocomplete()"
          [attr.aria-describedby]="describedBy()"
          (input)="value.set(box.value)"
          (blur)="touch.emit()"
        />
        <button
          type="button"
          class="govuk-button govuk-button--secondary govuk-password-input__toggle"
          [attr.aria-controls]="id()"
          [attr.aria-label]="isShown() ? 'Hide password' : 'Show password'"
          (click)="toggle()"
        >
          {{ isShown() ? 'Hide' : 'Show' }}
        </button>
      </div>
      <div class="govuk-password-input__sr-status govuk-visually-hidden" aria-live="polite">{{ status() }}</div>
    </div>
  `,
})
export class PasswordInput extends Field implements FormValueControl<string> {
  readonly value = model('');
  /** `new-password` where one is chosen: managers then offer to make one. */
  readonly autocomplete = input<'current-password' | 'new-password'>('current-password');

  protected readonly isShown = signal(false);
  private readonly wasToggled = signal(false);
  protected readonly status = computed(() => {
    if (!this.wasToggled()) return '';
    return this.isShown() ? 'Your password is visible' : 'Your password is hidden';
  });

  protected toggle(): void {
    this.isShown.update((isShown) => !isShown);
    this.wasToggled.set(true);
  }
}
