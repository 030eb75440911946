import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgencyReport, Consultation } from '@panel/api-client';
import { readSupportHistoryResource } from '@panel/api-client/support-history/support-history.resource';
import { agencyLabel, consultationTimeLabel } from '@panel/case-rules';
import { Button, dayText, type Link, SummaryList, type SummaryRow } from '@panel/ui';
import { CaseFile } from '../referrals/case/case-file.js';
import { DoneMessage } from '../referrals/case/done-message.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { changesOfConsultation, changesOfReport, EarlierSupport, type SupportChange } from './earlier-support.js';
import { SupportFigure } from './support-figure.js';
import { supportEntries } from './support-words.js';

interface Card {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
  readonly actions: readonly Link[];
  readonly changes: readonly SupportChange[];
}

/** What was done for the child so far, on a line of time, and the ways to add to it. */
@Component({
  imports: [Button, DoneMessage, EarlierSupport, Loading, ProblemMessage, RouterLink, SummaryList, SupportFigure],
  template: `
    <app-done-message />
    @if (history.hasValue()) {
      <h1 class="govuk-heading-l">Support so far</h1>
      @if (history.value().canAdd) {
        <div class="govuk-button-group">
          <a ui-button kind="secondary" [routerLink]="base() + '/consultations/new'">Record a consultation</a>
          <a ui-button kind="secondary" [routerLink]="base() + '/agency-reports/new'">Record a report</a>
        </div>
      }
      @if (hasEntries()) {
        <app-support-figure [history]="history.value()" />
      } @else {
        <p class="govuk-body">Nothing with a date is recorded yet.</p>
      }
      @if (consultations().length > 0) {
        <h2 class="govuk-heading-m">Consultations of specialist teachers</h2>
        @for (card of consultations(); track card.id) {
          <ui-summary-list [cardHeading]="card.heading" [cardActions]="card.actions" [rows]="card.rows" />
          <app-earlier-support [changes]="card.changes" [of]="card.heading" />
        }
      }
      @if (reports().length > 0) {
        <h2 class="govuk-heading-m">Reports of other agencies</h2>
        @for (card of reports(); track card.id) {
          <ui-summary-list [cardHeading]="card.heading" [cardActions]="card.actions" [rows]="card.rows" />
          <app-earlier-support [changes]="card.changes" [of]="card.heading" />
        }
      }
    } @else if (history.error(); as error) {
      <app-problem [error]="error" (tryAgain)="history.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class SupportHistoryPage {
  private readonly file = inject(CaseFile);
  protected readonly history = readSupportHistoryResource(this.file.referralId);
  private readonly value = computed(() => (this.history.hasValue() ? this.history.value() : undefined));
  protected readonly base = computed(() => `/referrals/${this.file.referralId()}`);
  protected readonly hasEntries = computed(() => {
    const history = this.value();
    return history !== undefined && supportEntries(history).length > 0;
  });
  protected readonly consultations = computed<readonly Card[]>(() =>
    (this.value()?.consultations ?? []).toReversed().map((consultation) => ({
      id: consultation.id,
      heading: `${dayText(consultation.heldOn)}: ${consultation.teacherName}`,
      rows: rowsOfConsultation(consultation),
      actions: this.change('consultations', consultation.id),
      changes: changesOfConsultation(consultation),
    })),
  );
  protected readonly reports = computed<readonly Card[]>(() =>
    (this.value()?.reports ?? []).toReversed().map((report) => ({
      id: report.id,
      heading: `${dayText(report.reportedOn)}: ${report.title}`,
      rows: this.rowsOfReport(report),
      actions: this.change('agency-reports', report.id),
      changes: changesOfReport(report),
    })),
  );

  private change(path: string, id: string): readonly Link[] {
    return this.value()?.canAdd === true ? [{ text: 'Change', link: `${this.base()}/${path}/${id}/change` }] : [];
  }

  private rowsOfReport({ agency, summary, documentName, recordedByName }: AgencyReport): readonly SummaryRow[] {
    const open = [{ text: 'Go to documents', link: `${this.base()}/documents` }];
    return [
      { key: 'Agency', value: agencyLabel(agency) },
      { key: 'What it says', value: summary },
      ...(documentName === null ? [] : [{ key: 'Document', value: documentName, actions: open }]),
      { key: 'Recorded by', value: recordedByName },
    ];
  }
}

function rowsOfConsultation({ asked, advice, recordedByName }: Consultation): readonly SummaryRow[] {
  return [
    { key: 'Asked', value: consultationTimeLabel(asked) },
    { key: 'Advice', value: advice },
    { key: 'Recorded by', value: recordedByName },
  ];
}
