import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  compareReferralVersionsResource,
  listReferralVersionsResource,
} from '@panel/api-client/referral-versions/referral-versions.resource';
import {
  Button,
  Cell,
  instantText,
  type Option,
  Select,
  SummaryList,
  type SummaryRow,
  Table,
  type TableColumn,
} from '@panel/ui';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { CaseFile } from '../case/case-file.js';
import { type DifferenceInWords, differencesInWords } from './difference-words.js';
import { changesText, versionHeading, versionOption } from './version-words.js';

/** What is different between two versions, question by question: what it was and what it is. */
@Component({
  imports: [Button, Cell, FormField, Loading, ProblemMessage, RouterLink, Select, SummaryList, Table],
  template: `
    @if (comparison.hasValue()) {
      <h1 class="govuk-heading-l">What is different</h1>
      @if (comparison.value().after; as newer) {
        <ui-summary-list [rows]="facts()" />
        @if (options().length > 2) {
          <form novalidate (submit)="compare($event)">
            <ui-select id="before" label="Older version" [options]="options()" [formField]="form.before" />
            <ui-select id="after" label="Newer version" [options]="options()" [formField]="form.after" />
            <button ui-button kind="secondary">Compare</button>
          </form>
        }
        @if (differences().length > 0) {
          <ui-table
            [caption]="countText()"
            captionSize="m"
            [columns]="columns()"
            [rows]="differences()"
            firstCellIsHeader
            isStacked
          >
            <ng-template uiCell="question" [uiCellOf]="differences()" let-row>
              <span class="govuk-caption-m">{{ row.heading }}</span>
              {{ row.question }}
            </ng-template>
            <ng-template uiCell="before" [uiCellOf]="differences()" let-row>
              @for (line of row.before; track $index) {
                <p class="govuk-body govuk-!-margin-bottom-1">{{ line }}</p>
              }
            </ng-template>
            <ng-template uiCell="after" [uiCellOf]="differences()" let-row>
              @for (line of row.after; track $index) {
                <p class="govuk-body govuk-!-margin-bottom-1">{{ line }}</p>
              }
            </ng-template>
            <ng-template uiCell="changed" [uiCellOf]="differences()" let-row>
              @for (line of row.changed; track $index) {
                <p class="govuk-body govuk-!-margin-bottom-1">{{ line }}</p>
              }
            </ng-template>
          </ui-table>
        } @else if (comparison.value().before) {
          <p class="govuk-body">No answer is different.</p>
        } @else {
          <p class="govuk-body">Version {{ newer.number }} is the first: there is nothing to compare it with.</p>
        }
      } @else {
        <p class="govuk-body">Nothing has been submitted yet.</p>
      }
      <p class="govuk-body"><a class="govuk-link" [routerLink]="base() + '/versions'">See all versions</a></p>
    } @else if (comparison.error(); as error) {
      <app-problem [error]="error" (tryAgain)="comparison.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CompareVersionsPage {
  /** Numbers of versions, from the address; without them the newest with the one before it. */
  readonly before = input<string>();
  readonly after = input<string>();

  private readonly file = inject(CaseFile);
  private readonly router = inject(Router);
  private readonly live = inject(LiveRegion);
  private readonly wanted = computed(() => {
    const [before, after] = [this.before(), this.after()];
    return { ...(before && { before }), ...(after && { after }) };
  });
  protected readonly comparison = compareReferralVersionsResource(this.file.referralId, this.wanted);
  private readonly versions = listReferralVersionsResource(this.file.referralId);

  protected readonly base = computed(() => `/referrals/${this.file.referralId()}`);
  private readonly value = computed(() => (this.comparison.hasValue() ? this.comparison.value() : undefined));
  protected readonly differences = computed<readonly DifferenceInWords[]>(() => {
    const value = this.value();
    return value ? differencesInWords(value) : [];
  });
  protected readonly countText = computed(() => changesText(this.differences().length));
  protected readonly options = computed<readonly Option[]>(() =>
    (this.versions.hasValue() ? this.versions.value().items : []).map((version) => ({
      value: String(version.number),
      text: versionOption(version),
    })),
  );
  private readonly choice = linkedSignal(() => ({
    before: String(this.value()?.before?.number ?? ''),
    after: String(this.value()?.after?.number ?? ''),
  }));
  protected readonly form = form(this.choice);
  protected readonly facts = computed<readonly SummaryRow[]>(() =>
    [this.value()?.before, this.value()?.after].flatMap((version) =>
      version ? [{ key: versionHeading(version), value: sentText(version) }] : [],
    ),
  );
  protected readonly columns = computed<readonly TableColumn<DifferenceInWords>[]>(() => [
    { key: 'question', text: 'Question', value: ({ question }) => question },
    { key: 'before', text: `Version ${this.value()?.before?.number ?? ''}`, value: ({ before }) => before.join('\n') },
    { key: 'after', text: `Version ${this.value()?.after?.number ?? ''}`, value: ({ after }) => after.join('\n') },
    { key: 'changed', text: 'Changed by', value: ({ changed }) => changed.join('\n') },
  ]);

  constructor() {
    let isFirst = true;
    effect(() => {
      if (!this.value()) return;
      // The page that opens says its heading; another pair on the same page is told.
      if (!isFirst) this.live.announce(this.countText());
      isFirst = false;
    });
  }

  protected async compare(event: Event): Promise<void> {
    event.preventDefault();
    const { before, after } = this.choice();
    // Older first, whichever way round they were chosen.
    const [older, newer] = Number(before) <= Number(after) ? [before, after] : [after, before];
    await this.router.navigate([this.base(), 'versions', 'differences'], {
      queryParams: { before: older, after: newer },
    });
  }
}

function sentText(version: { madeAt: string; madeByName: string; reason: string | null }): readonly string[] {
  return [
    `Sent ${instantText(version.madeAt)} by ${version.madeByName}`,
    ...(version.reason === null ? [] : [`Why: ${version.reason}`]),
  ];
}
