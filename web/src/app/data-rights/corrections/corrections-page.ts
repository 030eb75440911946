import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Correction } from '@panel/api-client';
import { listCorrectionsResource } from '@panel/api-client/corrections/corrections.resource';
import { Button, instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { CaseFile } from '../../referrals/case/case-file.js';
import { DoneMessage } from '../../referrals/case/done-message.js';
import { CurrentSession } from '../../session/current-session.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { fieldText, valueText } from './correction-words.js';

/** What was put right about the child, or not, and what it was before. */
@Component({
  imports: [Button, DoneMessage, Loading, ProblemMessage, RouterLink, SummaryList],
  template: `
    <app-done-message />
    @if (corrections.hasValue()) {
      <h1 class="govuk-heading-l">Corrections</h1>
      <p class="govuk-body">
        Facts of the child that somebody asked to put right. What was recorded before stays visible.
      </p>
      @if (mayDecide()) {
        <a ui-button [routerLink]="newLink()">Correct a fact, or refuse to</a>
      }
      @for (correction of cards(); track correction.id) {
        <ui-summary-list [cardHeading]="correction.heading" [rows]="correction.rows" />
      } @empty {
        <p class="govuk-body">Nothing has been corrected.</p>
      }
    } @else if (corrections.error(); as error) {
      <app-problem [error]="error" (tryAgain)="corrections.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CorrectionsPage {
  private readonly file = inject(CaseFile);
  private readonly session = inject(CurrentSession);
  protected readonly corrections = listCorrectionsResource(this.file.referralId);
  protected readonly newLink = computed(() => `/referrals/${this.file.referralId()}/corrections/new`);
  protected readonly mayDecide = computed(
    () => this.corrections.hasValue() && this.corrections.value().canCorrect && this.session.may('correction:decide'),
  );
  protected readonly cards = computed(() =>
    (this.corrections.hasValue() ? this.corrections.value().items : []).map((correction) => ({
      id: correction.id,
      heading: `${fieldText(correction.field)}: ${correction.outcome === 'accepted' ? 'corrected' : 'refused'}`,
      rows: rowsOf(correction),
    })),
  );
}

function rowsOf(correction: Correction): readonly SummaryRow[] {
  const { field, oldValue, newValue, outcome, refusalReason, disagreement } = correction;
  return [
    { key: outcome === 'accepted' ? 'Was' : 'Stays', value: valueText(field, oldValue) },
    { key: outcome === 'accepted' ? 'Is now' : 'Should have been', value: valueText(field, newValue) },
    { key: 'Asked by', value: correction.requestedByName },
    { key: 'Why', value: correction.reason },
    ...(refusalReason === null ? [] : [{ key: 'Why it is refused', value: refusalReason }]),
    ...(disagreement === null ? [] : [{ key: 'What they say', value: disagreement }]),
    { key: 'Decided', value: `${instantText(correction.decidedAt)} by ${correction.decidedByName}` },
  ];
}
