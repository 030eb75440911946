import { Component, computed, input } from '@angular/core';
import type { AgencyReport, Consultation, EarlierAgencyReport, EarlierConsultation } from '@panel/api-client';
import { agencyLabel, consultationTimeLabel } from '@panel/case-rules';
import { dayText, Details, instantText, SummaryList, type SummaryRow } from '@panel/ui';

/** One change: when and by whom, and what stood before in each place that was changed. */
export interface SupportChange {
  readonly heading: string;
  readonly before: readonly SummaryRow[];
}

type Values = readonly (readonly [key: string, value: string])[];

interface Replaced {
  readonly replacedAt: string;
  readonly replacedByName: string;
}

/** The changes of a consultation, the newest first. */
export function changesOfConsultation(consultation: Consultation): readonly SupportChange[] {
  return changesOf<EarlierConsultation>(valuesOfConsultation(consultation), consultation.earlier, valuesOfConsultation);
}

/** The changes of a report, the newest first. */
export function changesOfReport(report: AgencyReport): readonly SupportChange[] {
  return changesOf<EarlierAgencyReport>(valuesOfReport(report), report.earlier, valuesOfReport);
}

function changesOf<E extends Replaced>(
  now: Values,
  earlier: readonly E[],
  valuesOf: (one: E) => Values,
): readonly SupportChange[] {
  return earlier.map((one, index) => {
    const newer = earlier[index - 1];
    const after = new Map(newer ? valuesOf(newer) : now);
    const changed = valuesOf(one).filter(([key, value]) => after.get(key) !== value);
    return {
      heading: `Changed on ${instantText(one.replacedAt)} by ${one.replacedByName}`,
      before: changed.map(([key, value]) => ({ key: `${key}, before`, value: value === '' ? 'Not provided' : value })),
    };
  });
}

function valuesOfConsultation({
  heldOn,
  teacherName,
  asked,
  advice,
}: Pick<Consultation, 'heldOn' | 'teacherName' | 'asked' | 'advice'>): Values {
  return [
    ['Date', dayText(heldOn)],
    ['Teacher', teacherName],
    ['Asked', consultationTimeLabel(asked)],
    ['Advice', advice],
  ];
}

function valuesOfReport({
  reportedOn,
  agency,
  title,
  summary,
  documentName,
}: Pick<AgencyReport, 'reportedOn' | 'agency' | 'title' | 'summary' | 'documentName'>): Values {
  return [
    ['Date', dayText(reportedOn)],
    ['Agency', agencyLabel(agency)],
    ['What it is', title],
    ['What it says', summary],
    ['Document', documentName ?? ''],
  ];
}

/** What a consultation or a report said before: it is changed, never overwritten. */
@Component({
  selector: 'app-earlier-support',
  imports: [Details, SummaryList],
  template: `
    @if (changes().length > 0) {
      <ui-details [summary]="summary()">
        @for (change of changes(); track $index) {
          <h3 class="govuk-heading-s">{{ change.heading }}</h3>
          @if (change.before.length > 0) {
            <ui-summary-list [rows]="change.before" />
          } @else {
            <p class="govuk-body">Saved again without a difference.</p>
          }
        }
      </ui-details>
    }
  `,
})
export class EarlierSupport {
  readonly changes = input.required<readonly SupportChange[]>();
  /** What was changed, for those who do not see that it stands below it. */
  readonly of = input.required<string>();

  protected readonly summary = computed(() => {
    const count = this.changes().length;
    return `Changed ${count === 1 ? 'once' : `${count} times`}: what “${this.of()}” said before`;
  });
}
