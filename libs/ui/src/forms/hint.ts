import { Component, input } from '@angular/core';

/** Help for a question. Controls show their own; use this one only beside hand-written markup. */
@Component({
  selector: 'ui-hint',
  template: `<div class="govuk-hint" [class]="classes()" [attr.id]="id() || null">{{ text() }}</div>`,
  host: { '[attr.id]': 'null' },
})
export class Hint {
  readonly id = input<string>();
  readonly text = input.required<string>();
  readonly classes = input('');
}
