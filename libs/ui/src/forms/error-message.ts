import { Component, input } from '@angular/core';

/** The message beside a control. Controls show their own; use this one only beside hand-written markup. */
@Component({
  selector: 'ui-error-message',
  template: `<p class="govuk-error-message" [attr.id]="id() || null">
    <span class="govuk-visually-hidden">Error:</span> {{ text() }}
  </p>`,
  host: { '[attr.id]': 'null' },
})
export class ErrorMessage {
  readonly id = input<string>();
  readonly text = input.required<string>();
}
