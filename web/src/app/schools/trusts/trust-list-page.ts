import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { TrustListItem } from '@panel/api-client';
import { listTrustsResource } from '@panel/api-client/trusts/trusts.resource';
import { BackLink, Filter, Pagination, Table, type TableColumn, TextInput } from '@panel/ui';
import { lastValue } from '../../home/page/last-value.js';
import { BeforeMain } from '../../shell/before-main.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

/** Academy trusts with schools in the register. */
@Component({
  imports: [BackLink, BeforeMain, Filter, FormField, Loading, Pagination, ProblemMessage, Table, TextInput],
  template: `
    <ui-back-link *appBeforeMain link="/schools" text="Back to schools" />
    @if (trusts.error(); as error) {
      <app-problem [error]="error" (tryAgain)="trusts.reload()" />
    } @else if (page(); as page) {
      <h1 class="govuk-heading-l">Trusts</h1>
      <ui-filter [tags]="tags()" (applied)="show(wanted().search)" (removed)="show('')" (cleared)="show('')">
        <ui-input
          id="search"
          label="Search"
          hint="Part of the name, or the UID"
          type="search"
          [width]="20"
          [formField]="form.search"
        />
      </ui-filter>
      @if (page.items.length > 0) {
        <p class="govuk-body">{{ count() }}</p>
        <ui-table
          caption="Trusts"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="page.items"
          [rowKey]="idOf"
        />
        @if (after() || nextLink()) {
          <ui-pagination
            label="Pages of trusts"
            [previousLink]="after() ? linkTo(search() ?? '') : undefined"
            previousLabel="Back to the first page"
            [nextLink]="nextLink()"
          />
        }
      } @else if (search()) {
        <p class="govuk-body">No trust fits what you searched for.</p>
      } @else {
        <p class="govuk-body">There are no trusts yet. They come with the import of schools.</p>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class TrustListPage {
  readonly search = input<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  protected readonly trusts = listTrustsResource(
    computed(() => {
      const [search, after] = [this.search(), this.after()];
      return { ...(search && { search }), ...(after && { after }) };
    }),
  );
  protected readonly page = lastValue(this.trusts);
  protected readonly wanted = linkedSignal(() => ({ search: this.search() ?? '' }));
  protected readonly form = form(this.wanted);
  protected readonly tags = computed(() => {
    const search = this.search();
    return search ? [{ key: 'search', text: `Search: ${search}` }] : [];
  });
  protected readonly count = computed(() => {
    const total = this.page()?.total ?? 0;
    return total === 1 ? '1 trust' : `${total.toLocaleString('en-GB')} trusts`;
  });
  protected readonly nextLink = computed(() => {
    const next = this.page()?.nextAfter;
    return next ? this.linkTo(this.search() ?? '', next) : undefined;
  });
  protected readonly columns: readonly TableColumn<TrustListItem>[] = [
    { key: 'name', text: 'Name', value: ({ name }) => name, link: ({ id }) => `/schools/trusts/${id}` },
    { key: 'uid', text: 'UID', value: ({ uid }) => uid },
    { key: 'openSchools', text: 'Open schools', isNumeric: true, value: ({ openSchools }) => String(openSchools) },
  ];
  protected readonly idOf = ({ id }: TrustListItem): string => id;

  constructor() {
    const live = inject(LiveRegion);
    let isFirst = true;
    effect(() => {
      if (!this.trusts.hasValue()) return;
      if (!isFirst) live.announce(untracked(this.count));
      isFirst = false;
    });
  }

  protected show(search: string): void {
    void this.router.navigateByUrl(this.linkTo(search));
  }

  protected linkTo(search: string, after?: string): string {
    const queryParams = { ...(search.trim() && { search: search.trim() }), ...(after && { after }) };
    return this.router.serializeUrl(this.router.createUrlTree(['/schools/trusts'], { queryParams }));
  }
}
