import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ReferralListItem, ReferralPage } from '@panel/api-client';
import { ReferralsService } from '@panel/api-client/referrals/referrals.service';
import { listSchoolsResource } from '@panel/api-client/schools/schools.resource';
import { canEditReferral, isReferenceSearch, REFERRAL_STATUSES, referralStatusDisplay } from '@panel/case-rules';
import { ncYearLabel, SEN_TYPES } from '@panel/reference';
import {
  Button,
  Cell,
  dayText,
  Filter,
  Pagination,
  Select,
  Table,
  type TableColumn,
  type TableSort,
  Tag,
  TextInput,
} from '@panel/ui';
import { CurrentSession } from '../../session/current-session.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { codeOptions } from '../code-options.js';
import { riskText, statusTag } from '../labels.js';
import { NameSearch } from './name-search.js';
import { conditionTags, countText, type ListConditions, listParams, NO_CONDITIONS } from './list-conditions.js';

/** All referrals that the person may see. Conditions, order and page are in the address, but for the name of a child. */
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
    Table,
    Tag,
    TextInput,
  ],
  template: `
    @if (referrals.error(); as error) {
      <app-problem [error]="error" (tryAgain)="referrals.reload()" />
    } @else {
      <h1 class="govuk-heading-l">Referrals</h1>
      @if (canStart()) {
        <a ui-button isStart routerLink="/referrals/start">Start a referral</a>
      }
      @if (canWriteForSchools()) {
        <p class="govuk-body">
          <a class="govuk-link" routerLink="/referrals/on-behalf">Write a referral for a school</a>, from a form that
          was sent to you
        </p>
      }
      <ui-filter [tags]="tags()" (applied)="apply()" (removed)="remove($event)" (cleared)="clear()">
        <ui-input
          id="search"
          label="Search"
          hint="Reference or name of the pupil"
          type="search"
          [width]="20"
          [formField]="form.search"
        />
        <ui-select id="status" label="Status" [options]="statuses" [formField]="form.status" />
        <ui-select id="primaryNeed" label="Primary need" [options]="needs" [formField]="form.primaryNeed" />
        @if (schools().length > 2) {
          <ui-select id="schoolId" label="School" [options]="schools()" [formField]="form.schoolId" />
        }
      </ui-filter>
      @if (shown(); as page) {
        @if (page.items.length > 0) {
          <p class="govuk-body">{{ count() }}</p>
          <ui-table
            caption="Referrals"
            isCaptionHidden
            isStacked
            firstCellIsHeader
            [columns]="columns"
            [rows]="page.items"
            [rowKey]="rowKey"
            [sort]="tableSort()"
            (sorted)="changeSort($event)"
          >
            <ng-template uiCell="status" [uiCellOf]="page.items" let-row>
              <ui-tag [text]="statusTag(row.status).text" [colour]="statusTag(row.status).colour" />
              @if (row.isUrgent) {
                <ui-tag text="Urgent" colour="red" />
              }
            </ng-template>
          </ui-table>
          @if (nextLink() || firstLink()) {
            <ui-pagination
              label="Pages of referrals"
              [previousLink]="firstLink()"
              previousLabel="Back to the first page"
              [nextLink]="nextLink()"
            />
          }
        } @else if (tags().length > 0) {
          <p class="govuk-body">No referral fits these filters. Remove one, or clear them all.</p>
        } @else {
          <p class="govuk-body">There are no referrals yet.</p>
        }
      } @else {
        <app-loading />
      }
    }
  `,
})
export class ReferralListPage {
  readonly status = input<string>();
  readonly primaryNeed = input<string>();
  readonly schoolId = input<string>();
  readonly search = input<string>();
  readonly sort = input<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly service = inject(ReferralsService);
  private readonly nameSearch = inject(NameSearch);

  private readonly conditions = computed<ListConditions>(() => ({
    status: this.status() ?? '',
    primaryNeed: this.primaryNeed() ?? '',
    schoolId: this.schoolId() ?? '',
    search: this.search() || this.nameSearch.words(),
  }));
  protected readonly referrals = rxResource({
    params: () => listParams(this.conditions(), this.sort(), this.after()),
    stream: ({ params: { search, ...others } }) =>
      search === undefined || isReferenceSearch(search)
        ? this.service.listReferrals({ ...others, ...(search !== undefined && { search }) })
        : this.service.searchReferrals({ ...others, search }),
  });
  private readonly schoolList = listSchoolsResource();

  /** What is chosen but not applied yet; begins again with what the address says. */
  private readonly chosen = linkedSignal(this.conditions);
  protected readonly form = form(this.chosen);

  protected readonly canWriteForSchools = computed(() => this.session.may('referral:create_on_behalf'));
  protected readonly canStart = computed(() => this.session.may('referral:create'));
  protected readonly schools = computed(() => [
    { value: '', text: 'All schools' },
    ...(this.schoolList.hasValue() ? this.schoolList.value().items : []).map(({ id, name }) => ({
      value: id,
      text: name,
    })),
  ]);
  protected readonly tags = computed(() =>
    conditionTags(this.conditions(), this.schools().find(({ value }) => value === this.schoolId())?.text),
  );
  private readonly read = computed(() => (this.referrals.hasValue() ? this.referrals.value() : undefined));
  /** The list before stays until the new one is there, so that the page does not jump. */
  protected readonly shown = linkedSignal<ReferralPage | undefined, ReferralPage | undefined>({
    source: this.read,
    computation: (page, previous) => page ?? previous?.value,
  });
  protected readonly count = computed(() => {
    const page = this.shown();
    return page ? countText(page.items.length, page.total, page.totalIsAtLeast) : '';
  });
  protected readonly tableSort = computed<TableSort>(() => ({
    key: 'submitted',
    direction: this.sort() === 'oldest' ? 'ascending' : 'descending',
  }));
  protected readonly nextLink = computed(() => {
    const after = this.shown()?.nextAfter ?? null;
    return after === null ? undefined : this.link({ after });
  });
  protected readonly firstLink = computed(() => (this.after() ? this.link({ after: null }) : undefined));

  protected readonly statuses = [
    { value: '', text: 'All statuses' },
    ...REFERRAL_STATUSES.map((status) => ({ value: String(status), text: referralStatusDisplay(status).label })),
  ];
  protected readonly needs = [{ value: '', text: 'All needs' }, ...codeOptions(SEN_TYPES)];
  protected readonly statusTag = statusTag;
  protected readonly rowKey = (row: ReferralListItem): string => row.id;

  protected readonly columns: readonly TableColumn<ReferralListItem>[] = [
    {
      key: 'reference',
      text: 'Reference',
      isUnbroken: true,
      value: ({ reference }) => reference,
      link: (row) => this.linkOf(row),
    },
    { key: 'pupil', text: 'Pupil', value: ({ pupilName }) => pupilName || 'No name yet' },
    { key: 'year', text: 'Year', value: ({ ncYear }) => (ncYear === null ? 'Not known' : ncYearLabel(ncYear)) },
    { key: 'school', text: 'School', value: ({ schoolName }) => schoolName },
    {
      key: 'need',
      text: 'Need',
      // The codes are the words of the field, and eight columns must fit a screen; the filter spells them out.
      value: ({ primaryNeed }) => primaryNeed ?? 'Not known',
    },
    { key: 'risk', text: 'Risk', value: ({ riskLevel }) => riskText(riskLevel) },
    { key: 'status', text: 'Status', value: ({ status }) => statusTag(status).text },
    {
      key: 'submitted',
      text: 'Submitted',
      isSortable: true,
      value: ({ submittedOn }) => (submittedOn === null ? 'Not yet' : dayText(submittedOn)),
    },
  ];

  constructor() {
    const live = inject(LiveRegion);
    let isFirst = true;
    effect(() => {
      if (this.read() === undefined) return;
      // The focus stays where it is when the list changes; the first one is read with the page.
      if (!isFirst) live.announce(untracked(this.count));
      isFirst = false;
    });
  }

  protected apply(): void {
    void this.show({ ...this.form().value() });
  }

  protected remove(key: string): void {
    void this.show({ [key]: '' });
  }

  protected clear(): void {
    void this.show({ ...NO_CONDITIONS });
  }

  protected changeSort({ direction }: TableSort): void {
    void this.show({ sort: direction === 'ascending' ? 'oldest' : '' });
  }

  /** A changed list begins at its first page. */
  private show(changes: Readonly<Record<string, string>>): Promise<boolean> {
    const entries = Object.entries(changes).map(([key, text]) => [key, text.trim() || null] as const);
    if (changes['search'] !== undefined) {
      this.nameSearch.words.set(isReferenceSearch(changes['search']) ? '' : changes['search'].trim());
    }
    return this.router.navigateByUrl(this.link({ ...Object.fromEntries(entries), after: null }));
  }

  private link(queryParams: Readonly<Record<string, string | null>>): string {
    const current = {
      ...this.conditions(),
      sort: this.sort(),
      after: this.after(),
      ...queryParams,
    };
    const kept = Object.fromEntries(
      Object.entries(current).filter(([key, text]) => text && (key !== 'search' || isReferenceSearch(text))),
    );
    return this.router.serializeUrl(this.router.createUrlTree(['/referrals'], { queryParams: kept }));
  }

  /** Whoever writes a referral goes on writing; everybody else reads the case. */
  private linkOf({ id, status }: ReferralListItem): string {
    const isWriting = canEditReferral(status) && this.session.may('referral:create');
    return isWriting ? `/referrals/${id}/tasks` : `/referrals/${id}`;
  }
}
