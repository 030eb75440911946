import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readToolkitResourceResource } from '@panel/api-client/toolkit/toolkit.resource';
import { BackLink, Button, dayText, InsetText, instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { JustDone, justDone } from '../home/page/just-done.js';
import { todayInUk as today } from '../home/page/today.js';
import { CurrentSession } from '../session/current-session.js';
import { BeforeMain } from '../shell/before-main.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { declineReasonsText, needsText, notCurrentText, phasesText } from './toolkit-words.js';

/** One resource, to read and to print. */
@Component({
  imports: [BackLink, BeforeMain, Button, InsetText, JustDone, Loading, ProblemMessage, RouterLink, SummaryList],
  template: `
    <ui-back-link *appBeforeMain link="/toolkit" text="Back to the toolkit" />
    @if (read(); as resource) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <app-just-done [text]="done" />
          <h1 class="govuk-heading-l">{{ resource.title }}</h1>
          @if (notCurrent(); as text) {
            <ui-inset-text>This resource is not in use today: {{ text.toLowerCase() }}.</ui-inset-text>
          }
          <p class="govuk-body-l">{{ resource.summary }}</p>
          @for (paragraph of paragraphs(); track $index) {
            <p class="govuk-body">{{ paragraph }}</p>
          }
          @if (resource.links.length > 0) {
            <h2 class="govuk-heading-m">Elsewhere</h2>
            <ul class="govuk-list govuk-list--bullet">
              @for (link of resource.links; track link.url) {
                <li>
                  <a class="govuk-link" [href]="link.url" rel="noreferrer">{{ link.text }}</a>
                </li>
              }
            </ul>
          }
          <ui-summary-list [rows]="facts()" />
          @if (mayKeep && !resource.isRetired) {
            <div class="govuk-button-group">
              <a ui-button kind="secondary" [routerLink]="['/toolkit', resource.id, 'change']">Change</a>
              <a ui-button kind="warning" [routerLink]="['/toolkit', resource.id, 'retire']">Retire</a>
            </div>
          }
        </div>
      </div>
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ToolkitResourcePage {
  readonly resourceId = input.required<string>();

  protected readonly done = justDone();
  protected readonly mayKeep = inject(CurrentSession).may('toolkit:keep');
  protected readonly resource = readToolkitResourceResource(this.resourceId);
  protected readonly read = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly paragraphs = computed(() =>
    (this.read()?.body ?? '').split(/\n\s*\n/).filter((text) => text.trim() !== ''),
  );
  protected readonly notCurrent = computed(() => {
    const resource = this.read();
    return resource ? notCurrentText(resource, today()) : '';
  });
  protected readonly facts = computed<readonly SummaryRow[]>(() => {
    const resource = this.read();
    if (!resource) return [];
    const { needs, phases, declineReasons, validFrom, validTo, changedAt, changedByName, version } = resource;
    const period = `${dayText(validFrom)} to ${validTo === null ? 'further notice' : dayText(validTo)}`;
    return [
      { key: 'For', value: [needsText(needs), phasesText(phases)] },
      ...(this.mayKeep
        ? [
            { key: 'After a decline because', value: declineReasonsText(declineReasons) },
            { key: 'In use', value: period },
            { key: 'Last changed', value: `${instantText(changedAt)} by ${changedByName} (version ${version})` },
          ]
        : []),
    ];
  });
}
