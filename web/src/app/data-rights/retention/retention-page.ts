import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { RetentionPreviewClass, RetentionPreviewItem, RetentionRule } from '@panel/api-client';
import { listRetentionRulesResource, previewRetentionResource } from '@panel/api-client/retention/retention.resource';
import { addMonths, isIsoDate } from '@panel/reference';
import { Breadcrumbs, Button, dayText, Table, type TableColumn } from '@panel/ui';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { lastValue } from '../../home/page/last-value.js';
import { todayInUk } from '../../home/page/today.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { keptText, periodText, startText } from './retention-words.js';

/** How long what is kept, and what that means tonight, in a month and in a year. */
@Component({
  imports: [BeforeMain, Breadcrumbs, Button, JustDone, Loading, ProblemMessage, RouterLink, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (rules.hasValue()) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">Retention</h1>
      <p class="govuk-body">
        Records are destroyed in the night after their period has ended, unless something keeps them. This cannot be
        undone.
      </p>
      <ul class="govuk-list">
        @if (session.may('legal_hold:list')) {
          <li><a class="govuk-link" routerLink="/retention/holds">Legal holds</a></li>
        }
        <li><a class="govuk-link" routerLink="/retention/destructions">What was destroyed</a></li>
      </ul>
      @if (session.may('retention:preview')) {
        <h2 class="govuk-heading-m">What would be destroyed by {{ day() }}</h2>
        <div class="govuk-button-group">
          @for (choice of choices; track choice.text) {
            <button
              ui-button
              type="button"
              kind="secondary"
              [attr.aria-pressed]="choice.until === shownUntil()"
              (click)="show(choice.until)"
            >
              {{ choice.text }}
            </button>
          }
        </div>
        @if (preview(); as shown) {
          <ui-table caption="Numbers by class" isStacked [columns]="countColumns" [rows]="shown.classes" />
          @if (shown.items.length > 0) {
            <ui-table caption="Cases one by one" isStacked [columns]="caseColumns" [rows]="shown.items" />
          } @else {
            <p class="govuk-body">No case is due by then.</p>
          }
        } @else if (previewed?.error(); as error) {
          <app-problem [error]="error" (tryAgain)="previewed.reload()" />
        } @else {
          <app-loading />
        }
      }
      <h2 class="govuk-heading-m">Periods</h2>
      <ui-table
        caption="Periods by class"
        isCaptionHidden
        isStacked
        [columns]="ruleColumns()"
        [rows]="rules.value().items"
      />
    } @else if (rules.error(); as error) {
      <app-problem [error]="error" (tryAgain)="rules.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class RetentionPage {
  /** Of the query: the day until which it looks. */
  readonly until = input<string>();

  private readonly router = inject(Router);
  protected readonly session = inject(CurrentSession);
  protected readonly done = justDone();
  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Retention' }];
  private readonly today = todayInUk();
  protected readonly choices = [
    { text: 'Today', until: this.today },
    { text: 'In a month', until: addMonths(this.today, 1) },
    { text: 'In a year', until: addMonths(this.today, 12) },
  ];
  protected readonly shownUntil = computed(() => {
    const until = this.until();
    return isIsoDate(until) ? until : this.today;
  });
  protected readonly rules = listRetentionRulesResource();
  /** Not even asked for by who may not see it. */
  protected readonly previewed = this.session.may('retention:preview')
    ? previewRetentionResource(computed(() => ({ until: this.shownUntil() })))
    : null;
  protected readonly preview = this.previewed ? lastValue(this.previewed) : signal(undefined);
  /** Of the numbers that are on the screen, not of those that are on their way. */
  protected readonly day = computed(() => {
    const until = this.preview()?.until ?? this.shownUntil();
    return until === this.today ? 'tonight' : dayText(until);
  });
  protected readonly countColumns: readonly TableColumn<RetentionPreviewClass>[] = [
    { key: 'label', text: 'Class', value: ({ label }) => label },
    { key: 'due', text: 'Destroyed', value: ({ due }) => String(due), isNumeric: true },
    { key: 'kept', text: 'Kept by something else', value: ({ kept }) => String(kept), isNumeric: true },
  ];
  protected readonly caseColumns: readonly TableColumn<RetentionPreviewItem>[] = [
    { key: 'reference', text: 'Case', isUnbroken: true, value: ({ reference }) => reference },
    { key: 'class', text: 'Class', value: ({ recordClass }) => this.labelOf(recordClass) },
    { key: 'keptUntil', text: 'Kept until', value: ({ keptUntil }) => dayText(keptUntil) },
    { key: 'what', text: 'What happens', value: ({ reasons }) => keptText(reasons) },
  ];
  protected readonly ruleColumns = computed<readonly TableColumn<RetentionRule>[]>(() => [
    {
      key: 'label',
      text: 'Class',
      value: ({ label }) => label,
      link: ({ recordClass }) => (this.session.may('retention:set') ? `/retention/rules/${recordClass}` : undefined),
    },
    { key: 'period', text: 'Kept', value: (rule) => `${periodText(rule)} from ${startText(rule.startsAt)}` },
    { key: 'source', text: 'Source', value: ({ source }) => source },
    {
      key: 'version',
      text: 'Version',
      value: ({ version, setByName }) =>
        setByName === null ? `${version} (as shipped)` : `${version}, set by ${setByName}`,
    },
  ]);

  protected show(until: string): Promise<boolean> {
    return this.router.navigate([], { queryParams: { until } });
  }

  private labelOf(recordClass: string): string {
    const rules = this.rules.hasValue() ? this.rules.value().items : [];
    return rules.find((rule) => rule.recordClass === recordClass)?.label ?? recordClass;
  }
}
