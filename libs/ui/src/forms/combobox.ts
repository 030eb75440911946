import { Combobox as AriaCombobox, ComboboxPopup, ComboboxWidget } from '@angular/aria/combobox';
import { Listbox, Option as AriaOption } from '@angular/aria/listbox';
import {
  afterRenderEffect,
  Component,
  computed,
  input,
  linkedSignal,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { ErrorMessage } from './error-message.js';
import { FieldLabel } from './field-label.js';
import { Field } from './field.js';
import { Hint } from './hint.js';
import type { Option } from './option.js';

/**
 * One of very many answers, found by typing a part of it: `<ui-combobox id="schoolId" label="Which school?"
 * [options]="schools()" [formField]="form.schoolId" [error]="…" />`. Load it with `@defer`; a select is the way without it.
 *
 * The answer is the value of the option that was chosen, or whose text was typed in full; anything else is no answer.
 */
@Component({
  selector: 'ui-combobox',
  imports: [AriaCombobox, AriaOption, ComboboxPopup, ComboboxWidget, ErrorMessage, FieldLabel, Hint, Listbox],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <ui-field-label [for]="id()" [text]="label()" [size]="labelSize()" [isPageHeading]="isPageHeading()" />
      @if (hint(); as text) {
        <ui-hint [id]="hintId()" [text]="text" />
      }
      @if (error(); as text) {
        <ui-error-message [id]="errorId()" [text]="text" />
      }
      <div class="app-combobox">
        <input
          ngCombobox
          #combobox="ngCombobox"
          class="govuk-input"
          [class.govuk-input--error]="error()"
          [id]="id()"
          [name]="id()"
          type="text"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          [attr.aria-describedby]="describedBy()"
          [value]="typed()"
          (valueChange)="type($event)"
          [(expanded)]="isExpanded"
          (blur)="touch.emit()"
        />
        <ng-template ngComboboxPopup [combobox]="combobox">
          @if (matches().length > 0) {
            <ul
              ngListbox
              ngComboboxWidget
              #listbox="ngListbox"
              class="app-combobox__list"
              focusMode="activedescendant"
              selectionMode="explicit"
              [attr.aria-label]="things()"
              [tabindex]="-1"
              [wrap]="false"
              [value]="chosen()"
              (valueChange)="choose($event)"
              [activeDescendant]="listbox.activeDescendant()"
            >
              @for (option of matches(); track option.value) {
                <li ngOption class="app-combobox__option" [value]="option.value" [label]="option.text">
                  {{ option.text }}
                </li>
              }
            </ul>
          }
        </ng-template>
      </div>
      <p class="govuk-body-s app-combobox__count" role="status">{{ isExpanded() ? count() : '' }}</p>
    </div>
  `,
})
export class Combobox extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly options = input.required<readonly Option[]>();
  /** What there is, in the plural: "schools". */
  readonly things = input('answers');
  /** More than so many are not shown: typing on finds them. */
  readonly most = input(50);

  /** What was typed, for who finds the options elsewhere. */
  readonly typing = output<string>();

  private readonly listbox = viewChild<Listbox<string>>('listbox');
  protected readonly isExpanded = signal(false);
  protected readonly chosen = computed(() => (this.value() === '' ? [] : [this.value()]));
  private readonly chosenText = computed(() => this.options().find(({ value }) => value === this.value())?.text);
  /** What stands in the box; a value that comes from outside brings its text. */
  readonly typed = linkedSignal<string | undefined, string>({
    source: this.chosenText,
    computation: (text, previous) => text ?? previous?.value ?? '',
  });
  private readonly found = computed(() => {
    const words = wordsOf(this.typed());
    // Who opens the list over a complete answer looks for another one.
    if (this.typed() === this.chosenText()) return this.options();
    return this.options().filter(({ text }) => words.every((word) => normal(text).includes(word)));
  });
  protected readonly matches = computed(() => this.found().slice(0, this.most()));
  protected readonly count = computed(() => {
    const [found, shown] = [this.found().length, this.matches().length];
    if (found === 0) return `No ${this.things()} found`;
    return found > shown
      ? `The first ${shown} of ${found} ${this.things()}. Type more to narrow them`
      : `${found} found`;
  });

  constructor() {
    super();
    afterRenderEffect(() => {
      if (this.isExpanded() && this.listbox()?.activeDescendant()) {
        this.listbox()?.scrollActiveItemIntoView({ block: 'nearest' });
      }
    });
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.typing.emit(text);
    const whole = this.options().find((option) => normal(option.text) === normal(text));
    this.value.set(whole?.value ?? '');
  }

  protected choose([value]: readonly string[]): void {
    // Choosing what is chosen takes it from the list; here it stays.
    const option = this.options().find((each) => each.value === (value ?? this.value()));
    if (option) {
      this.value.set(option.value);
      this.typed.set(option.text);
      this.typing.emit(option.text);
    }
    this.isExpanded.set(false);
  }
}

function wordsOf(text: string): readonly string[] {
  return normal(text).split(' ').filter(Boolean);
}

function normal(text: string): string {
  return text.trim().toLocaleLowerCase('en-GB').replaceAll(/[’']/g, '').replaceAll(/\s+/g, ' ');
}
