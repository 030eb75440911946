import { booleanAttribute, Component, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Link, UiUrl } from '../links.js';
import { isWideScreen } from './wide-screen.js';

/** A link to a section of the service. */
export interface NavigationItem extends Link {
  /** The user is on exactly this page. */
  readonly isCurrent?: boolean | undefined;
  /** The user is on this page or one below it. */
  readonly isActive?: boolean | undefined;
}

/** Service name and main navigation. What is put inside (sign out) stands at the end of the row. */
@Component({
  selector: 'ui-service-navigation',
  imports: [RouterLink, UiUrl],
  template: `
    <section aria-label="Service information" class="govuk-service-navigation">
      <div class="govuk-width-container" [class.govuk-service-navigation__inlining-container]="hasEnd()">
        <div class="govuk-service-navigation__container">
          <span class="govuk-service-navigation__service-name">
            <a class="govuk-service-navigation__link" [routerLink]="homeLink()">{{ serviceName() }}</a>
          </span>
          @if (items().length > 0) {
            <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
              <button
                type="button"
                class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                aria-controls="navigation"
                [attr.aria-expanded]="isWide() ? null : isOpen()"
                [attr.aria-hidden]="isWide() ? 'true' : null"
                [hidden]="isWide()"
                (click)="isOpen.set(!isOpen())"
              >
                Menu
              </button>
              <ul class="govuk-service-navigation__list" id="navigation" [hidden]="!isWide() && !isOpen()">
                @for (item of items(); track item.link) {
                  <li
                    class="govuk-service-navigation__item"
                    [class.govuk-service-navigation__item--active]="item.isActive || item.isCurrent"
                  >
                    <a
                      class="govuk-service-navigation__link"
                      [routerLink]="item.link | uiUrl"
                      [attr.aria-current]="item.isCurrent ? 'page' : item.isActive ? 'true' : null"
                      (click)="isOpen.set(false)"
                    >
                      @if (item.isActive || item.isCurrent) {
                        <strong class="govuk-service-navigation__active-fallback">{{ item.text }}</strong>
                      } @else {
                        {{ item.text }}
                      }
                    </a>
                  </li>
                }
              </ul>
            </nav>
          }
        </div>
        <ng-content />
      </div>
    </section>
  `,
})
export class ServiceNavigation {
  readonly serviceName = input.required<string>();
  readonly homeLink = input('/');
  readonly items = input<readonly NavigationItem[]>([]);
  /** Something stands at the end of the row. */
  readonly hasEnd = input(false, { transform: booleanAttribute });

  protected readonly isOpen = signal(false);
  protected readonly isWide = isWideScreen();
}
