import { NgTemplateOutlet } from '@angular/common';
import { booleanAttribute, Component, computed, contentChildren, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Conditional } from './conditional.js';
import { ErrorMessage } from './error-message.js';
import { Field } from './field.js';
import { Fieldset } from './fieldset.js';
import { Hint } from './hint.js';
import { type Option, optionId } from './option.js';

/** An answer of checkboxes; an exclusive one ("None of these") unticks all others. */
export interface CheckboxOption<T extends string = string> extends Option<T> {
  readonly isExclusive?: boolean | undefined;
}

/** Any of several answers; the value is the list of ticked ones in the order of the options. */
@Component({
  selector: 'ui-checkboxes',
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
        <div class="govuk-checkboxes" [class.govuk-checkboxes--small]="isSmall()">
          @for (item of items(); track item.value) {
            @if (item.dividerBefore; as divider) {
              <div class="govuk-checkboxes__divider">{{ divider }}</div>
            }
            <div class="govuk-checkboxes__item">
              <input
                #box
                class="govuk-checkboxes__input"
                type="checkbox"
                [id]="item.id"
                [name]="id()"
                [value]="item.value"
                [checked]="item.isTicked"
                [attr.aria-describedby]="item.hint ? item.id + '-item-hint' : null"
                (change)="tick(item, box.checked)"
                (blur)="touch.emit()"
              />
              <label class="govuk-label govuk-checkboxes__label" [attr.for]="item.id">{{ item.text }}</label>
              @if (item.hint; as text) {
                <ui-hint [id]="item.id + '-item-hint'" classes="govuk-checkboxes__hint" [text]="text" />
              }
            </div>
            @if (item.isTicked && item.conditional; as template) {
              <div class="govuk-checkboxes__conditional" [id]="'conditional-' + item.id">
                <ng-container [ngTemplateOutlet]="template" />
              </div>
            }
          }
        </div>
      </ui-fieldset>
    </div>
  `,
})
export class Checkboxes<T extends string> extends Field implements FormValueControl<readonly T[]> {
  readonly value = model.required<readonly T[]>();
  readonly options = input.required<readonly CheckboxOption<NoInfer<T>>[]>();
  readonly isSmall = input(false, { transform: booleanAttribute });

  private readonly conditionals = contentChildren(Conditional);

  protected readonly items = computed(() =>
    this.options().map((option, index) => ({
      ...option,
      id: optionId(this.id(), index),
      isTicked: this.value().includes(option.value),
      conditional: this.conditionals().find((conditional) => conditional.uiConditional() === option.value)?.template,
    })),
  );

  protected tick(changed: CheckboxOption<T>, isTicked: boolean): void {
    const stays = (option: CheckboxOption<T>): boolean => {
      if (option.value === changed.value) return isTicked;
      if (isTicked && (changed.isExclusive || option.isExclusive)) return false;
      return this.value().includes(option.value);
    };
    this.value.set(
      this.options()
        .filter(stays)
        .map((option) => option.value),
    );
  }
}
