import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaItem } from '@panel/api-client';
import { decisionOutcomeLabel, declineReasonLabel } from '@panel/case-rules';
import { formatPounds } from '@panel/money';
import { Button, SummaryList, type SummaryRow } from '@panel/ui';
import { unitsText } from '../../contracts/contract-words.js';
import { needText, riskText, yearText } from '../panel-words.js';

/** A case on the agenda: what the panel sees of it, its decision, and what can be done with its place. */
@Component({
  selector: 'app-agenda-item',
  imports: [Button, RouterLink, SummaryList],
  template: `
    @if (item().isConflicted) {
      <h3 class="govuk-heading-s">{{ item().position }}. A case of your own school</h3>
      <p class="govuk-body">You have a conflict of interest: you take no part in this case and cannot see it.</p>
    } @else if (item().isConsentWithdrawn && item().schoolName === null) {
      <h3 class="govuk-heading-s">{{ item().position }}. A case that is no longer shared</h3>
      <p class="govuk-body">The family has withdrawn its consent: the panel does not discuss this case.</p>
    } @else {
      <ui-summary-list [cardHeading]="heading()" [rows]="rows()" />
      @if (canEdit() || canDecide()) {
        <div class="govuk-button-group">
          @if (canDecide()) {
            <a ui-button [routerLink]="decideLink()"
              >Record a decision<span class="govuk-visually-hidden"> for {{ name() }}</span></a
            >
          }
          @if (canEdit()) {
            @if (!isFirst()) {
              <button ui-button kind="secondary" type="button" [id]="'up-' + item().id" (click)="moved.emit('up')">
                Move up<span class="govuk-visually-hidden"> {{ name() }}</span>
              </button>
            }
            @if (!isLast()) {
              <button ui-button kind="secondary" type="button" [id]="'down-' + item().id" (click)="moved.emit('down')">
                Move down<span class="govuk-visually-hidden"> {{ name() }}</span>
              </button>
            }
            <button ui-button kind="secondary" type="button" (click)="removed.emit()">
              Remove<span class="govuk-visually-hidden"> {{ name() }} from the agenda</span>
            </button>
          }
        </div>
      }
    }
  `,
})
export class AgendaItemPart {
  readonly item = input.required<AgendaItem>();
  readonly isFirst = input.required<boolean>();
  readonly isLast = input.required<boolean>();
  readonly canEdit = input.required<boolean>();
  readonly canDecide = input.required<boolean>();
  readonly decideLink = input.required<string>();
  readonly moved = output<'up' | 'down'>();
  readonly removed = output();

  protected readonly name = computed(() => this.item().reference ?? `case ${this.item().position}`);
  protected readonly heading = computed(() => {
    const { position, pupilInitials, schoolName } = this.item();
    const rest = [pupilInitials, schoolName].filter(Boolean).join(', ');
    return `${position}. ${this.name()}${rest ? `: ${rest}` : ''}`;
  });
  protected readonly rows = computed((): readonly SummaryRow[] => {
    const item = this.item();
    if (item.schoolName === null) return [{ key: 'Case', value: 'Withdrawn: nothing more is shown.' }];
    return [
      ...(item.isConsentWithdrawn
        ? [{ key: 'Consent', value: 'Withdrawn: members no longer see this case. Take it off, defer or withdraw it.' }]
        : []),
      ...(item.isUrgent ? [{ key: 'Urgent', value: 'Yes' }] : []),
      { key: 'School year', value: yearText(item.ncYear) },
      { key: 'Primary need', value: needText(item.primaryNeed) },
      { key: 'Risk', value: riskText(item.riskLevel) },
      { key: 'Hours likely', value: item.weeklyHours === null ? null : `${item.weeklyHours} a week` },
      ...(item.annualValuePence === null ? [] : [{ key: 'Value a year', value: formatPounds(item.annualValuePence) }]),
      { key: 'Support asked for', value: item.requestedSupport },
      { key: 'Outcomes sought', value: item.desiredOutcomes },
      ...decisionRows(item),
    ];
  });
}

function decisionRows({ decision }: AgendaItem): readonly SummaryRow[] {
  if (decision === null) return [];
  const { outcome, declineReason, allocation, reason, recordedByName } = decision;
  return [
    { key: 'Decision', value: decisionOutcomeLabel(outcome) },
    ...(declineReason === null ? [] : [{ key: 'Reason for declining', value: declineReasonLabel(declineReason) }]),
    ...(allocation === null
      ? []
      : [
          {
            key: 'Allocated',
            value: [
              `${unitsText(allocation.units, allocation.unit)}, ${formatPounds(allocation.amountPence)}`,
              `${allocation.contractTitle} (${allocation.providerName})`,
            ],
          },
        ]),
    { key: 'Reason', value: reason },
    { key: 'Recorded by', value: recordedByName },
  ];
}
