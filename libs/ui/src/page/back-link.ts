import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { UiUrl } from '../links.js';

/** To the question or page before: `<ui-back-link link="/referrals" text="Back to referrals" />`. */
@Component({
  selector: 'ui-back-link',
  imports: [RouterLink, UiUrl],
  template: `<a class="govuk-back-link" [routerLink]="link() | uiUrl">{{ text() }}</a>`,
})
export class BackLink {
  readonly link = input.required<string>();
  readonly text = input('Back');
}
