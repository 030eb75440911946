import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listEmergencyAccessesResource } from '@panel/api-client/emergency-accesses/emergency-accesses.resource';
import { instantText, NotificationBanner } from '@panel/ui';

/** On every page of a case that is read under an emergency access: until when, and the way to end it. */
@Component({
  selector: 'app-emergency-banner',
  imports: [NotificationBanner, RouterLink],
  template: `
    @if (access(); as living) {
      <ui-notification-banner heading="Emergency access">
        <p class="govuk-notification-banner__heading">
          You are reading this case under emergency access until {{ until() }}. Everything you open is recorded.
          <a class="govuk-notification-banner__link" [routerLink]="['/emergency-accesses', living.id]">End it</a>
        </p>
      </ui-notification-banner>
    }
  `,
})
export class EmergencyBanner {
  readonly referralId = input.required<string>();

  private readonly accesses = listEmergencyAccessesResource();
  protected readonly access = computed(() =>
    this.accesses.hasValue()
      ? this.accesses
          .value()
          .items.find(({ referralId, isLiving, isOwn }) => referralId === this.referralId() && isLiving && isOwn)
      : undefined,
  );
  protected readonly until = computed(() => instantText(this.access()?.expiresAt ?? ''));
}
