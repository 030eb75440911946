import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The Generic header of the Design System: the organisation, no crown. */
@Component({
  selector: 'ui-header',
  imports: [RouterLink],
  template: `
    <div class="govuk-generic-header">
      <div class="govuk-generic-header__container govuk-width-container">
        <div class="govuk-generic-header__logo">
          <a class="govuk-generic-header__homepage-link" [routerLink]="homeLink()">{{ organisation() }}</a>
        </div>
      </div>
    </div>
  `,
})
export class Header {
  /** Name of the council. */
  readonly organisation = input.required<string>();
  readonly homeLink = input('/');
}
