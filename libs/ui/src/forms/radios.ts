import { NgTemplateOutlet } from '@angular/common';
import { booleanAttribute, Component, computed, contentChildren, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Conditional } from './conditional.js';
import { ErrorMessage } from './error-message.js';
import { Field } from './field.js';
import { Fieldset } from './fieldset.js';
import { Hint } from './hint.js';
import { type Option, optionId } from './option.js';

/** One of several answers: `<ui-radios id="riskLevel" label="…" [options]="riskLevels" [formField]="form.riskLevel" />`. */
@Component({
  selector: 'ui-radios',
  imports: [ErrorMessage, Fieldset, Hint, NgTemplateOutlet],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <ui-fieldset
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
        <div class="govuk-radios" [class.govuk-radios--inline]="isInline()" [class.govuk-radios--small]="isSmall()">
          @for (item of items(); track item.value) {
            @if (item.dividerBefore; as divider) {
              <div class="govuk-radios__divider">{{ divider }}</div>
            }
            <div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                type="radio"
                [id]="item.id"
                [name]="id()"
                [value]="item.value"
                [checked]="item.value === value()"
                [attr.aria-describedby]="item.hint ? item.id + '-item-hint' : null"
                (change)="value.set(item.value)"
                (blur)="touch.emit()"
              />
              <label class="govuk-label govuk-radios__label" [attr.for]="item.id">{{ item.text }}</label>
              @if (item.hint; as text) {
                <ui-hint [id]="item.id + '-item-hint'" classes="govuk-radios__hint" [text]="text" />
              }
            </div>
            @if (item.value === value() && item.conditional; as template) {
              <div class="govuk-radios__conditional" [id]="'conditional-' + item.id">
                <ng-container [ngTemplateOutlet]="template" />
              </div>
            }
          }
        </div>
      </ui-fieldset>
    </div>
  `,
})
export class Radios<T extends string> extends Field implements FormValueControl<T> {
  readonly value = model.required<T>();
  readonly options = input.required<readonly Option<NoInfer<T>>[]>();
  /** Side by side: only for two short answers. */
  readonly isInline = input(false, { transform: booleanAttribute });
  readonly isSmall = input(false, { transform: booleanAttribute });

  private readonly conditionals = contentChildren(Conditional);

  protected readonly items = computed(() =>
    this.options().map((option, index) => ({
      ...option,
      id: optionId(this.id(), index),
      conditional: this.conditionals().find((conditional) => conditional.uiConditional() === option.value)?.template,
    })),
  );
}
