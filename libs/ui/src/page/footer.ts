import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Link, UiUrl } from '../links.js';

/** The foot of every page. Our own classes: the Design System's footer carries the crown and Crown copyright. */
@Component({
  selector: 'ui-footer',
  imports: [RouterLink, UiUrl],
  template: `
    <div class="app-footer">
      <div class="govuk-width-container">
        @if (links().length > 0) {
          <h2 class="govuk-visually-hidden">Support links</h2>
          <ul class="app-footer__links">
            @for (item of links(); track item.link) {
              <li class="app-footer__item">
                <a class="app-footer__link" [routerLink]="item.link | uiUrl">{{ item.text }}</a>
              </li>
            }
          </ul>
        }
        <div class="app-footer__text"><ng-content /></div>
      </div>
    </div>
  `,
})
export class Footer {
  readonly links = input<readonly Link[]>([]);
}
