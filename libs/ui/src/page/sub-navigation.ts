import { Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { type Link, UiUrl } from '../links.js';

/** The sections of one thing (a case), each with its own address. Links, not tabs. */
@Component({
  selector: 'ui-sub-navigation',
  imports: [RouterLink, RouterLinkActive, UiUrl],
  template: `
    <nav class="app-sub-navigation" [attr.aria-label]="label()">
      <ul class="app-sub-navigation__list">
        @for (item of items(); track item.link) {
          <li class="app-sub-navigation__item">
            <a
              class="app-sub-navigation__link"
              [routerLink]="item.link | uiUrl"
              routerLinkActive
              [routerLinkActiveOptions]="exactPath"
              ariaCurrentWhenActive="page"
              >{{ item.text }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
})
export class SubNavigation {
  readonly items = input.required<readonly Link[]>();
  readonly label = input('Sections of this page');

  /** A filter or a page number does not change which section one is in. */
  protected readonly exactPath = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
}
