import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { UiUrl } from '../links.js';

/** A page number; `'gap'` stands for the ones left out. */
export type PageItem = { readonly number: number; readonly link: string; readonly isCurrent?: boolean } | 'gap';

/** Steps through a long list. With page numbers, or only "Previous" and "Next" with a label each. */
@Component({
  selector: 'ui-pagination',
  imports: [NgTemplateOutlet, RouterLink, UiUrl],
  template: `
    <nav class="govuk-pagination" [class.govuk-pagination--block]="isBlock()" [attr.aria-label]="label()">
      @if (previousLink(); as link) {
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" [routerLink]="link | uiUrl" rel="prev">
            <svg
              class="govuk-pagination__icon govuk-pagination__icon--prev"
              xmlns="http://www.w3.org/2000/svg"
              height="13"
              width="15"
              aria-hidden="true"
              focusable="false"
              viewBox="0 0 15 13"
            >
              <path
                d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
              />
            </svg>
            <span
              class="govuk-pagination__link-title"
              [class.govuk-pagination__link-title--decorated]="isBlock() && !previousLabel()"
              >Previous<span class="govuk-visually-hidden"> page</span></span
            >
            <ng-container [ngTemplateOutlet]="caption" [ngTemplateOutletContext]="{ $implicit: previousLabel() }" />
          </a>
        </div>
      }
      @if (items().length > 0) {
        <ul class="govuk-pagination__list">
          @for (item of items(); track $index) {
            @if (item === 'gap') {
              <li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>
            } @else {
              <li class="govuk-pagination__item" [class.govuk-pagination__item--current]="item.isCurrent">
                <a
                  class="govuk-link govuk-pagination__link"
                  [routerLink]="item.link | uiUrl"
                  [attr.aria-label]="'Page ' + item.number"
                  [attr.aria-current]="item.isCurrent ? 'page' : null"
                  >{{ item.number }}</a
                >
              </li>
            }
          }
        </ul>
      }
      @if (nextLink(); as link) {
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" [routerLink]="link | uiUrl" rel="next">
            @if (isBlock()) {
              <ng-container [ngTemplateOutlet]="arrow" />
            }
            <span
              class="govuk-pagination__link-title"
              [class.govuk-pagination__link-title--decorated]="isBlock() && !nextLabel()"
              >Next<span class="govuk-visually-hidden"> page</span></span
            >
            <ng-container [ngTemplateOutlet]="caption" [ngTemplateOutletContext]="{ $implicit: nextLabel() }" />
            @if (!isBlock()) {
              <ng-container [ngTemplateOutlet]="arrow" />
            }
          </a>
        </div>
      }
      <ng-template #caption let-text>
        @if (text && isBlock()) {
          <span class="govuk-visually-hidden">:</span>
          <span class="govuk-pagination__link-label">{{ text }}</span>
        }
      </ng-template>
      <ng-template #arrow>
        <svg
          class="govuk-pagination__icon govuk-pagination__icon--next"
          xmlns="http://www.w3.org/2000/svg"
          height="13"
          width="15"
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 15 13"
        >
          <path
            d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
          />
        </svg>
      </ng-template>
    </nav>
  `,
})
export class Pagination {
  readonly previousLink = input<string>();
  readonly nextLink = input<string>();
  /** What the page before holds, where there are no page numbers: "1 to 25 of 90". */
  readonly previousLabel = input<string>();
  readonly nextLabel = input<string>();
  readonly items = input<readonly PageItem[]>([]);
  readonly label = input('Pagination');

  protected readonly isBlock = computed(() => this.items().length === 0);
}
