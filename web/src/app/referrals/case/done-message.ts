import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { NotificationBanner } from '@panel/ui';

const key = 'done';

/** For `router.navigateByUrl(link, doneState('Referral accepted'))`: the page one comes to says so once. */
export function doneState(message: string): { readonly state: Readonly<Record<string, string>> } {
  return { state: { [key]: message } };
}

/** What has just been done on the page before. */
@Component({
  selector: 'app-done-message',
  imports: [NotificationBanner],
  template: `
    @if (message) {
      <ui-notification-banner kind="success">
        <p class="govuk-notification-banner__heading">{{ message }}</p>
      </ui-notification-banner>
    }
  `,
})
export class DoneMessage {
  private readonly router = inject(Router);
  /** The page is often drawn only after the navigation, when its data has come. */
  private readonly navigation = this.router.currentNavigation() ?? this.router.lastSuccessfulNavigation();
  protected readonly message = messageOf(this.navigation?.extras.state?.[key]);
}

function messageOf(state: unknown): string {
  return typeof state === 'string' ? state : '';
}
