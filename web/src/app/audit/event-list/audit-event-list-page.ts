import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { AuditEvent } from '@panel/api-client';
import {
  listAuditEventsResource,
  readAuditChainResource,
  readAuditOptionsResource,
} from '@panel/api-client/audit/audit.resource';
import { AuditService } from '@panel/api-client/audit/audit.service';
import { roleLabel, ROLES } from '@panel/case-rules';
import { isIsoDate } from '@panel/reference';
import {
  Breadcrumbs,
  Button,
  DateInput,
  ErrorSummary,
  Filter,
  instantText,
  Pagination,
  Select,
  Table,
  type TableColumn,
  TextInput,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { lastValue } from '../../home/page/last-value.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { Problem } from '../../shell/problem.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { saveFile } from '../../shell/save-file.js';
import { aboutText, actorText } from '../audit-words.js';
import { auditParams, auditTags, NO_AUDIT_CONDITIONS, type AuditConditions } from './audit-conditions.js';
import { ChainStatePart } from './chain-state.js';

/** Who did what and when, the newest first: searched, and taken away as a file. The search is in the address. */
@Component({
  providers: [FormProblems],
  imports: [
    BeforeMain,
    Breadcrumbs,
    Button,
    ChainStatePart,
    DateInput,
    ErrorSummary,
    Filter,
    FormField,
    Loading,
    Pagination,
    ProblemMessage,
    Select,
    Table,
    TextInput,
  ],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    <ui-error-summary [errors]="submission.errors()" />
    @if (events.error(); as error) {
      <app-problem [error]="error" (tryAgain)="events.reload()" />
    } @else if (page()) {
      <h1 class="govuk-heading-l">Audit events</h1>
      <p class="govuk-body">Who did what and when, the newest first. Events are never changed or deleted.</p>
      @if (chain.hasValue()) {
        <app-chain-state [state]="chain.value()" [path]="path" />
      }
      <ui-filter [tags]="tags()" (applied)="apply()" (removed)="remove($event)" (cleared)="clear()">
        <ui-select id="actorUserId" label="Person" [options]="people()" [formField]="form.actorUserId" />
        <ui-select id="role" label="Role" [options]="roles" [formField]="form.role" />
        <ui-select id="event" label="Event" [options]="names()" [formField]="form.event" />
        <ui-input
          id="reference"
          label="Case reference"
          hint="For example, EIP-2026-0001"
          [width]="20"
          [formField]="form.reference"
          [error]="submission.errorOf('reference')"
        />
        <ui-date-input
          id="from"
          label="From"
          labelSize="s"
          [formField]="form.from"
          [error]="submission.errorOf('from')"
        />
        <ui-date-input id="to" label="To" labelSize="s" [formField]="form.to" [error]="submission.errorOf('to')" />
      </ui-filter>
      @if (rows().length > 0) {
        <p class="govuk-body">{{ count() }}</p>
        <ui-table
          caption="Audit events"
          isCaptionHidden
          isStacked
          [columns]="columns"
          [rows]="rows()"
          [rowKey]="keyOf"
        />
      } @else {
        <p class="govuk-body">No event fits these filters. Remove one, or clear them all.</p>
      }
      @if (before() || olderLink()) {
        <ui-pagination
          label="Pages of events"
          [previousLink]="before() ? link({ before: null }) : undefined"
          previousLabel="back to the newest events"
          [nextLink]="olderLink()"
          nextLabel="older events"
        />
      }
      <h2 class="govuk-heading-m">Take these events away as a file</h2>
      <p class="govuk-body">
        All events that the filters fit, not only this page. That you did so is recorded, and you are asked to confirm
        who you are.
      </p>
      <div class="govuk-button-group">
        <button ui-button kind="secondary" type="button" (click)="save('csv')">Download as CSV</button>
        <button ui-button kind="secondary" type="button" (click)="save('jsonl')">
          Download with the chain (JSON Lines)
        </button>
      </div>
    } @else {
      <app-loading />
    }
  `,
})
export class AuditEventListPage {
  private readonly router = inject(Router);
  private readonly service = inject(AuditService);
  /** Wherever the routes have put this page. */
  protected readonly path = this.router.url.replace(/[?#].*$/s, '');
  readonly actorUserId = input<string>();
  readonly event = input<string>();
  readonly role = input<string>();
  readonly referralId = input<string>();
  readonly childId = input<string>();
  readonly accessId = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  /** Events with a lower number than this. */
  readonly before = input<string>();

  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Audit' }];
  protected readonly submission = new Submission();
  private readonly conditions = computed<AuditConditions>(() => ({
    actorUserId: this.actorUserId() ?? '',
    event: this.event() ?? '',
    role: this.role() ?? '',
    referralId: this.referralId() ?? '',
    childId: this.childId() ?? '',
    accessId: this.accessId() ?? '',
    from: this.from() ?? '',
    to: this.to() ?? '',
  }));
  protected readonly events = listAuditEventsResource(
    computed(() => ({ ...auditParams(this.conditions()), ...(this.before() ? { before: this.before() ?? '' } : {}) })),
  );
  protected readonly page = lastValue(this.events);
  protected readonly rows = computed(() => this.page()?.items ?? []);
  protected readonly chain = readAuditChainResource();
  private readonly optionList = readAuditOptionsResource();
  private readonly options = computed(() => (this.optionList.hasValue() ? this.optionList.value() : undefined));

  /** The reference of the case that was just looked up; else that of the events about it. */
  private readonly found = signal<{ readonly referralId: string; readonly reference: string } | null>(null);
  private readonly reference = computed(() => {
    const id = this.referralId();
    const found = this.found();
    if (found?.referralId === id) return found?.reference;
    return this.rows().find((row) => row.referralId === id)?.reference ?? undefined;
  });

  /** What is chosen but not applied yet; begins again with what the address says. */
  private readonly chosen = linkedSignal(() => {
    const { actorUserId, event, role, from, to } = this.conditions();
    return { actorUserId, event, role, from, to, reference: this.referralId() ? (this.reference() ?? '') : '' };
  });
  protected readonly form = form(this.chosen);

  protected readonly tags = computed(() => auditTags(this.conditions(), this.options(), this.reference()));
  protected readonly people = computed(() => withAll('Everybody', this.options()?.people));
  protected readonly names = computed(() => withAll('All events', this.options()?.events));
  protected readonly roles = [
    { value: '', text: 'All roles' },
    ...ROLES.map((role) => ({ value: String(role), text: roleLabel(role) })),
  ];
  protected readonly count = computed(() => {
    const shown = this.rows().length;
    const noun = shown === 1 ? 'event' : 'events';
    return this.page()?.nextBefore === null && !this.before() ? `${shown} ${noun}` : `Showing ${shown} ${noun}`;
  });
  protected readonly olderLink = computed(() => {
    const next = this.page()?.nextBefore ?? null;
    return next === null ? undefined : this.link({ before: String(next) });
  });
  protected readonly columns: readonly TableColumn<AuditEvent>[] = [
    { key: 'at', text: 'When', value: ({ at }) => instantText(at) },
    {
      key: 'event',
      text: 'What happened',
      value: ({ label, isUnderEmergencyAccess }) => (isUnderEmergencyAccess ? `${label} (emergency access)` : label),
      link: ({ seq }) => `${this.path}/${seq}`,
    },
    { key: 'actor', text: 'By', value: actorText },
    { key: 'about', text: 'About', value: aboutText },
  ];

  constructor() {
    const live = inject(LiveRegion);
    let isFirst = true;
    effect(() => {
      if (!this.events.hasValue()) return;
      // The focus stays where it is when the list changes; the first one is read with the page.
      if (!isFirst) live.announce(untracked(this.count));
      isFirst = false;
    });
  }

  protected async apply(): Promise<void> {
    const { reference, ...chosen } = this.form().value();
    const days = { from: toIsoDate(chosen.from), to: toIsoDate(chosen.to) };
    await this.submission.run(null, async () => {
      for (const field of ['from', 'to'] as const) {
        if (chosen[field].replaceAll('-', '') !== '' && !isIsoDate(days[field])) throw dayProblem(field);
      }
      const referralId = await this.caseOf(reference.trim());
      await this.show({ ...chosen, ...days, referralId });
    });
  }

  protected remove(key: string): void {
    void this.show({ [key]: '' });
  }

  protected clear(): void {
    void this.show({ ...NO_AUDIT_CONDITIONS });
  }

  protected async save(format: 'csv' | 'jsonl'): Promise<void> {
    await this.submission.run(null, async () => {
      const file = await firstValueFrom(this.service.exportAuditEvents({ format, ...auditParams(this.conditions()) }));
      saveFile(file, `audit-events.${format}`);
    });
  }

  protected readonly keyOf = ({ seq }: AuditEvent): number => seq;

  /** The id of the case with this reference; the reference itself never stands in an address. */
  private async caseOf(reference: string): Promise<string> {
    if (reference === '') return '';
    if (reference === this.reference()) return this.referralId() ?? '';
    const found = await firstValueFrom(this.service.findAuditCase({ reference }));
    this.found.set(found);
    return found.referralId;
  }

  /** A changed search begins at its newest event. */
  private show(changes: Readonly<Record<string, string>>): Promise<boolean> {
    const entries = Object.entries(changes).map(([key, text]) => [key, text || null] as const);
    return this.router.navigateByUrl(this.link({ ...Object.fromEntries(entries), before: null }));
  }

  protected link(queryParams: Readonly<Record<string, string | null>>): string {
    const current = { ...this.conditions(), before: this.before(), ...queryParams };
    const kept = Object.fromEntries(Object.entries(current).filter(([, text]) => text));
    return this.router.serializeUrl(this.router.createUrlTree([this.path], { queryParams: kept }));
  }
}

function withAll(all: string, options: readonly { code: string; label: string }[] | undefined) {
  const sorted = [...(options ?? [])].sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
  return [{ value: '', text: all }, ...sorted.map(({ code, label }) => ({ value: code, text: label }))];
}

/** `2026-1-5` as typed is `2026-01-05`; what is no date stays what it is. */
function toIsoDate(typed: string): string {
  const [year = '', month = '', day = ''] = typed.split('-');
  return year === '' && month === '' && day === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function dayProblem(field: 'from' | 'to'): Problem {
  const detail = `“${field === 'from' ? 'From' : 'To'}” must be a real date, such as 24 11 2026`;
  return new Problem(422, 'fields_invalid', 'Some answers need your attention', '', [
    { pointer: `/${field}`, code: 'is_real_date', detail },
  ]);
}
