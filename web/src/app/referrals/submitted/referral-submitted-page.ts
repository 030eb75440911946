import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readReferralResource } from '@panel/api-client/referrals/referrals.resource';
import { STATUTORY_ROUTE_NOTICE } from '@panel/case-rules';
import { InsetText, Panel } from '@panel/ui';
import { CopyDownloads } from '../copies/copy-downloads.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

/** Says that the referral has arrived, and what happens next and by when. */
@Component({
  imports: [CopyDownloads, InsetText, Loading, Panel, ProblemMessage, RouterLink],
  template: `
    @if (referral.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-panel heading="Referral submitted">
            Your reference<br /><strong>{{ referral.value().reference }}</strong>
          </ui-panel>
          <h2 class="govuk-heading-m">What happens next</h2>
          <p class="govuk-body">{{ referral.value().nextStep.text }}.</p>
          <p class="govuk-body">
            The coordinator accepts the referral, or returns it to you and says what to add. After that the risk is
            assessed and the case goes to a panel. You see each step in the referral’s timeline.
          </p>
          <ui-inset-text>{{ statutoryRoute }}</ui-inset-text>
          <h2 class="govuk-heading-m">A copy to keep</h2>
          <p class="govuk-body">
            <a class="govuk-link" [routerLink]="['/referrals', referralId(), 'referral']">Read or print a copy</a>
          </p>
          <app-copy-downloads [referralId]="referralId()" />
          <h2 class="govuk-heading-m">Questions</h2>
          <p class="govuk-body">
            Ask the coordinator of your Education Inclusion Partnership and give the reference. Do not put the child’s
            name into an email.
          </p>
          <p class="govuk-body">
            <a class="govuk-link" [routerLink]="['/referrals', referralId()]">Follow this referral</a>
          </p>
          <p class="govuk-body"><a class="govuk-link" routerLink="/referrals">Go to all referrals</a></p>
        </div>
      </div>
    } @else if (referral.error(); as error) {
      <app-problem [error]="error" (tryAgain)="referral.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ReferralSubmittedPage {
  readonly referralId = input.required<string>();

  protected readonly referral = readReferralResource(this.referralId);
  protected readonly statutoryRoute = STATUTORY_ROUTE_NOTICE;
}
