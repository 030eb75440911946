import { Component, computed } from '@angular/core';
import type { Destruction } from '@panel/api-client';
import { listDestructionsResource } from '@panel/api-client/retention/retention.resource';
import { Breadcrumbs, instantText, Table, type TableColumn } from '@panel/ui';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { periodText } from './retention-words.js';

/** The log of what was destroyed: numbers and rules, no person. */
@Component({
  imports: [BeforeMain, Breadcrumbs, Loading, ProblemMessage, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (destructions.hasValue()) {
      <h1 class="govuk-heading-l">What was destroyed</h1>
      <p class="govuk-body">Each entry says what, by which rule and when. It holds nothing about a person.</p>
      @if (rows().length > 0) {
        <ui-table caption="Destructions" isCaptionHidden isStacked [columns]="columns" [rows]="rows()" />
      } @else {
        <p class="govuk-body">Nothing has been destroyed yet.</p>
      }
    } @else if (destructions.error(); as error) {
      <app-problem [error]="error" (tryAgain)="destructions.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class DestructionsPage {
  protected readonly breadcrumbs = [
    { text: 'Start', link: '/' },
    { text: 'Retention', link: '/retention' },
    { text: 'What was destroyed' },
  ];
  protected readonly destructions = listDestructionsResource();
  protected readonly rows = computed(() => (this.destructions.hasValue() ? this.destructions.value().items : []));
  protected readonly columns: readonly TableColumn<Destruction>[] = [
    { key: 'at', text: 'When', value: ({ destroyedAt }) => instantText(destroyedAt) },
    { key: 'class', text: 'Class', value: ({ label }) => label },
    { key: 'counts', text: 'What', value: ({ counts }) => counts },
    {
      key: 'rule',
      text: 'Rule',
      value: ({ ruleVersion, ruleMonths, ruleDays, isReplay }) =>
        isReplay
          ? 'Again, after a backup was restored'
          : `Version ${ruleVersion}: ${periodText({ months: ruleMonths, days: ruleDays })}`,
    },
  ];
}
