import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { QueueFilter, SavedView } from '@panel/api-client';
import { UiUrl } from '@panel/ui';

/** The views that the person has saved, and the way to save this one. */
@Component({
  selector: 'app-your-views',
  imports: [RouterLink, UiUrl],
  template: `
    @if (views().length > 0) {
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">Your views</h2>
      <ul class="govuk-list">
        @for (view of links(); track view.id) {
          <li>
            <a class="govuk-link" [routerLink]="view.link | uiUrl">{{ view.name }}</a>
            {{ view.isDefault ? '(opens first)' : '' }}
          </li>
        }
        <li><a class="govuk-link" routerLink="/queue/views">Change your views</a></li>
      </ul>
    }
    <p class="govuk-body"><a class="govuk-link" [routerLink]="saveLink() | uiUrl">Save this view</a></p>
  `,
})
export class YourViews {
  readonly views = input.required<readonly SavedView[]>();
  /** What the list shows now. */
  readonly current = input.required<QueueFilter>();

  private readonly router = inject(Router);

  protected readonly links = computed(() =>
    this.views().map(({ id, name, isDefault, conditions }) => ({
      id,
      name,
      isDefault,
      link: this.address('/queue', { ...conditions, tab: conditions.tab ?? 'all' }),
    })),
  );
  protected readonly saveLink = computed(() => this.address('/queue/views/new', this.current()));

  private address(path: string, { ...queryParams }: QueueFilter): string {
    return this.router.serializeUrl(this.router.createUrlTree([path], { queryParams }));
  }
}
