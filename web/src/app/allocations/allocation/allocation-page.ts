import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Allocation, DeliverySession } from '@panel/api-client';
import { readAllocationResource } from '@panel/api-client/allocations/allocations.resource';
import { allocationStatusDisplay } from '@panel/case-rules';
import { formatPounds } from '@panel/money';
import { Breadcrumbs, Button, dayText, SummaryList, type SummaryRow, Table, type TableColumn } from '@panel/ui';
import { unitsText } from '../../contracts/contract-words.js';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { StatusTag } from '../../home/page/status-tag.js';
import { AllocationNotes } from '../../notes/allocation-notes.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { attendanceText } from '../allocation-words.js';

/** Support for one child: what was agreed, the sessions, and what the provider can do next. */
@Component({
  imports: [
    AllocationNotes,
    BeforeMain,
    Breadcrumbs,
    Button,
    JustDone,
    Loading,
    ProblemMessage,
    RouterLink,
    StatusTag,
    SummaryList,
    Table,
  ],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (allocation.hasValue()) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">{{ heading() }}</h1>
      <p class="govuk-body"><app-status-tag [display]="statusOf(allocation.value())" /></p>
      <div class="govuk-button-group">
        @if (can('accept')) {
          <a ui-button [routerLink]="linkTo('accept')">Accept</a>
        }
        @if (can('decline')) {
          <a ui-button kind="secondary" [routerLink]="linkTo('decline')">Decline</a>
        }
        @if (can('record_session')) {
          <a ui-button [routerLink]="linkTo('record-session')">Record a session</a>
        }
        @if (can('complete')) {
          <a ui-button kind="secondary" [routerLink]="linkTo('complete')">Complete the support</a>
        }
      </div>
      @if (!allocation.value().isNameShared) {
        <p class="govuk-body">
          Only the initials and the need are shown: the family has not agreed to share more with providers, or it is no
          longer needed.
        </p>
      }
      <ui-summary-list [rows]="facts()" />
      <h2 class="govuk-heading-m">Sessions</h2>
      @if (allocation.value().deliverySessions.length > 0) {
        <ui-table
          caption="Sessions, the newest first"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="allocation.value().deliverySessions"
          [rowKey]="idOf"
        />
      } @else {
        <p class="govuk-body">No session is recorded yet.</p>
      }
      @if (session.may('note:list_of_allocation')) {
        <app-allocation-notes [allocationId]="allocationId()" />
      }
    } @else if (allocation.error(); as error) {
      <app-problem [error]="error" (tryAgain)="allocation.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AllocationPage {
  readonly allocationId = input.required<string>();

  protected readonly session = inject(CurrentSession);
  protected readonly done = justDone();
  protected readonly breadcrumbs = [
    { text: 'Start', link: '/' },
    { text: 'Allocations', link: '/allocations' },
    { text: 'Allocation' },
  ];
  protected readonly allocation = readAllocationResource(this.allocationId);
  protected readonly heading = computed(() => {
    if (!this.allocation.hasValue()) return '';
    const { reference, pupilName } = this.allocation.value();
    return `${pupilName}, ${reference}`;
  });
  protected readonly facts = computed((): readonly SummaryRow[] => {
    if (!this.allocation.hasValue()) return [];
    const allocation = this.allocation.value();
    const { units, unit, deliveredUnits, referralId, declineReason } = allocation;
    return [
      { key: 'School', value: allocation.schoolName },
      { key: 'Primary need', value: allocation.needSummary },
      // What is not shared is not shown as if the school had left it out.
      ...(allocation.isNameShared
        ? [
            { key: 'Support asked for', value: allocation.requestedSupport },
            { key: 'Outcomes sought', value: allocation.outcomesSought },
          ]
        : []),
      { key: 'Contract', value: `${allocation.contractTitle} (${allocation.providerName})` },
      { key: 'Allocated', value: `${unitsText(units, unit)}, ${formatPounds(allocation.amountPence)}` },
      { key: 'Delivered', value: `${deliveredUnits} of ${unitsText(units, unit)}` },
      { key: 'Panel', value: dayText(allocation.panelHeldOn) },
      ...(declineReason === null ? [] : [{ key: 'Why it was declined', value: declineReason }]),
      ...(referralId === null
        ? []
        : [
            {
              key: 'Case',
              value: allocation.reference,
              actions: [{ text: 'Open', visuallyHiddenText: 'the case', link: `/referrals/${referralId}` }],
            },
          ]),
    ];
  });
  protected readonly columns: readonly TableColumn<DeliverySession>[] = [
    { key: 'heldOn', text: 'Date', value: ({ heldOn }) => dayText(heldOn) },
    { key: 'attendance', text: 'Attendance', value: ({ attendance }) => attendanceText(attendance) },
    { key: 'minutes', text: 'Minutes', value: ({ minutes }) => String(minutes), isNumeric: true },
    { key: 'note', text: 'Note', value: ({ note }) => note || '–' },
    { key: 'by', text: 'Recorded by', value: ({ recordedByName }) => recordedByName },
  ];

  protected readonly idOf = ({ id }: DeliverySession): string => id;
  protected readonly statusOf = ({ status }: Allocation) => allocationStatusDisplay(status);

  protected can(verb: string): boolean {
    return this.allocation.hasValue() && this.allocation.value().availableVerbs.includes(verb);
  }

  protected linkTo(page: string): string {
    return `/allocations/${this.allocationId()}/${page}`;
  }
}
