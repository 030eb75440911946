import { Component, input } from '@angular/core';
import type { Contact } from '@panel/api-client';

/** How to reach somebody; where nobody has been named, the council itself. */
@Component({
  selector: 'app-contact',
  template: `
    @if (contact(); as contact) {
      <ul class="govuk-list">
        <li>{{ contact.name }}</li>
        <li>
          Email: <a class="govuk-link app-break" href="mailto:{{ contact.email }}">{{ contact.email }}</a>
        </li>
        @if (contact.phone) {
          <li>Phone: {{ contact.phone }}</li>
        }
      </ul>
    } @else {
      <p class="govuk-body">
        Contact details have not been entered yet. Ask {{ council() }} through its main website or switchboard.
      </p>
    }
  `,
})
export class ContactBlock {
  readonly contact = input.required<Contact | null>();
  readonly council = input.required<string>();
}
