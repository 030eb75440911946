import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KnownChild, OpenReferral } from '@panel/api-client';
import type { KnownChildService } from '@panel/api-client/known-child/known-child.service';
import { WarningText } from '@panel/ui';
import { firstValueFrom } from 'rxjs';

/** That a child has an open referral: the school's own leads on, of another one stands here only whom to ask. */
@Component({
  selector: 'app-open-referral-notice',
  imports: [RouterLink, WarningText],
  template: `
    <ui-warning-text>
      This child already has an open referral, so a second one cannot be submitted.
      @if (open().isOwn) {
        <a class="govuk-link" [routerLink]="['/referrals', open().id]">Go on with {{ open().reference }}</a>
      } @else if (open().id; as id) {
        It is from another school.
        <a class="govuk-link" [routerLink]="['/referrals', id]">Go to {{ open().reference }}</a>
      } @else {
        It is from another school. Ask {{ open().coordinatorName ?? 'the coordinator' }} at your Education Inclusion
        Partnership.
      }
    </ui-warning-text>
  `,
})
export class OpenReferralNotice {
  readonly open = input.required<OpenReferral>();
}

/** The open referral of a child; null also when it cannot be found out: a submission says it again. */
export async function findOpenReferral(
  service: KnownChildService,
  child: { readonly schoolId: string; readonly upn: string },
): Promise<OpenReferral | null> {
  try {
    return (await firstValueFrom(service.lookUpChild<KnownChild>(child))).open;
  } catch {
    return null;
  }
}
