import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { NotificationBanner } from '@panel/ui';

/** What was done on the page before: `navigateByUrl(url, { info: 'Report approved' })`. Call it in a field of the page. */
export function justDone(): string {
  const info: unknown = inject(Router).currentNavigation()?.extras.info;
  return typeof info === 'string' ? info : '';
}

/** Says what was just done, above the heading; gone when one comes back later. */
@Component({
  selector: 'app-just-done',
  imports: [NotificationBanner],
  template: `
    @if (text()) {
      <ui-notification-banner kind="success">
        <p class="govuk-notification-banner__heading">{{ text() }}</p>
      </ui-notification-banner>
    }
  `,
})
export class JustDone {
  readonly text = input.required<string>();
}
