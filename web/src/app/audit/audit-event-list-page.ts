import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { AuditEvent } from '@panel/api-client';
import { listAuditEventsResource } from '@panel/api-client/audit/audit.resource';
import { isRole, roleLabel } from '@panel/case-rules';
import { Breadcrumbs, instantText, Pagination, Table, type TableColumn } from '@panel/ui';
import { lastValue } from '../home/page/last-value.js';
import { BeforeMain } from '../shell/before-main.js';
import { LiveRegion } from '../shell/live-region.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';

/** Who did what and when, the newest first. */
@Component({
  imports: [BeforeMain, Breadcrumbs, Loading, Pagination, ProblemMessage, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (events.error(); as error) {
      <app-problem [error]="error" (tryAgain)="events.reload()" />
    } @else if (page()) {
      <h1 class="govuk-heading-l">Audit events</h1>
      <p class="govuk-body">Who did what and when, the newest first. Events are never changed or deleted.</p>
      @if (rows().length > 0) {
        <ui-table
          caption="Audit events"
          isCaptionHidden
          isStacked
          [columns]="columns"
          [rows]="rows()"
          [rowKey]="idOf"
        />
      } @else {
        <p class="govuk-body">There are no events.</p>
      }
      @if (before() || olderLink()) {
        <ui-pagination
          label="Pages of events"
          [previousLink]="before() ? path : undefined"
          previousLabel="back to the newest events"
          [nextLink]="olderLink()"
          nextLabel="older events"
        />
      }
    } @else {
      <app-loading />
    }
  `,
})
export class AuditEventListPage {
  private readonly live = inject(LiveRegion);
  /** Wherever the routes have put this page. */
  protected readonly path = inject(Router).url.replace(/[?#].*$/s, '');
  /** Of the query: events older than this one. */
  readonly before = input<string>();

  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Audit' }];
  protected readonly events = listAuditEventsResource(computed(() => withBefore(this.before())));
  protected readonly page = lastValue(this.events);
  protected readonly rows = computed(() => this.page()?.items ?? []);
  protected readonly olderLink = computed(() => {
    const next = this.page()?.nextBefore;
    return !next ? undefined : `${this.path}?before=${encodeURIComponent(next)}`;
  });
  protected readonly columns: readonly TableColumn<AuditEvent>[] = [
    { key: 'at', text: 'When', value: ({ at }) => instantText(at) },
    { key: 'event', text: 'Event', value: ({ event }) => event },
    {
      key: 'actor',
      text: 'By',
      value: ({ actorName, actorRoles }) =>
        actorRoles.length > 0 ? `${actorName} (${actorRoles.map(roleText).join(', ')})` : actorName,
    },
    { key: 'subject', text: 'About', value: ({ subjectType, subjectId }) => `${subjectType} ${subjectId ?? ''}` },
    { key: 'detail', text: 'Detail', value: ({ detail }) => detail || '–' },
  ];

  constructor() {
    effect(() => {
      if (this.before() && this.events.hasValue()) this.live.announce(`${this.rows().length} older events`);
    });
  }

  protected readonly idOf = ({ id }: AuditEvent): string => id;
}

function withBefore(before: string | undefined): { before?: string } {
  return before ? { before } : {};
}

function roleText(role: string): string {
  return isRole(role) ? roleLabel(role) : role;
}
