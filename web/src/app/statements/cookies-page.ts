import { Component } from '@angular/core';
import { Table, type TableColumn } from '@panel/ui';

interface Cookie {
  readonly name: string;
  readonly purpose: string;
  readonly expires: string;
}

/** The three cookies of `api/src/auth/session-cookie.ts`. */
@Component({
  imports: [Table],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Cookies</h1>
        <p class="govuk-body">
          Cookies are small files that a website saves on your phone, tablet or computer. This service uses only those
          without which nobody could sign in. They are not used to count visits, to follow you or to advertise, and no
          other company sets any.
        </p>
        <p class="govuk-body">Because they are strictly necessary, we do not have to ask for your agreement.</p>
        <ui-table caption="Cookies of this service" isStacked [columns]="columns" [rows]="cookies" />
        <p class="govuk-body">
          Over a secure connection each name begins with <code>__Host-</code>: your browser then sends the cookie to
          this service only. Pages cannot read them.
        </p>
        <h2 class="govuk-heading-m">If you block them</h2>
        <p class="govuk-body">
          You can block cookies in the settings of your browser. You can then still read this page, the accessibility
          statement, the privacy notice and the help, but you cannot sign in.
        </p>
      </div>
    </div>
  `,
})
export class CookiesPage {
  protected readonly columns: readonly TableColumn<Cookie>[] = [
    { key: 'name', text: 'Name', value: ({ name }) => name },
    { key: 'purpose', text: 'What it is for', value: ({ purpose }) => purpose },
    { key: 'expires', text: 'Goes', value: ({ expires }) => expires },
  ];

  protected readonly cookies: readonly Cookie[] = [
    { name: 'panel-session', purpose: 'Keeps you signed in', expires: 'When you sign out or close your browser' },
    {
      name: 'panel-device',
      purpose:
        'Says that somebody has signed in with this browser before, so that we can tell you about sign-ins from new ones',
      expires: 'After 400 days',
    },
    {
      name: 'panel-start',
      purpose: 'Brings you back from the sign-in page of your organisation',
      expires: 'After 10 minutes',
    },
  ];
}
