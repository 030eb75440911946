import { booleanAttribute, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { UiUrl } from '../links.js';

/** A step of the way to this page; the last one, the page itself, has no link. */
export interface Breadcrumb {
  readonly text: string;
  readonly link?: string | undefined;
}

/** Where the page lies. Never together with a back link. */
@Component({
  selector: 'ui-breadcrumbs',
  imports: [RouterLink, UiUrl],
  template: `
    <nav
      class="govuk-breadcrumbs"
      [class.govuk-breadcrumbs--collapse-on-mobile]="collapseOnMobile()"
      aria-label="Breadcrumb"
    >
      <ol class="govuk-breadcrumbs__list">
        @for (item of items(); track $index) {
          @if (item.link; as link) {
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" [routerLink]="link | uiUrl">{{ item.text }}</a>
            </li>
          } @else {
            <li class="govuk-breadcrumbs__list-item" aria-current="page">{{ item.text }}</li>
          }
        }
      </ol>
    </nav>
  `,
})
export class Breadcrumbs {
  readonly items = input.required<readonly Breadcrumb[]>();
  readonly collapseOnMobile = input(false, { transform: booleanAttribute });
}
