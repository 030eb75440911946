import { Directive, inject, input, TemplateRef } from '@angular/core';

/**
 * A further question that belongs to one answer of radios or checkboxes, shown only while that answer is chosen:
 * `<ng-template uiConditional="yes"><ui-input … /></ng-template>`.
 */
@Directive({ selector: 'ng-template[uiConditional]' })
export class Conditional {
  /** Value of the option it belongs to. */
  readonly uiConditional = input.required<string>();
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}
