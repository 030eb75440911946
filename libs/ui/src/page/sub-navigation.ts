import { booleanAttribute, Component, computed, inject, input, signal } from '@angular/core';
import { isActive, Router, RouterLink } from '@angular/router';
import { type Link, UiUrl } from '../links.js';
import { isWideScreen } from './wide-screen.js';

/** So many links fit on a phone above what one came to read; more wait behind a button. */
const fewEnough = 4;

/** The sections of one thing (a case), each with its own address. Links, not tabs; many of them fold on a narrow screen. */
@Component({
  selector: 'ui-sub-navigation',
  imports: [RouterLink, UiUrl],
  template: `
    <nav class="app-sub-navigation" [attr.aria-label]="label()">
      @if (canFold()) {
        <button
          type="button"
          class="app-sub-navigation__toggle"
          [attr.aria-expanded]="isOpen()"
          [attr.aria-controls]="listId()"
          (click)="isOpen.set(!isOpen())"
        >
          <span class="govuk-visually-hidden">{{ label() }}: </span>{{ currentText() }}
        </button>
      }
      <ul class="app-sub-navigation__list" [id]="listId()" [hidden]="canFold() && !isOpen()">
        @for (item of shownItems(); track item.link) {
          <li class="app-sub-navigation__item">
            <a
              class="app-sub-navigation__link"
              [routerLink]="item.link | uiUrl"
              [attr.aria-current]="item.isCurrent ? 'page' : null"
              (click)="isOpen.set(false)"
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
  /** The links differ in their query: views of one list. Otherwise a filter or a page number does not change the section. */
  readonly matchesQuery = input(false, { transform: booleanAttribute });
  /** Another one where two stand on a page. */
  readonly listId = input('sub-navigation');

  private readonly router = inject(Router);
  private readonly isWide = isWideScreen();
  protected readonly isOpen = signal(false);
  protected readonly canFold = computed(() => !this.isWide() && this.items().length > fewEnough);
  private readonly watchedItems = computed(() => {
    const queryParams = this.matchesQuery() ? 'exact' : 'ignored';
    const match = { paths: 'exact', queryParams, fragment: 'ignored', matrixParams: 'ignored' } as const;
    return this.items().map((item) => ({ ...item, isActive: isActive(item.link, this.router, match) }));
  });
  protected readonly shownItems = computed(() =>
    this.watchedItems().map((item) => ({ ...item, isCurrent: item.isActive() })),
  );
  protected readonly currentText = computed(
    () => this.shownItems().find(({ isCurrent }) => isCurrent)?.text ?? this.label(),
  );
}
