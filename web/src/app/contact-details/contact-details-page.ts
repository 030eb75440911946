import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Contact } from '@panel/api-client';
import {
  readContactDetailsResource,
  readServiceIdentityResource,
} from '@panel/api-client/contact-details/contact-details.resource';
import { instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { JustDone, justDone } from '../home/page/just-done.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { identityRows } from './service-identity-words.js';

/** Whom people can ask: what the statements and the help show to everybody. */
@Component({
  imports: [JustDone, Loading, ProblemMessage, RouterLink, SummaryList],
  template: `
    @if (details.hasValue() && identityResource.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <app-just-done [text]="done" />
          <h1 class="govuk-heading-l">Contact details</h1>
          <p class="govuk-body">
            Everybody can see these, signed in or not: in the
            <a class="govuk-link" routerLink="/accessibility-statement">accessibility statement</a>, the
            <a class="govuk-link" routerLink="/privacy-notice">privacy notice</a> and the
            <a class="govuk-link" routerLink="/help">help</a>.
          </p>
          <ui-summary-list cardHeading="Names and colour" [cardActions]="identityActions" [rows]="identity()" />
          <ui-summary-list cardHeading="The service" [cardActions]="actions" [rows]="service()" />
          <ui-summary-list cardHeading="Data protection officer" [rows]="officer()" />
          @if (changed(); as text) {
            <p class="govuk-body">{{ text }}</p>
          }
        </div>
      </div>
    } @else if (details.error() ?? identityResource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="tryAgain()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ContactDetailsPage {
  protected readonly done = justDone();
  protected readonly details = readContactDetailsResource();
  private readonly value = computed(() => (this.details.hasValue() ? this.details.value() : undefined));
  protected readonly actions = [
    { text: 'Change', visuallyHiddenText: 'the contact details', link: '/contact-details/change' },
  ];
  protected readonly identityResource = readServiceIdentityResource();
  protected readonly identityActions = [
    { text: 'Change', visuallyHiddenText: 'the names and the colour', link: '/contact-details/names-and-colour' },
  ];
  protected readonly identity = computed(() =>
    identityRows(this.identityResource.hasValue() ? this.identityResource.value() : undefined),
  );

  protected readonly service = computed<readonly SummaryRow[]>(() => [
    ...rowsOf(this.value()?.service),
    { key: 'Answers within', value: `${this.value()?.replyWorkingDays ?? ''} working days` },
  ]);
  protected readonly officer = computed(() => rowsOf(this.value()?.dataProtectionOfficer));
  protected readonly changed = computed(() => {
    const details = this.value();
    return details?.changedAt
      ? `Last changed by ${details.changedByName ?? ''}, ${instantText(details.changedAt)}.`
      : '';
  });

  protected tryAgain(): void {
    this.details.reload();
    this.identityResource.reload();
  }
}

function rowsOf(contact: Contact | null | undefined): readonly SummaryRow[] {
  return [
    { key: 'Name', value: contact?.name },
    { key: 'Email address', value: contact?.email },
    { key: 'Phone', value: contact?.phone },
  ];
}
