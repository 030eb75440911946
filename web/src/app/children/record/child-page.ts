import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ChildRecord, ChildReferral } from '@panel/api-client';
import { readChildResource } from '@panel/api-client/children/children.resource';
import {
  decisionOutcomeLabel,
  declineReasonLabel,
  isDecisionOutcome,
  isDeclineReason,
  isOutcomeCategory,
  isReferralStatus,
  outcomeCategoryLabel,
  referralStatusDisplay,
} from '@panel/case-rules';
import { sexLabel } from '@panel/reference';
import {
  BackLink,
  Button,
  dayText,
  InsetText,
  instantText,
  type Link,
  SummaryList,
  type SummaryRow,
  Table,
  type TableColumn,
} from '@panel/ui';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { lastValue } from '../../home/page/last-value.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { upnText, yearText } from '../child-words.js';
import { ToldApartPart } from '../told-apart/told-apart-part.js';

/** One child over all referrals and schools. What stands here is what the person may see of it. */
@Component({
  imports: [
    BackLink,
    BeforeMain,
    Button,
    InsetText,
    JustDone,
    Loading,
    ProblemMessage,
    RouterLink,
    SummaryList,
    Table,
    ToldApartPart,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back().link" [text]="back().text" />
    @if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else if (child(); as child) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">{{ child.legalForename }} {{ child.legalSurname }}</h1>
      @if (child.id !== childId()) {
        <ui-inset-text>The record that you asked for was merged into this one.</ui-inset-text>
      }
      <ui-summary-list [rows]="facts()" />
      <h2 class="govuk-heading-m">Referrals</h2>
      @if (child.referrals.length > 0) {
        <ui-table
          caption="Referrals"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="child.referrals"
          [rowKey]="idOf"
        />
      } @else {
        <p class="govuk-body">No referral of your school is about this child.</p>
      }
      <h2 class="govuk-heading-m">Schools</h2>
      <ui-summary-list [rows]="schools()" />
      @if (mayChange) {
        <a ui-button kind="secondary" [routerLink]="['/children', child.id, 'move']">Record a change of school</a>
      }
      <h2 class="govuk-heading-m">Siblings</h2>
      @if (child.siblings.length > 0) {
        <ui-summary-list [rows]="siblings()" />
      } @else {
        <p class="govuk-body">No sibling is linked.</p>
      }
      @if (mayLink) {
        <a ui-button kind="secondary" [routerLink]="['/children', child.id, 'siblings', 'new']">Link a sibling</a>
      }
      @if (mayMerge) {
        <h2 class="govuk-heading-m">Duplicates</h2>
        @if (child.merges.length > 0) {
          <ul class="govuk-list">
            @for (merge of child.merges; track merge.id) {
              <li>
                <a class="govuk-link" [routerLink]="['/children/merges', merge.id]">
                  Merged with another record on {{ at(merge.mergedAt) }}
                </a>
                @if (merge.undoneAt; as undoneAt) {
                  (undone on {{ at(undoneAt) }})
                }
              </li>
            }
          </ul>
        }
        <app-told-apart-part [childId]="child.id" />
        <a ui-button kind="secondary" [routerLink]="['/children', child.id, 'merge']">Merge with another record</a>
      }
      @if (maySeeRequests) {
        <p class="govuk-body"><a class="govuk-link" routerLink="/access-requests">Access requests</a></p>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class ChildPage {
  readonly childId = input.required<string>();

  private readonly session = inject(CurrentSession);
  protected readonly mayChange = this.session.may('child:change');
  protected readonly mayLink = this.session.may('child:link_sibling');
  protected readonly mayMerge = this.session.may('child:merge');
  protected readonly maySeeRequests = this.session.may('access_request:read');
  protected readonly done = justDone();
  protected readonly resource = readChildResource(this.childId);
  protected readonly child = lastValue(this.resource);
  protected readonly back = computed(() =>
    this.session.may('child:list')
      ? { link: '/children', text: 'Back to children' }
      : { link: '/referrals', text: 'Back to referrals' },
  );
  protected readonly facts = computed(() => factsOf(this.child(), this.mayChange));
  protected readonly schools = computed((): readonly SummaryRow[] =>
    (this.child()?.schools ?? []).map(({ schoolName, from, to, moveId }) => {
      const remove: Link = {
        text: 'Remove',
        visuallyHiddenText: `the change to ${schoolName}`,
        link: `/children/${this.child()?.id ?? ''}/moves/${moveId ?? ''}/remove`,
      };
      return {
        key: schoolName,
        value: [
          to === null ? `From ${dayText(from)}` : `From ${dayText(from)} to ${dayText(to)}`,
          moveId === null ? 'From a referral' : 'Recorded as a change of school',
        ],
        actions: moveId !== null && this.mayChange ? [remove] : [],
      };
    }),
  );
  protected readonly siblings = computed((): readonly SummaryRow[] =>
    (this.child()?.siblings ?? []).map(({ id, linkId, name, bornOn, reason }) => ({
      key: name,
      value: [`Born ${dayText(bornOn)}`, reason],
      actions: [
        { text: 'Open', visuallyHiddenText: name, link: `/children/${id}` },
        ...(this.mayLink
          ? [
              {
                text: 'Unlink',
                visuallyHiddenText: name,
                link: `/children/${this.child()?.id ?? ''}/siblings/${linkId}/remove`,
              },
            ]
          : []),
      ],
    })),
  );
  protected readonly columns: readonly TableColumn<ChildReferral>[] = [
    {
      key: 'reference',
      text: 'Reference',
      isUnbroken: true,
      value: ({ reference }) => reference,
      link: ({ id }) => `/referrals/${id}`,
    },
    {
      key: 'submittedOn',
      text: 'Submitted',
      value: ({ submittedOn }) => (submittedOn === null ? 'Not yet' : dayText(submittedOn)),
    },
    { key: 'school', text: 'School', value: ({ schoolName }) => schoolName },
    { key: 'status', text: 'Status', value: ({ status }) => statusText(status) },
    { key: 'outcome', text: 'What came of it', value: outcomeText },
  ];
  protected readonly idOf = ({ id }: ChildReferral): string => id;
  protected readonly at = instantText;
}

function statusText(status: string): string {
  return isReferralStatus(status) ? referralStatusDisplay(status).label : status;
}

function outcomeText({ decision, declineReason, outcome }: ChildReferral): string {
  const parts = [
    decision !== null && isDecisionOutcome(decision) && decisionOutcomeLabel(decision),
    declineReason !== null && isDeclineReason(declineReason) && declineReasonLabel(declineReason),
    outcome !== null && isOutcomeCategory(outcome) && outcomeCategoryLabel(outcome),
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join('; ') : 'Nothing yet';
}

function factsOf(child: ChildRecord | undefined, mayChange: boolean): readonly SummaryRow[] {
  if (!child) return [];
  const change: Link = { text: 'Change', visuallyHiddenText: 'year group', link: `/children/${child.id}/nc-year` };
  const year = child.isOutOfCohort
    ? [yearText(child.ncYear), `Out of cohort: the birth date says ${yearText(child.ncYearByAge)}`]
    : yearText(child.ncYear);
  const [newest] = child.referrals;
  const correct: Link[] =
    newest && mayChange
      ? [{ text: 'Correct', visuallyHiddenText: 'the facts of the child', link: `/referrals/${newest.id}/corrections` }]
      : [];
  return [
    { key: 'UPN', value: upnText(child.upn), actions: correct },
    { key: 'Preferred first name', value: child.preferredName },
    { key: 'Date of birth', value: dayText(child.bornOn) },
    { key: 'Year group', value: year, actions: mayChange ? [change] : [] },
    { key: 'Sex', value: sexLabel(child.sex) },
  ];
}
