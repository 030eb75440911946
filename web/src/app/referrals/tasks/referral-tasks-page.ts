import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readReferralResource } from '@panel/api-client/referrals/referrals.resource';
import { listDocumentsResource } from '@panel/api-client/documents/documents.resource';
import { REFERRAL_SECTIONS, referralSectionLabel } from '@panel/case-rules';
import { BackLink, Details, InsetText, NotificationBanner, TaskList } from '@panel/ui';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { ReturnQuestions } from '../../triage/return/return-questions.js';
import { receiptText } from '../on-behalf/receipt-words.js';
import { gapsOfSection, referralTasks } from './section-tasks.js';

/** The parts of a referral while it is written, in any order. */
@Component({
  imports: [
    BackLink,
    BeforeMain,
    Details,
    InsetText,
    Loading,
    NotificationBanner,
    ProblemMessage,
    ReturnQuestions,
    RouterLink,
    TaskList,
  ],
  template: `
    <ui-back-link *appBeforeMain link="/referrals" text="Back to referrals" />
    @if (referral.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{{ referral.value().reference }} {{ referral.value().pupilName }}</span>
          <h1 class="govuk-heading-l">
            {{ referral.value().amendment?.isOwn ? 'Amend the referral' : 'Make a referral' }}
          </h1>
          @if (isEditable()) {
            @if (referral.value().amendment; as amendment) {
              <ui-inset-text>
                <p class="govuk-body">Why it is amended: {{ amendment.reason }}</p>
                <p class="govuk-body">
                  What was sent stands until you send the amendment.
                  <a class="govuk-link" [routerLink]="['/referrals', referralId(), 'amendment', 'give-up']"
                    >Give up the amendment</a
                  >
                </p>
              </ui-inset-text>
            } @else if (referral.value().reopenReason; as reason) {
              <ui-notification-banner>
                <p class="govuk-notification-banner__heading">This referral has been reopened.</p>
                <p class="govuk-body">{{ reason }}</p>
              </ui-notification-banner>
            } @else if (referral.value().returnReason; as reason) {
              <ui-notification-banner>
                <p class="govuk-notification-banner__heading">The coordinator has returned this referral.</p>
                <p class="govuk-body">{{ reason }}</p>
              </ui-notification-banner>
            }
            @if (referral.value().status === 'returned') {
              <app-return-questions [referralId]="referralId()" />
              <h2 class="govuk-heading-m">The whole referral</h2>
            }
            @if (receipt(); as text) {
              <ui-inset-text>
                {{ text }}.
                <a class="govuk-link" [routerLink]="['/referrals', referralId(), 'documents']"
                  >Attach or see the form that arrived</a
                >
              </ui-inset-text>
            }
            <p class="govuk-body">{{ progress() }}</p>
            <ui-task-list [tasks]="tasks()" />
            @if (missing().length > 0) {
              <ui-details summary="What is missing, and why we ask">
                @for (section of missing(); track section.heading) {
                  <h2 class="govuk-heading-s">{{ section.heading }}</h2>
                  <ul class="govuk-list govuk-list--bullet">
                    @for (gap of section.gaps; track gap.pointer) {
                      <li>{{ gap.message }}. {{ gap.why }}</li>
                    }
                  </ul>
                }
              </ui-details>
            }
            <p class="govuk-body">
              <a class="govuk-link" [routerLink]="['/referrals', referralId()]"
                >See the case or withdraw the referral</a
              >
            </p>
          } @else {
            <ui-inset-text>
              This referral has been submitted, so its answers cannot be changed.
              <a class="govuk-link" [routerLink]="['/referrals', referralId()]">Go to the referral</a>
            </ui-inset-text>
          }
        </div>
      </div>
    } @else if (referral.error(); as error) {
      <app-problem [error]="error" (tryAgain)="referral.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ReferralTasksPage {
  readonly referralId = input.required<string>();

  protected readonly referral = readReferralResource(this.referralId);
  protected readonly isEditable = computed(() => this.referral.hasValue() && this.referral.value().isEditable);
  private readonly documents = listDocumentsResource(this.referralId);
  protected readonly tasks = computed(() => {
    const count = this.documents.hasValue() ? this.documents.value().items.length : null;
    return this.referral.hasValue() ? referralTasks(this.referral.value(), count) : [];
  });
  protected readonly receipt = computed(() => {
    const receipt = this.referral.hasValue() ? this.referral.value().receipt : null;
    return receipt ? receiptText(receipt) : '';
  });
  protected readonly missing = computed(() => {
    if (!this.referral.hasValue()) return [];
    const referral = this.referral.value();
    return REFERRAL_SECTIONS.map((section) => ({
      heading: referralSectionLabel(section),
      gaps: gapsOfSection(referral, section),
    })).filter(({ gaps }) => gaps.length > 0);
  });
  protected readonly progress = computed(() => {
    if (this.referral.hasValue() && this.referral.value().amendment) return 'Your changes are saved as you type.';
    const complete = REFERRAL_SECTIONS.length - this.missing().length;
    return `You have completed ${complete} of ${REFERRAL_SECTIONS.length} sections. Your answers are saved as you type, and colleagues at your school can help.`;
  });
}
