import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ComparedRecord, PossibleDuplicate } from '@panel/api-client';
import { readTriageResource } from '@panel/api-client/triage/triage.resource';
import { duplicateGroundLabel, referralQuestionLabel } from '@panel/case-rules';
import { sexLabel } from '@panel/reference';
import { BackLink, Button, dayText, SummaryList, type SummaryRow, Table, type TableColumn, Tag } from '@panel/ui';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { statusTag } from '../../referrals/labels.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { lateText } from '../queue/queue-words.js';
import { ReturnRounds } from './return-rounds.js';

interface Comparison {
  readonly field: string;
  readonly own: string;
  readonly other: string;
}

/** What a coordinator looks at before a referral goes on. */
@Component({
  imports: [
    BackLink,
    BeforeMain,
    Button,
    JustDone,
    Loading,
    ProblemMessage,
    ReturnRounds,
    RouterLink,
    SummaryList,
    Table,
    Tag,
  ],
  template: `
    <ui-back-link *appBeforeMain link="/queue" text="Back to the queue" />
    @if (triage.hasValue()) {
      <app-just-done [text]="done" />
      <span class="govuk-caption-l">{{ triage.value().reference }}</span>
      <h1 class="govuk-heading-l">Triage</h1>
      <p class="govuk-body">
        <ui-tag [text]="status().text" [colour]="status().colour" />
        @if (triage.value().isUrgent) {
          {{ ' ' }}<ui-tag text="Urgent" colour="red" />
        }
      </p>
      <ui-summary-list [rows]="facts()" />
      <div class="govuk-button-group">
        @if (triage.value().status === 'submitted') {
          <a ui-button [routerLink]="['/referrals', referralId(), 'accept']">Accept</a>
          <a ui-button kind="secondary" [routerLink]="['/referrals', referralId(), 'return']">Return to the school</a>
          <a ui-button kind="secondary" [routerLink]="['/referrals', referralId(), 'decline']">Decline</a>
        }
        <a class="govuk-link" [routerLink]="['/queue/assign', referralId()]">Assign</a>
        <a class="govuk-link" [routerLink]="['/referrals', referralId(), 'referral']">Read the referral</a>
        <a class="govuk-link" [routerLink]="['/referrals', referralId()]">Go to the case</a>
      </div>

      <h2 class="govuk-heading-m">Completeness</h2>
      @if (triage.value().requiredGaps.length + triage.value().optionalGaps.length === 0) {
        <p class="govuk-body">Every question is answered, the optional ones too.</p>
      }
      @if (triage.value().requiredGaps.length > 0) {
        <h3 class="govuk-heading-s">Missing or to correct</h3>
        <ul class="govuk-list govuk-list--bullet">
          @for (gap of triage.value().requiredGaps; track gap.pointer) {
            <li>{{ gap.message }}. {{ gap.why }}</li>
          }
        </ul>
      }
      @if (triage.value().optionalGaps.length > 0) {
        <h3 class="govuk-heading-s">Optional, and not given</h3>
        <ul class="govuk-list govuk-list--bullet">
          @for (gap of triage.value().optionalGaps; track gap.section + gap.field) {
            <li>{{ label(gap.section, gap.field) }}. {{ gap.why }}</li>
          }
        </ul>
      }

      @if (triage.value().returnItems.length > 0) {
        <app-return-rounds [triage]="triage.value()" />
      }

      <h2 class="govuk-heading-m">Other referrals of this child</h2>
      @if (triage.value().otherCases.length > 0) {
        <ul class="govuk-list govuk-list--bullet">
          @for (other of triage.value().otherCases; track other.id) {
            <li>
              <a class="govuk-link" [routerLink]="['/referrals', other.id]">{{ other.reference }}</a>,
              {{ other.schoolName }}, {{ statusText(other.status) }}
            </li>
          }
        </ul>
      } @else {
        <p class="govuk-body">There is none with this UPN.</p>
      }

      <h2 class="govuk-heading-m">Possible duplicates</h2>
      @for (duplicate of triage.value().duplicates; track duplicate.childId) {
        <h3 class="govuk-heading-s">{{ reason(duplicate) }}</h3>
        <ui-table
          [caption]="'Compared with UPN ' + duplicate.upn"
          captionSize="s"
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="compare(duplicate)"
        />
        @if (mergeLink(duplicate.childId); as link) {
          <p class="govuk-body">
            <a class="govuk-link" [routerLink]="link"
              >Merge the two records<span class="govuk-visually-hidden"> with UPN {{ duplicate.upn }}</span></a
            >
            <br />
            <a
              class="govuk-link"
              [routerLink]="['/children', triage.value().child?.childId, 'told-apart', duplicate.childId]"
              >These are two children<span class="govuk-visually-hidden"> with UPN {{ duplicate.upn }}</span></a
            >
          </p>
        }
        @for (other of duplicate.referrals; track other.id) {
          @if (other.status !== 'draft') {
            <p class="govuk-body">
              Case of the other record:
              <a class="govuk-link" [routerLink]="['/referrals', other.id]">{{ other.reference }}</a>,
              {{ other.schoolName }}, {{ statusText(other.status) }}
            </p>
          }
        }
      } @empty {
        <p class="govuk-body">No other record looks like this child.</p>
      }
    } @else if (triage.error(); as error) {
      <app-problem [error]="error" (tryAgain)="triage.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class TriagePage {
  readonly referralId = input.required<string>();

  private readonly session = inject(CurrentSession);

  protected readonly done = justDone();
  protected readonly triage = readTriageResource(this.referralId);
  private readonly read = computed(() => (this.triage.hasValue() ? this.triage.value() : undefined));

  protected readonly status = computed(() => statusTag(this.read()?.status ?? 'draft'));
  protected readonly facts = computed<readonly SummaryRow[]>(() => {
    const triage = this.read();
    if (!triage) return [];
    const { dueOn, workingDaysLate, nextStep, assignee } = triage;
    const late = workingDaysLate > 0 ? ` (${lateText(workingDaysLate)})` : '';
    return [
      { key: 'Waits for', value: nextStep || 'Nothing: it is not in the queue' },
      { key: 'Due', value: dueOn === null ? 'No date promised' : `${dayText(dueOn)}${late}` },
      { key: 'Assigned to', value: assignee?.name ?? 'Nobody' },
    ];
  });
  protected readonly columns: readonly TableColumn<Comparison>[] = [
    { key: 'field', text: 'Fact', value: ({ field }) => field },
    { key: 'own', text: 'This case', value: ({ own }) => own },
    { key: 'other', text: 'Other record', value: ({ other }) => other },
  ];
  protected readonly label = referralQuestionLabel;

  protected statusText(status: Parameters<typeof statusTag>[0]): string {
    return statusTag(status).text.toLowerCase();
  }

  protected reason({ reason }: PossibleDuplicate): string {
    return duplicateGroundLabel(reason);
  }

  protected mergeLink(otherId: string): string | undefined {
    const own = this.read()?.child?.childId;
    return own && this.session.may('child:merge') ? `/children/${own}/merge/${otherId}` : undefined;
  }

  protected compare(other: PossibleDuplicate): readonly Comparison[] {
    const own = this.read()?.child;
    return own ? comparisons(own, other) : [];
  }
}

function comparisons(own: ComparedRecord, other: ComparedRecord): readonly Comparison[] {
  const rows: readonly [string, (record: ComparedRecord) => string][] = [
    ['UPN', ({ upn }) => upn],
    ['Legal first name', ({ legalForename }) => legalForename],
    ['Legal last name', ({ legalSurname }) => legalSurname],
    ['Preferred first name', ({ preferredName }) => preferredName || 'Not provided'],
    ['Date of birth', ({ bornOn }) => dayText(bornOn)],
    ['Sex', ({ sex }) => sexLabel(sex)],
  ];
  return rows.map(([field, value]) => ({ field, own: value(own), other: value(other) }));
}
