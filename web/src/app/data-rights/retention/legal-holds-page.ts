import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LegalHold } from '@panel/api-client';
import { listLegalHoldsResource } from '@panel/api-client/retention/retention.resource';
import { Breadcrumbs, Button, instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

/** What must not be destroyed, and why. */
@Component({
  imports: [BeforeMain, Breadcrumbs, Button, JustDone, Loading, ProblemMessage, RouterLink, SummaryList],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (holds.hasValue()) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">Legal holds</h1>
      <p class="govuk-body">A hold stops the destruction of a case, or of all cases of a child, until it is lifted.</p>
      @if (session.may('legal_hold:place')) {
        <a ui-button routerLink="/retention/holds/new">Place a hold</a>
      }
      @for (hold of cards(); track hold.id) {
        <ui-summary-list [cardHeading]="hold.heading" [rows]="hold.rows" [cardActions]="hold.actions" />
      } @empty {
        <p class="govuk-body">There is no hold.</p>
      }
    } @else if (holds.error(); as error) {
      <app-problem [error]="error" (tryAgain)="holds.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class LegalHoldsPage {
  protected readonly session = inject(CurrentSession);
  protected readonly done = justDone();
  protected readonly breadcrumbs = [
    { text: 'Start', link: '/' },
    { text: 'Retention', link: '/retention' },
    { text: 'Legal holds' },
  ];
  protected readonly holds = listLegalHoldsResource();
  protected readonly cards = computed(() =>
    (this.holds.hasValue() ? this.holds.value().items : []).map((hold) => ({
      id: hold.id,
      heading: headingOf(hold),
      rows: rowsOf(hold),
      actions:
        hold.liftedAt === null && this.session.may('legal_hold:lift')
          ? [{ text: 'Lift the hold', link: `/retention/holds/${hold.id}/lift` }]
          : [],
    })),
  );
}

export function headingOf({ covers, references, liftedAt }: LegalHold): string {
  const what = covers === 'child' ? 'Child' : 'Case';
  return `${what} of ${references.join(', ') || 'a destroyed case'}${liftedAt === null ? '' : ' (lifted)'}`;
}

function rowsOf(hold: LegalHold): readonly SummaryRow[] {
  return [
    { key: 'Why', value: hold.reason },
    { key: 'Placed', value: `${instantText(hold.placedAt)} by ${hold.placedByName}` },
    ...(hold.liftedAt === null
      ? []
      : [
          { key: 'Lifted', value: `${instantText(hold.liftedAt)} by ${hold.liftedByName ?? ''}` },
          { key: 'Why it was lifted', value: hold.liftReason },
        ]),
  ];
}
