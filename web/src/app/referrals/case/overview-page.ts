import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ncYearLabel, senTypeLabel } from '@panel/reference';
import { dayText, InsetText, SummaryList, type SummaryRow, UiUrl } from '@panel/ui';
import { CurrentSession } from '../../session/current-session.js';
import { Loading } from '../../shell/loading.js';
import { DeclineNotice } from '../../triage/decline/decline-notice.js';
import { availableSteps } from './available-steps.js';
import { receiptText } from '../on-behalf/receipt-words.js';
import { CaseFile } from './case-file.js';
import { DoneMessage } from './done-message.js';
import { NextStep } from './next-step.js';

@Component({
  imports: [DeclineNotice, DoneMessage, InsetText, Loading, NextStep, RouterLink, SummaryList, UiUrl],
  template: `
    <app-done-message />
    <h1 class="govuk-heading-l">Overview</h1>
    @if (returnReason(); as reason) {
      <ui-inset-text>
        <p class="govuk-body"><strong>Returned to the school:</strong> {{ reason }}</p>
      </ui-inset-text>
    }
    @if (isDeclined()) {
      <app-decline-notice [referralId]="file.referralId()" />
    }
    @if (people.isLoading()) {
      <app-loading />
    } @else {
      <app-next-step />
      <h2 class="govuk-heading-m">The case</h2>
      <ui-summary-list [rows]="facts()" />
      @if (steps().length > 0) {
        <h2 class="govuk-heading-m">What you can do</h2>
        <ul class="govuk-list govuk-list--spaced">
          @for (step of steps(); track step.link) {
            <li>
              <a class="govuk-link" [routerLink]="step.link | uiUrl">{{ step.text }}</a>
            </li>
          }
        </ul>
      }
      @if (session.may('referral:export')) {
        <p class="govuk-body">
          <a class="govuk-link" [routerLink]="'/referrals/' + file.referralId() + '/print'"
            >See the whole case on one page, to print</a
          >
        </p>
      }
    }
  `,
})
export class OverviewPage {
  protected readonly file = inject(CaseFile);
  protected readonly session = inject(CurrentSession);
  protected readonly people = this.file.people();
  private readonly referral = computed(() => (this.file.referral.hasValue() ? this.file.referral.value() : undefined));

  protected readonly returnReason = computed(() => {
    const referral = this.referral();
    return referral?.status === 'returned' ? referral.returnReason : null;
  });
  protected readonly isDeclined = computed(
    () => this.referral()?.status === 'declined' && this.session.may('decline:read'),
  );
  protected readonly facts = computed<readonly SummaryRow[]>(() => {
    const referral = this.referral();
    if (!referral) return [];
    return [
      {
        key: 'Pupil',
        value: referral.pupilName,
        ...(referral.childId !== null &&
          this.session.may('child:read') && {
            actions: [
              { text: 'See the record', visuallyHiddenText: 'of the child', link: `/children/${referral.childId}` },
            ],
          }),
      },
      { key: 'School', value: referral.school.name },
      ...(referral.receipt ? [{ key: 'Written by the council', value: receiptText(referral.receipt) }] : []),
      { key: 'Year', value: referral.ncYear === null ? '' : ncYearLabel(referral.ncYear) },
      { key: 'Primary need', value: referral.primaryNeed === null ? '' : senTypeLabel(referral.primaryNeed) },
      { key: 'Urgent', value: referral.isUrgent ? 'Yes' : 'No' },
      { key: 'Started', value: dayText(referral.createdOn) },
      { key: 'Submitted', value: referral.submittedOn === null ? 'Not yet' : dayText(referral.submittedOn) },
    ];
  });
  protected readonly steps = computed(() => {
    const referral = this.referral();
    return referral ? availableSteps(referral) : [];
  });
}
