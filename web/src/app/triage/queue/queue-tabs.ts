import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QueueCount } from '@panel/api-client';
import { queueTabLabel } from '@panel/case-rules';
import { UiUrl } from '@panel/ui';

/** The views of the queue as links, each with how many cases it holds under the filters that are set. */
@Component({
  selector: 'app-queue-tabs',
  imports: [RouterLink, UiUrl],
  template: `
    <nav class="app-sub-navigation" aria-label="Parts of the queue">
      <ul class="app-sub-navigation__list">
        @for (tab of tabs(); track tab.key) {
          <li class="app-sub-navigation__item">
            <a
              class="app-sub-navigation__link"
              [routerLink]="tab.link | uiUrl"
              [attr.aria-current]="tab.isCurrent ? 'page' : null"
              >{{ tab.text }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
})
export class QueueTabs {
  readonly counts = input.required<readonly QueueCount[]>();
  readonly current = input.required<string>();
  /** The address of a tab. */
  readonly linkOf = input.required<(tab: string) => string>();

  protected readonly tabs = computed(() =>
    this.counts().map(({ tab, count, isAtLeast }) => ({
      key: tab,
      text: `${queueTabLabel(tab)} (${count.toLocaleString('en-GB')}${isAtLeast ? '+' : ''})`,
      link: this.linkOf()(tab),
      isCurrent: tab === this.current(),
    })),
  );
}
