import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readAuditEventResource } from '@panel/api-client/audit/audit.resource';
import { BackLink, instantText, Pagination, SummaryList, type SummaryRow, WarningText } from '@panel/ui';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { aboutText, hashText, rolesText } from '../audit-words.js';

/** One event with everything that was kept of it, and its place in the chain. */
@Component({
  imports: [BackLink, BeforeMain, Loading, Pagination, ProblemMessage, RouterLink, SummaryList, WarningText],
  template: `
    <ui-back-link *appBeforeMain text="Back to audit events" link="/audit-events" />
    @if (event.hasValue()) {
      <span class="govuk-caption-l">Event {{ event.value().seq }}</span>
      <h1 class="govuk-heading-l">{{ event.value().label }}</h1>
      @if (!event.value().isHashRight) {
        <ui-warning-text>
          This event, or the one before it, is not as it was written: its hash does not fit. Tell whoever runs the
          service at once, and change nothing.
        </ui-warning-text>
      }
      <ui-summary-list [rows]="facts()" />
      @if (event.value().referralId; as referralId) {
        <p class="govuk-body">
          <a class="govuk-link" routerLink="/audit-events" [queryParams]="{ referralId }">Everything about this case</a>
        </p>
      }
      @if (event.value().childId; as childId) {
        <p class="govuk-body">
          <a class="govuk-link" routerLink="/audit-events" [queryParams]="{ childId }">Everything about this child</a>
        </p>
      }
      @if (event.value().actorUserId; as actorUserId) {
        <p class="govuk-body">
          <a class="govuk-link" routerLink="/audit-events" [queryParams]="{ actorUserId }">Everything by this person</a>
        </p>
      }
      @if (event.value().emergencyAccessId; as accessId) {
        <p class="govuk-body">
          <a class="govuk-link" routerLink="/audit-events" [queryParams]="{ accessId }"
            >Everything under this emergency access</a
          >
        </p>
      }
      <h2 class="govuk-heading-m">Place in the chain</h2>
      <ui-summary-list [rows]="place()" />
      <ui-pagination
        label="Neighbouring events"
        [previousLink]="linkTo(event.value().previous?.seq)"
        [previousLabel]="event.value().previous?.label"
        [nextLink]="linkTo(event.value().next?.seq)"
        [nextLabel]="event.value().next?.label"
      />
    } @else if (event.error(); as error) {
      <app-problem [error]="error" (tryAgain)="event.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AuditEventPage {
  readonly eventSeq = input.required<string>();

  protected readonly event = readAuditEventResource(this.eventSeq);
  private readonly shown = computed(() => (this.event.hasValue() ? this.event.value() : undefined));
  protected readonly facts = computed((): readonly SummaryRow[] => {
    const event = this.shown();
    if (!event) return [];
    return [
      { key: 'When', value: instantText(event.at) },
      { key: 'By', value: event.actorName },
      { key: 'In the role', value: rolesText(event.actorRoles) || 'None' },
      { key: 'About', value: aboutText(event) },
      ...(event.reason === null ? [] : [{ key: 'Reason given', value: event.reason }]),
      { key: 'Detail', value: event.detail.length === 0 ? 'None' : event.detail },
      { key: 'Code', value: event.event },
      { key: 'From the address', value: event.address ?? 'Not by a request' },
      { key: 'Session', value: event.sessionId ?? 'None' },
      { key: 'Request', value: event.requestId ?? 'None' },
    ];
  });
  protected readonly place = computed((): readonly SummaryRow[] => {
    const event = this.shown();
    if (!event) return [];
    return [
      { key: 'Number', value: String(event.seq) },
      { key: 'Hash', value: hashText(event.hash) },
      { key: 'Hash of the event before', value: hashText(event.previousHash) },
      { key: 'Computed again just now', value: event.isHashRight ? 'The hash is right' : 'The hash is wrong' },
    ];
  });

  protected linkTo(seq: number | undefined): string | undefined {
    return seq === undefined ? undefined : `/audit-events/${seq}`;
  }
}
