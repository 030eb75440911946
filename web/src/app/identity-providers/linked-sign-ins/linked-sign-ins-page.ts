import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import type { LinkedSignIn } from '@panel/api-client';
import { listLinkedSignInsResource } from '@panel/api-client/linked-sign-ins/linked-sign-ins.resource';
import { LinkedSignInsService } from '@panel/api-client/linked-sign-ins/linked-sign-ins.service';
import { Button, ErrorSummary, instantText, NotificationBanner, SummaryList } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { AccountNavigation } from '../../account/account-navigation.js';
import { Submission } from '../../home/page/submission.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

const here = '/account/linked-sign-ins';

/** The accounts at identity providers with which this person signs in. */
@Component({
  imports: [AccountNavigation, Button, ErrorSummary, Loading, NotificationBanner, ProblemMessage, SummaryList],
  providers: [FormProblems],
  template: `
    @if (linked.hasValue()) {
      <ui-error-summary [errors]="submission.errors()" />
      @if (done(); as text) {
        <ui-notification-banner kind="success">
          <p class="govuk-notification-banner__heading">{{ text }}</p>
        </ui-notification-banner>
      }
      <h1 class="govuk-heading-l">Your account</h1>
      <app-account-navigation />
      <h2 class="govuk-heading-m">Linked sign-in</h2>
      <p class="govuk-body">Accounts of your council, school or provider with which you sign in here.</p>
      @for (each of items(); track each.id) {
        <ui-summary-list [cardHeading]="each.heading" [rows]="each.rows" />
        <button ui-button type="button" kind="warning" preventDoubleClick (click)="unlink(each)">
          Unlink {{ each.heading }}
        </button>
      } @empty {
        <p class="govuk-body">No account is linked.</p>
      }
      @if (linked.value().offered.length > 0) {
        <h3 class="govuk-heading-s">Link an account</h3>
        <p class="govuk-body">You go to the provider’s sign-in page, sign in there, and come back.</p>
        @for (offer of linked.value().offered; track offer.id) {
          <p class="govuk-body">
            <button ui-button type="button" kind="secondary" preventDoubleClick (click)="link(offer.id)">
              Link {{ offer.displayName }}
            </button>
          </p>
        }
      }
    } @else if (linked.error(); as error) {
      <app-problem [error]="error" (tryAgain)="linked.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class LinkedSignInsPage {
  private readonly service = inject(LinkedSignInsService);
  private readonly document = inject(DOCUMENT);
  protected readonly submission = new Submission();
  protected readonly done = signal('');
  protected readonly linked = listLinkedSignInsResource();
  protected readonly items = computed(() =>
    (this.linked.hasValue() ? this.linked.value().items : []).map((each) => ({
      id: each.id,
      heading: each.displayName,
      rows: [
        { key: 'Account', value: each.accountName },
        { key: 'Linked', value: instantText(each.linkedAt) },
        { key: 'Last used', value: each.lastUsedAt === null ? 'Never' : instantText(each.lastUsedAt) },
      ],
    })),
  );

  protected async link(identityProviderId: string): Promise<void> {
    this.done.set('');
    await this.submission.run(null, async () => {
      const { address } = await firstValueFrom(this.service.linkSignIn(identityProviderId, { returnTo: here }));
      this.document.location.assign(address);
    });
  }

  protected async unlink({ id, heading }: Pick<LinkedSignIn, 'id'> & { readonly heading: string }): Promise<void> {
    this.done.set('');
    const isDone = await this.submission.run(null, () => firstValueFrom(this.service.unlinkSignIn(id)));
    if (!isDone) return;
    this.done.set(`${heading} is not linked any more`);
    this.linked.reload();
  }
}
