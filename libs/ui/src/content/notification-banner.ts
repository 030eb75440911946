import { Component, computed, input } from '@angular/core';

let count = 0;

/**
 * News that is not about this page's task (`important`), or that something worked (`success`, read out at once).
 * Put `<p class="govuk-notification-banner__heading">…</p>` inside.
 */
@Component({
  selector: 'ui-notification-banner',
  template: `
    <div
      class="govuk-notification-banner"
      [class.govuk-notification-banner--success]="kind() === 'success'"
      [attr.role]="kind() === 'success' ? 'alert' : 'region'"
      [attr.aria-labelledby]="headingId()"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" [id]="headingId()">{{ shownHeading() }}</h2>
      </div>
      <div class="govuk-notification-banner__content"><ng-content /></div>
    </div>
  `,
})
export class NotificationBanner {
  readonly kind = input<'important' | 'success'>('important');
  readonly heading = input<string>();
  /** Two banners on a page need different ids. */
  readonly headingId = input(`notification-banner-${++count}`);

  protected readonly shownHeading = computed(
    () => this.heading() ?? (this.kind() === 'success' ? 'Success' : 'Important'),
  );
}
