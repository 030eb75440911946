import { Component, computed, input, output } from '@angular/core';
import { type AnswerField, longestAnswer } from '@panel/case-rules';
import { Conditional, DateInput, type InputWidth, Radios, Select, Textarea, TextInput } from '@panel/ui';
import type { FormProblems } from '../../shell/form-problems.js';

/** A question that is asked only with one answer of another one. */
export interface Question {
  readonly id: string;
  readonly path: string;
  readonly field: AnswerField;
  readonly text: string;
  readonly dependents: readonly (Question & { readonly is: string })[];
}

/** What was typed, and where. */
export interface TypedAnswer {
  readonly path: string;
  readonly text: string;
}

/** One question of a referral with the control that fits its kind. */
@Component({
  selector: 'app-answer-question',
  imports: [Conditional, DateInput, Radios, Select, Textarea, TextInput],
  template: `
    @let question = this.question();
    @switch (question.field.kind) {
      @case ('text') {
        <ui-textarea
          [id]="question.id"
          [label]="label()"
          [hint]="question.field.hint"
          [rows]="question.field.rows ?? 5"
          [characterLimit]="longest()"
          [value]="question.text"
          (valueChange)="type($event)"
          [error]="error()"
        />
      }
      @case ('date') {
        <ui-date-input
          [id]="question.id"
          [label]="label()"
          [hint]="question.field.hint"
          [value]="question.text"
          (valueChange)="type($event)"
          [error]="error()"
        />
      }
      @case ('choice') {
        <ui-radios
          [id]="question.id"
          [label]="label()"
          [hint]="question.field.hint"
          [isInline]="options().length < 3 && question.dependents.length === 0"
          [options]="options()"
          [value]="question.text"
          (valueChange)="type($event)"
          [error]="error()"
        >
          @for (group of dependents(); track group.is) {
            <ng-template [uiConditional]="group.is">
              @for (dependent of group.questions; track dependent.id) {
                <app-answer-question [question]="dependent" [problems]="problems()" (typed)="typed.emit($event)" />
              }
            </ng-template>
          }
        </ui-radios>
      }
      @case ('select') {
        <ui-select
          [id]="question.id"
          [label]="label()"
          [hint]="question.field.hint"
          [options]="options()"
          [value]="question.text"
          (valueChange)="type($event)"
          [error]="error()"
        />
      }
      @default {
        <ui-input
          [id]="question.id"
          [label]="label()"
          [hint]="question.field.hint"
          [width]="width()"
          [prefix]="question.field.kind === 'pounds' ? '£' : undefined"
          [suffix]="question.field.kind === 'percent' ? '%' : undefined"
          [inputmode]="inputmode()"
          [type]="inputType()"
          [isCode]="question.field.kind === 'identifier'"
          [spellcheck]="question.field.kind === 'line' ? undefined : false"
          [value]="question.text"
          (valueChange)="type($event)"
          [error]="error()"
        />
      }
    }
  `,
})
export class AnswerQuestion {
  readonly question = input.required<Question>();
  readonly problems = input.required<FormProblems>();
  readonly typed = output<TypedAnswer>();

  protected readonly label = computed(() => {
    const { question, label, isOptional, onlyWhen } = this.question().field;
    return `${question ?? label}${isOptional && !onlyWhen ? ' (optional)' : ''}`;
  });
  protected readonly error = computed(() => this.problems().messageFor(this.question().id));
  /** A short question does not want to be told that 5,000 characters are left. */
  protected readonly longest = computed(() => {
    const { field } = this.question();
    return (field.rows ?? 5) < 5 ? undefined : longestAnswer(field);
  });
  protected readonly options = computed(() => {
    const { codes = [], nothingChosen, kind } = this.question().field;
    const options = codes.map(({ code, label }) => ({ value: code, text: label }));
    return kind === 'select' ? [{ value: '', text: nothingChosen ?? 'Choose one' }, ...options] : options;
  });
  /** All questions of one answer together: an answer has one place for what belongs to it. */
  protected readonly dependents = computed(() =>
    [...new Set(this.question().dependents.map(({ is }) => is))].map((is) => ({
      is,
      questions: this.question().dependents.filter((dependent) => dependent.is === is),
    })),
  );
  protected readonly width = computed((): InputWidth | undefined => widths[this.question().field.kind]);
  protected readonly inputmode = computed(() => inputmodes[this.question().field.kind]);
  protected readonly inputType = computed(() => inputTypes[this.question().field.kind] ?? 'text');

  protected type(text: string): void {
    if (text !== this.question().text) this.typed.emit({ path: this.question().path, text });
  }
}

const widths: Partial<Readonly<Record<AnswerField['kind'], InputWidth>>> = {
  identifier: 20,
  wholeNumber: 4,
  percent: 5,
  pounds: 10,
  telephone: 20,
};

const inputmodes: Partial<Readonly<Record<AnswerField['kind'], 'numeric' | 'decimal'>>> = {
  wholeNumber: 'numeric',
  percent: 'decimal',
  pounds: 'decimal',
};

const inputTypes: Partial<Readonly<Record<AnswerField['kind'], 'email' | 'tel'>>> = {
  email: 'email',
  telephone: 'tel',
};
