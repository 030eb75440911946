import { Component, computed, DestroyRef, effect, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { characterCountMessage } from './character-count.js';
import { ErrorMessage } from './error-message.js';
import { FieldLabel } from './field-label.js';
import { Field, spaceSeparated } from './field.js';
import { Hint } from './hint.js';

/** Typing pauses this long before a screen reader hears the new count, as in GOV.UK Frontend. */
const announcementDelay = 1000;

/** Several lines of text; with `characterLimit` it counts what is left, and never cuts what is typed or pasted. */
@Component({
  selector: 'ui-textarea',
  imports: [ErrorMessage, FieldLabel, Hint],
  template: `
    <div
      class="govuk-form-group"
      [class.govuk-form-group--error]="error()"
      [class.govuk-character-count]="characterLimit()"
    >
      <ui-field-label [for]="id()" [text]="label()" [size]="labelSize()" [isPageHeading]="isPageHeading()" />
      @if (hint(); as text) {
        <ui-hint [id]="hintId()" [text]="text" />
      }
      @if (error(); as text) {
        <ui-error-message [id]="errorId()" [text]="text" />
      }
      <textarea
        #box
        class="govuk-textarea"
        [class.govuk-textarea--error]="error() || isOverLimit()"
        [class.govuk-js-character-count]="characterLimit()"
        [id]="id()"
        [name]="id()"
        [attr.rows]="rows()"
        [value]="value()"
        [attr.aria-describedby]="allDescriptions()"
        (input)="value.set(box.value)"
        (blur)="touch.emit()"
      ></textarea>
      @if (characterLimit(); as limit) {
        <div class="govuk-hint govuk-character-count__message govuk-visually-hidden" [id]="infoId()">
          You can enter up to {{ limit }} characters
        </div>
        <div
          class="govuk-character-count__message govuk-character-count__status"
          [class.govuk-hint]="!isOverLimit()"
          [class.govuk-error-message]="isOverLimit()"
          aria-hidden="true"
        >
          {{ countMessage() }}
        </div>
        <div class="govuk-character-count__sr-status govuk-visually-hidden" aria-live="polite">
          {{ announcedCount() }}
        </div>
      }
    </div>
  `,
})
export class Textarea extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly rows = input(5);
  /** Most characters the server takes; nothing is cut, the count and the message say so. */
  readonly characterLimit = input<number>();

  protected readonly infoId = computed(() => (this.characterLimit() ? `${this.id()}-info` : undefined));
  protected readonly allDescriptions = computed(() => spaceSeparated(this.infoId(), this.hintId(), this.errorId()));
  protected readonly isOverLimit = computed(() => this.value().length > (this.characterLimit() ?? Infinity));
  protected readonly countMessage = computed(() =>
    characterCountMessage(this.value().length, this.characterLimit() ?? 0),
  );
  protected readonly announcedCount = signal('');

  constructor() {
    super();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    effect(() => {
      const message = this.countMessage();
      clearTimeout(timer);
      // The count of an answer that was there already is no news.
      if (!isFirst) timer = setTimeout(() => this.announcedCount.set(message), announcementDelay);
      isFirst = false;
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
