import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ListSchoolRegisterParams, SchoolRegisterItem } from '@panel/api-client';
import { listSchoolRegisterResource } from '@panel/api-client/schools/schools.resource';
import { Button, Cell, Filter, Pagination, Select, Table, type TableColumn, TextInput } from '@panel/ui';
import { lastValue } from '../../home/page/last-value.js';
import { StatusTag } from '../../home/page/status-tag.js';
import { CurrentSession } from '../../session/current-session.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { phaseOptions, phaseText, schoolStatusDisplay, schoolStatusOptions } from '../school-words.js';

const keys = ['search', 'phase', 'status'] as const;
type Conditions = Record<(typeof keys)[number], string>;
const none: Conditions = { search: '', phase: '', status: '' };

/** Every school of the register, by name. What is looked for and the page are in the address. */
@Component({
  imports: [
    Button,
    Cell,
    Filter,
    FormField,
    Loading,
    Pagination,
    ProblemMessage,
    RouterLink,
    Select,
    StatusTag,
    Table,
    TextInput,
  ],
  template: `
    @if (schools.error(); as error) {
      <app-problem [error]="error" (tryAgain)="schools.reload()" />
    } @else if (page(); as page) {
      <h1 class="govuk-heading-l">Schools</h1>
      <p class="govuk-body"><a class="govuk-link" routerLink="/schools/trusts">Trusts</a></p>
      @if (mayImport) {
        <div class="govuk-button-group">
          <a ui-button routerLink="/schools/imports/new">Import schools</a>
          <a class="govuk-link" routerLink="/schools/imports">Earlier imports</a>
        </div>
      }
      <ui-filter [tags]="tags()" (applied)="show(wanted())" (removed)="remove($event)" (cleared)="show(none)">
        <ui-input
          id="search"
          label="Search"
          hint="Part of the name or town, or the beginning of the postcode, URN or LAESTAB"
          type="search"
          [width]="20"
          [formField]="form.search"
        />
        <ui-select id="phase" label="Phase" [options]="phases" [formField]="form.phase" />
        <ui-select id="status" label="Status" [options]="statuses" [formField]="form.status" />
      </ui-filter>
      @if (page.items.length > 0) {
        <p class="govuk-body">{{ count() }}</p>
        <ui-table
          caption="Schools"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="page.items"
          [rowKey]="idOf"
        >
          <ng-template uiCell="status" [uiCellOf]="page.items" let-row>
            <app-status-tag [display]="statusOf(row)" />
          </ng-template>
        </ui-table>
        @if (after() || nextLink()) {
          <ui-pagination
            label="Pages of schools"
            [previousLink]="after() ? linkTo(conditions()) : undefined"
            previousLabel="Back to the first page"
            [nextLink]="nextLink()"
          />
        }
      } @else if (tags().length > 0) {
        <p class="govuk-body">No school fits these filters. Remove one, or clear them all.</p>
      } @else {
        <p class="govuk-body">There are no schools yet. An administrator can import them from the national register.</p>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class SchoolRegisterPage {
  readonly search = input<string>();
  readonly phase = input<string>();
  readonly status = input<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  protected readonly mayImport = inject(CurrentSession).may('school_import:start');
  protected readonly none = none;
  protected readonly conditions = computed<Conditions>(() => ({
    search: this.search() ?? '',
    phase: this.phase() ?? '',
    status: this.status() ?? '',
  }));
  protected readonly schools = listSchoolRegisterResource(computed(() => paramsOf(this.conditions(), this.after())));
  protected readonly page = lastValue(this.schools);

  protected readonly phases = [{ value: '', text: 'All phases' }, ...phaseOptions];
  protected readonly statuses = [{ value: '', text: 'All' }, ...schoolStatusOptions];
  protected readonly wanted = linkedSignal(() => ({ ...this.conditions() }));
  protected readonly form = form(this.wanted);
  protected readonly tags = computed(() => {
    const { search, phase, status } = this.conditions();
    return [
      ...(search ? [{ key: 'search', text: `Search: ${search}` }] : []),
      ...(phase ? [{ key: 'phase', text: `Phase: ${phaseText(phase)}` }] : []),
      ...(status ? [{ key: 'status', text: `Status: ${schoolStatusDisplay(status).label}` }] : []),
    ];
  });
  protected readonly nextLink = computed(() => {
    const next = this.page()?.nextAfter;
    return next ? this.linkTo(this.conditions(), next) : undefined;
  });
  protected readonly count = computed(() => {
    const total = this.page()?.total ?? 0;
    return total === 1 ? '1 school' : `${total.toLocaleString('en-GB')} schools`;
  });

  protected readonly columns: readonly TableColumn<SchoolRegisterItem>[] = [
    { key: 'name', text: 'Name', value: ({ name }) => name, link: ({ id }) => `/schools/${id}` },
    { key: 'town', text: 'Town', value: ({ town }) => town || 'Not known' },
    { key: 'phase', text: 'Phase', value: ({ phase }) => phaseText(phase) },
    { key: 'trust', text: 'Trust', value: ({ trustName }) => trustName ?? 'None' },
    { key: 'urn', text: 'URN', value: ({ urn }) => urn },
    { key: 'status', text: 'Status', value: ({ status }) => schoolStatusDisplay(status).label },
  ];
  protected readonly idOf = ({ id }: SchoolRegisterItem): string => id;
  protected readonly statusOf = ({ status }: SchoolRegisterItem) => schoolStatusDisplay(status);

  constructor() {
    const live = inject(LiveRegion);
    let isFirst = true;
    effect(() => {
      if (!this.schools.hasValue()) return;
      if (!isFirst) live.announce(untracked(this.count));
      isFirst = false;
    });
  }

  protected remove(key: string): void {
    this.show({ ...this.conditions(), [key]: '' });
  }

  /** A changed list begins at its first page. */
  protected show(conditions: Conditions): void {
    void this.router.navigateByUrl(this.linkTo(conditions));
  }

  protected linkTo(conditions: Conditions, after?: string): string {
    const queryParams = paramsOf(conditions, after);
    return this.router.serializeUrl(this.router.createUrlTree(['/schools'], { queryParams }));
  }
}

/** Only what is asked for; an unknown code of an old address is left to the API. */
function paramsOf(conditions: Conditions, after: string | undefined): ListSchoolRegisterParams {
  const entries = keys.map((key) => [key, conditions[key].trim()] as const).filter(([, text]) => text !== '');
  return { ...Object.fromEntries(entries), ...(after && { after }) };
}
