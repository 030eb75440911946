import { Component, computed, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { GraduatedResponseCycle } from '@panel/api-client';
import { Button, DateInput, Textarea, TextInput } from '@panel/ui';
import type { FormProblems } from '../../shell/form-problems.js';

/** The questions about one assess-plan-do-review cycle. */
@Component({
  selector: 'app-cycle-fields',
  imports: [Button, DateInput, FormField, Textarea, TextInput],
  template: `
    <ui-textarea
      [id]="id('strategy')"
      label="What did you do?"
      [formField]="cycle().strategy"
      [error]="problems().messageFor(id('strategy'))"
    />
    <ui-date-input
      [id]="id('startedOn')"
      label="When did it start?"
      [formField]="cycle().startedOn"
      [error]="problems().messageFor(id('startedOn'))"
    />
    <ui-date-input
      [id]="id('endedOn')"
      label="When did it end?"
      [formField]="cycle().endedOn"
      [error]="problems().messageFor(id('endedOn'))"
    />
    <ui-input
      [id]="id('minutesPerWeek')"
      label="Minutes a week (optional)"
      inputmode="numeric"
      [width]="4"
      [formField]="cycle().minutesPerWeek"
      [error]="problems().messageFor(id('minutesPerWeek'))"
    />
    <ui-input
      [id]="id('groupSize')"
      label="Children in the group (optional)"
      hint="1 if the child was supported alone"
      inputmode="numeric"
      [width]="2"
      [formField]="cycle().groupSize"
      [error]="problems().messageFor(id('groupSize'))"
    />
    <ui-input
      [id]="id('deliveredBy')"
      label="Who gave the support? (optional)"
      hint="Their role, for example learning mentor"
      [formField]="cycle().deliveredBy"
      [error]="problems().messageFor(id('deliveredBy'))"
    />
    <ui-textarea
      [id]="id('whatChanged')"
      label="What changed?"
      hint="What the review showed, and what you did next"
      [formField]="cycle().whatChanged"
      [error]="problems().messageFor(id('whatChanged'))"
    />
    @if (canRemove()) {
      <button ui-button type="button" kind="secondary" (click)="removed.emit()">Remove cycle {{ number() }}</button>
    }
  `,
})
export class CycleFields {
  readonly cycle = input.required<FieldTree<GraduatedResponseCycle>>();
  readonly index = input.required<number>();
  readonly problems = input.required<FormProblems>();
  readonly canRemove = input(false);
  readonly removed = output();

  protected readonly number = computed(() => this.index() + 1);

  protected id(field: keyof GraduatedResponseCycle): string {
    return `cycles-${this.index()}-${field}`;
  }
}
