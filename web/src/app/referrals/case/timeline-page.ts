import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { CaseEventKind } from '@panel/api-client';
import { readCaseTimelineResource } from '@panel/api-client/case-files/case-files.resource';
import { Filter, type FilterTag, Pagination, Select, Timeline, type TimelineEvent } from '@panel/ui';
import { form, FormField } from '@angular/forms/signals';
import { linkedSignal } from '@angular/core';
import { lastValue } from '../../home/page/last-value.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { CaseFile } from './case-file.js';
import { eventKinds, kindOf } from './event-kinds.js';

/** What has happened to a case, the newest first: all of it, or what is about one thing. */
@Component({
  imports: [Filter, FormField, Loading, Pagination, ProblemMessage, Select, Timeline],
  template: `
    @if (shown(); as page) {
      <h1 class="govuk-heading-l">Timeline</h1>
      <ui-filter [tags]="tags()" (applied)="apply()" (removed)="clear()" (cleared)="clear()">
        <ui-select id="kind" label="About" [options]="kinds" [formField]="form.kind" />
      </ui-filter>
      @if (events().length > 0) {
        <h2 class="govuk-visually-hidden">What has happened</h2>
        <ui-timeline [events]="events()" />
        @if (nextLink() || firstLink()) {
          <ui-pagination
            label="Pages of the timeline"
            [previousLink]="firstLink()"
            previousLabel="Back to the newest"
            [nextLink]="nextLink()"
          />
        }
      } @else {
        <p class="govuk-body">
          {{ tags().length > 0 ? 'Nothing of this kind has happened.' : 'Nothing has happened yet.' }}
        </p>
      }
    } @else if (timeline.error(); as error) {
      <app-problem [error]="error" (tryAgain)="timeline.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class TimelinePage {
  /** From the address. */
  readonly kind = input<string>();
  readonly before = input<string>();

  private readonly file = inject(CaseFile);
  private readonly router = inject(Router);
  private readonly chosenKind = computed<CaseEventKind | undefined>(() => kindOf(this.kind()));
  protected readonly timeline = readCaseTimelineResource(
    this.file.referralId,
    computed(() => {
      const [kind, before] = [this.chosenKind(), this.before()];
      return { ...(kind !== undefined && { kind }), ...(before !== undefined && { before }) };
    }),
  );
  protected readonly shown = lastValue(this.timeline);
  protected readonly kinds = eventKinds;
  private readonly answers = linkedSignal(() => ({ kind: this.chosenKind() ?? '' }));
  protected readonly form = form(this.answers);
  private readonly base = computed(() => `/referrals/${this.file.referralId()}/timeline`);

  protected readonly tags = computed<readonly FilterTag[]>(() => {
    const option = this.kinds.find(({ value }) => value !== '' && value === this.chosenKind());
    return option ? [{ key: 'kind', text: `About: ${option.text}` }] : [];
  });
  protected readonly events = computed<readonly TimelineEvent[]>(() =>
    (this.shown()?.items ?? []).map(({ at, summary, actorName, link }) => ({
      heading: summary,
      at,
      by: actorName,
      ...(link !== null && { link }),
    })),
  );
  protected readonly nextLink = computed(() => {
    const next = this.shown()?.nextBefore ?? null;
    return next === null ? undefined : this.address({ before: next });
  });
  protected readonly firstLink = computed(() => (this.before() === undefined ? undefined : this.address({})));

  protected apply(): void {
    const { kind } = this.answers();
    void this.router.navigateByUrl(kind === '' ? this.base() : `${this.base()}?kind=${kind}`);
  }

  protected clear(): void {
    void this.router.navigateByUrl(this.base());
  }

  private address(page: { readonly before?: string }): string {
    const kind = this.chosenKind();
    const query = new URLSearchParams({ ...(kind !== undefined && { kind }), ...page }).toString();
    return query === '' ? this.base() : `${this.base()}?${query}`;
  }
}
