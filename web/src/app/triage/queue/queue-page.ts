import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { QueueItem, QueuePage as Page } from '@panel/api-client';
import { listCoordinatorsResource } from '@panel/api-client/queue/queue.resource';
import { QueueService } from '@panel/api-client/queue/queue.service';
import { listSavedViewsResource } from '@panel/api-client/saved-views/saved-views.resource';
import { listSchoolsResource } from '@panel/api-client/schools/schools.resource';
import { isQueueTab, isReferenceSearch } from '@panel/case-rules';
import { ncYearLabel, SEN_TYPES } from '@panel/reference';
import { Cell, Filter, Pagination, Select, Table, type TableColumn, type TableSort, Tag, TextInput } from '@panel/ui';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { codeOptions } from '../../referrals/code-options.js';
import { statusTag } from '../../referrals/labels.js';
import { CurrentSession } from '../../session/current-session.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import {
  conditionTags,
  dueOptions,
  NO_CONDITIONS,
  queueFilter,
  type QueueConditions,
  queueParams,
  urgentOptions,
} from './queue-conditions.js';
import { QueueMemory } from './queue-memory.js';
import { QueueTabs } from './queue-tabs.js';
import { SelectedCases } from './selected-cases.js';
import { completenessText, dueText, lateText, queueCountText, rowChangesText } from './queue-words.js';
import { YourViews } from './your-views.js';

/** What waits for the coordinators. Tab, filters, order and page are in the address, but for the name of a child. */
@Component({
  imports: [
    Cell,
    Filter,
    FormField,
    JustDone,
    Loading,
    Pagination,
    ProblemMessage,
    QueueTabs,
    RouterLink,
    Select,
    SelectedCases,
    Table,
    Tag,
    TextInput,
    YourViews,
  ],
  template: `
    @if (queue.error(); as error) {
      <app-problem [error]="error" (tryAgain)="queue.reload()" />
    } @else {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">Queue</h1>
      <app-your-views [views]="views()" [current]="filter()" />
      <ui-filter [tags]="tags()" (applied)="apply()" (removed)="remove($event)" (cleared)="clear()">
        <ui-input
          id="search"
          label="Search"
          hint="Reference or name of the pupil"
          type="search"
          [width]="20"
          [formField]="form.search"
        />
        <ui-select id="schoolId" label="School" [options]="schools()" [formField]="form.schoolId" />
        <ui-select id="primaryNeed" label="Primary need" [options]="needs" [formField]="form.primaryNeed" />
        <ui-select id="assignee" label="Assigned to" [options]="assignees()" [formField]="form.assignee" />
        <ui-select id="due" label="Due" [options]="dues" [formField]="form.due" />
        <ui-select id="urgent" label="Urgency" [options]="urgencies" [formField]="form.urgent" />
      </ui-filter>
      @if (shown(); as page) {
        <app-queue-tabs [counts]="page.counts" [current]="currentTab()" [linkOf]="tabLink" />
        @if (page.items.length > 0) {
          <p class="govuk-body">{{ count() }}</p>
          <app-selected-cases [items]="page.items" />
          <ui-table
            caption="Cases in the queue"
            isCaptionHidden
            isStacked
            firstCellIsHeader
            [columns]="columns"
            [rows]="page.items"
            [rowKey]="rowKey"
            [sort]="tableSort()"
            (sorted)="changeSort($event)"
          >
            <ng-template uiCell="reference" [uiCellOf]="page.items" let-row>
              <a class="govuk-link app-unbroken" [routerLink]="['/referrals', row.id, 'triage']">{{ row.reference }}</a>
              <br /><span class="govuk-!-font-weight-regular">{{ row.pupilName }}</span>
              @if (row.mayBeDuplicate) {
                <br /><ui-tag text="Possible duplicate" colour="orange" />
              }
            </ng-template>
            <ng-template uiCell="status" [uiCellOf]="page.items" let-row>
              <ui-tag [text]="statusTag(row.status).text" [colour]="statusTag(row.status).colour" />
              @if (row.isUrgent) {
                {{ ' ' }}<ui-tag text="Urgent" colour="red" />
              }
              <br />{{ row.nextStep }}
              @if (row.sinceReturn; as since) {
                <br /><a
                  class="govuk-link"
                  [routerLink]="['/referrals', row.id, 'versions', 'differences']"
                  [queryParams]="{ before: since.before, after: since.after }"
                  >{{ rowChangesText(since.changes)
                  }}<span class="govuk-visually-hidden"> of {{ row.reference }}</span></a
                >
              }
            </ng-template>
            <ng-template uiCell="due" [uiCellOf]="page.items" let-row>
              {{ dueText(row) }}
              @if (row.workingDaysLate > 0) {
                <ui-tag [text]="lateText(row.workingDaysLate)" colour="red" />
              }
            </ng-template>
            <ng-template uiCell="select" [uiCellOf]="page.items" let-row>
              <div class="govuk-checkboxes govuk-checkboxes--small">
                <div class="govuk-checkboxes__item">
                  <input
                    #box
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    [id]="'select-' + row.id"
                    [checked]="memory.isSelected(row.id)"
                    (change)="memory.select([row], box.checked)"
                  />
                  <label class="govuk-label govuk-checkboxes__label" [attr.for]="'select-' + row.id"
                    ><span class="govuk-visually-hidden">Select {{ row.reference }}</span></label
                  >
                </div>
              </div>
            </ng-template>
          </ui-table>
          @if (nextLink() || firstLink()) {
            <ui-pagination
              label="Pages of the queue"
              [previousLink]="firstLink()"
              previousLabel="Back to the first page"
              [nextLink]="nextLink()"
            />
          }
        } @else if (tags().length > 0) {
          <p class="govuk-body">No case fits these filters. Remove one, or clear them all.</p>
        } @else {
          <p class="govuk-body">Nothing waits here.</p>
        }
      } @else {
        <app-loading />
      }
      @if (maySetDeadlines) {
        <p class="govuk-body"><a class="govuk-link" routerLink="/queue/deadlines">Deadlines of each step</a></p>
      }
    }
  `,
})
export class QueuePage {
  readonly tab = input<string>();
  readonly schoolId = input<string>();
  readonly primaryNeed = input<string>();
  readonly assignee = input<string>();
  readonly due = input<string>();
  readonly urgent = input<string>();
  readonly search = input<string>();
  readonly sort = input<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly service = inject(QueueService);
  protected readonly memory = inject(QueueMemory);
  protected readonly done = justDone();
  protected readonly maySetDeadlines = this.session.may('case_deadlines:set');

  private readonly conditions = computed<QueueConditions>(() => ({
    schoolId: this.schoolId() ?? '',
    primaryNeed: this.primaryNeed() ?? '',
    assignee: this.assignee() ?? '',
    due: this.due() ?? '',
    urgent: this.urgent() ?? '',
    search: this.search() || this.memory.words(),
  }));
  protected readonly filter = computed(() => queueFilter(this.tab(), this.conditions(), this.sort()));
  protected readonly queue = rxResource({
    params: () => queueParams(this.filter(), this.conditions().search, this.after()),
    stream: ({ params: { search, ...others } }) =>
      search === undefined || isReferenceSearch(search)
        ? this.service.listQueue({ ...others, ...(search !== undefined && { search }) })
        : this.service.searchQueue({ ...others, search }),
  });
  private readonly schoolList = listSchoolsResource();
  private readonly coordinators = listCoordinatorsResource();
  private readonly savedViews = listSavedViewsResource();

  /** What is chosen but not applied yet; begins again with what the address says. */
  private readonly chosen = linkedSignal(this.conditions);
  protected readonly form = form(this.chosen);

  protected readonly views = computed(() => (this.savedViews.hasValue() ? this.savedViews.value().items : []));
  protected readonly schools = computed(() => [
    { value: '', text: 'All schools' },
    ...(this.schoolList.hasValue() ? this.schoolList.value().items : []).map(({ id, name }) => ({
      value: id,
      text: name,
    })),
  ]);
  protected readonly assignees = computed(() => [
    { value: '', text: 'Anybody or nobody' },
    { value: 'me', text: 'Me' },
    { value: 'nobody', text: 'Nobody' },
    ...(this.coordinators.hasValue() ? this.coordinators.value().items : [])
      .filter(({ userId }) => userId !== this.session.session()?.userId)
      .map(({ userId, name }) => ({ value: userId, text: name })),
  ]);
  protected readonly tags = computed(() =>
    conditionTags(this.conditions(), {
      school: this.schools().find(({ value }) => value === this.schoolId())?.text,
      assignee: this.assignees()
        .find(({ value }) => value === this.assignee())
        ?.text.toLowerCase(),
    }),
  );
  private readonly read = computed(() => (this.queue.hasValue() ? this.queue.value() : undefined));
  /** The list before stays until the new one is there, so that the page does not jump. */
  protected readonly shown = linkedSignal<Page | undefined, Page | undefined>({
    source: this.read,
    computation: (page, previous) => page ?? previous?.value,
  });
  protected readonly currentTab = computed(() => {
    const tab = this.tab() ?? '';
    return isQueueTab(tab) ? tab : 'all';
  });
  protected readonly count = computed(() => {
    const page = this.shown();
    const counted = page?.counts.find(({ tab }) => tab === this.currentTab());
    return page && counted ? queueCountText(page.items.length, counted.count, counted.isAtLeast) : '';
  });
  protected readonly tableSort = computed<TableSort>(() => {
    const sort = this.sort();
    if (sort === 'oldest') return { key: 'submitted', direction: 'ascending' };
    return sort === 'newest' ? { key: 'submitted', direction: 'descending' } : { key: 'due', direction: 'ascending' };
  });
  protected readonly nextLink = computed(() => {
    const after = this.shown()?.nextAfter ?? null;
    return after === null ? undefined : this.link({ after });
  });
  protected readonly firstLink = computed(() => (this.after() ? this.link({ after: null }) : undefined));
  protected readonly tabLink = (tab: string): string => this.link({ tab, after: null });

  protected readonly needs = [{ value: '', text: 'All needs' }, ...codeOptions(SEN_TYPES)];
  protected readonly dues = dueOptions;
  protected readonly urgencies = urgentOptions;
  protected readonly statusTag = statusTag;
  protected readonly dueText = dueText;
  protected readonly lateText = lateText;
  protected readonly rowChangesText = rowChangesText;
  protected readonly rowKey = (row: QueueItem): string => row.id;

  protected readonly columns: readonly TableColumn<QueueItem>[] = [
    { key: 'reference', text: 'Case', value: ({ reference }) => reference },
    {
      key: 'school',
      text: 'School',
      value: ({ schoolName, ncYear }) => (ncYear === null ? schoolName : `${schoolName}, ${ncYearLabel(ncYear)}`),
    },
    { key: 'status', text: 'Status, waits for', value: ({ status }) => statusTag(status).text },
    { key: 'due', text: 'Due', isSortable: true, value: dueText },
    { key: 'assignee', text: 'Assigned to', value: ({ assignee }) => assignee?.name ?? 'Nobody' },
    { key: 'complete', text: 'Completeness', value: completenessText },
    { key: 'select', text: 'Select', value: () => '' },
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
    effect(() => {
      const view = this.views().find(({ isDefault }) => isDefault);
      // Only where the address says nothing: "All" says so.
      if (!view || !untracked(() => this.saysNothing())) return;
      void this.router.navigateByUrl(this.address({ ...view.conditions }), { replaceUrl: true });
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

  protected changeSort({ key, direction }: TableSort): void {
    void this.show({ sort: key === 'due' ? '' : direction === 'ascending' ? 'oldest' : 'newest' });
  }

  private saysNothing(): boolean {
    const conditions: readonly string[] = Object.values(this.conditions());
    return [this.tab(), this.sort(), this.after(), ...conditions].every((text) => !text);
  }

  /** A changed list begins at its first page, and says its tab, so that no saved view takes its place. */
  private show(changes: Readonly<Record<string, string>>): Promise<boolean> {
    const entries = Object.entries(changes).map(([key, text]) => [key, text.trim() || null] as const);
    if (changes['search'] !== undefined) {
      this.memory.words.set(isReferenceSearch(changes['search']) ? '' : changes['search'].trim());
    }
    return this.router.navigateByUrl(
      this.link({ tab: this.currentTab(), ...Object.fromEntries(entries), after: null }),
    );
  }

  private link(queryParams: Readonly<Record<string, string | null>>): string {
    return this.address({
      tab: this.tab(),
      ...this.conditions(),
      sort: this.sort(),
      after: this.after(),
      ...queryParams,
    });
  }

  private address(all: Readonly<Record<string, string | null | undefined>>): string {
    const kept = Object.fromEntries(
      Object.entries(all).filter(([key, text]) => text && (key !== 'search' || isReferenceSearch(text))),
    );
    return this.router.serializeUrl(this.router.createUrlTree(['/queue'], { queryParams: kept }));
  }
}
