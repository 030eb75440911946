import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ConsentEvent } from '@panel/api-client';
import { readConsentResource } from '@panel/api-client/consent/consent.resource';
import { consentMethodLabel, isConsentMethod } from '@panel/case-rules';
import { isIsoDate } from '@panel/reference';
import { Button, dayText, instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { CaseFile } from '../../referrals/case/case-file.js';
import { DoneMessage } from '../../referrals/case/done-message.js';
import { CurrentSession } from '../../session/current-session.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { channelText, groupsText, sharedText } from './consent-words.js';

/** With whom the family lets the case be shared, and everything it ever said about it. */
@Component({
  imports: [Button, DoneMessage, Loading, ProblemMessage, RouterLink, SummaryList],
  template: `
    <app-done-message />
    @if (consent.hasValue()) {
      <h1 class="govuk-heading-l">Consent to share</h1>
      <p class="govuk-body">
        This is the family’s agreement that others read about the child. It is not the lawful basis for the council’s
        own work on the case, which goes on when sharing stops.
      </p>
      <ui-summary-list [rows]="now()" />
      @if (mayChange()) {
        <div class="govuk-button-group">
          @if (canWithdraw()) {
            <a ui-button kind="warning" [routerLink]="base() + '/withdraw'">Record that consent is withdrawn</a>
          }
          @if (canGive()) {
            <a ui-button kind="secondary" [routerLink]="base() + '/give'">Record that consent is given</a>
          }
        </div>
      } @else if (!consent.value().canChange) {
        <p class="govuk-body">The referral is a draft: consent is part of what is still being written.</p>
      }
      <h2 class="govuk-heading-m">What the family said</h2>
      @for (event of events(); track event.id) {
        <ui-summary-list [cardHeading]="event.heading" [rows]="event.rows" />
      }
      <ui-summary-list cardHeading="In the referral" [rows]="first()" />
    } @else if (consent.error(); as error) {
      <app-problem [error]="error" (tryAgain)="consent.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ConsentHistoryPage {
  private readonly file = inject(CaseFile);
  private readonly session = inject(CurrentSession);
  protected readonly consent = readConsentResource(this.file.referralId);
  private readonly value = computed(() => (this.consent.hasValue() ? this.consent.value() : undefined));

  protected readonly base = computed(() => `/referrals/${this.file.referralId()}/consent-history`);
  protected readonly mayChange = computed(
    () => this.value()?.canChange === true && this.session.may('consent:withdraw'),
  );
  protected readonly canWithdraw = computed(() => {
    const consent = this.value();
    return consent !== undefined && (consent.isSharedWithPanel || consent.isSharedWithProviders);
  });
  protected readonly canGive = computed(() => {
    const consent = this.value();
    return consent !== undefined && !(consent.isSharedWithPanel && consent.isSharedWithProviders);
  });
  protected readonly now = computed<readonly SummaryRow[]>(() => {
    const consent = this.value();
    if (!consent) return [];
    return [
      { key: 'Shared with panel schools now', value: sharedText(consent.isSharedWithPanel) },
      { key: 'Shared with providers of support now', value: sharedText(consent.isSharedWithProviders) },
    ];
  });
  protected readonly events = computed(() => (this.value()?.events ?? []).map(toCard));
  protected readonly first = computed<readonly SummaryRow[]>(() => {
    const first = this.value()?.first;
    if (!first) return [];
    return [
      { key: 'Said by', value: [first.agreedByName, first.relationship].filter(Boolean).join(', ') },
      { key: 'On', value: isIsoDate(first.agreedOn) ? dayText(first.agreedOn) : first.agreedOn },
      { key: 'How', value: isConsentMethod(first.method) ? consentMethodLabel(first.method) : '' },
      { key: 'What was explained', value: first.explained },
      ...(first.expiresOn === ''
        ? []
        : [{ key: 'Agreed until', value: isIsoDate(first.expiresOn) ? dayText(first.expiresOn) : first.expiresOn }]),
      { key: 'Panel schools may read the case', value: first.panelSchools ? 'Yes' : 'No' },
      { key: 'Providers may read about the child', value: first.providers ? 'Yes' : 'No' },
    ];
  });
}

function toCard(event: ConsentEvent): { id: string; heading: string; rows: readonly SummaryRow[] } {
  const what = event.kind === 'withdrawn' ? 'Withdrawn' : 'Given';
  return {
    id: event.id,
    heading: `${what}: ${groupsText(event)}`,
    rows: [
      { key: 'Said by', value: `${event.saidByName}, ${event.relationship}` },
      { key: 'On', value: dayText(event.saidOn) },
      { key: 'How', value: channelText(event.channel) },
      { key: 'Note', value: event.note },
      { key: 'Recorded', value: `${instantText(event.recordedAt)} by ${event.recordedByName}` },
    ],
  };
}
