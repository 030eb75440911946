import { Component, computed, inject } from '@angular/core';
import { readReferralTimelineResource } from '@panel/api-client/referrals/referrals.resource';
import { Timeline, type TimelineEvent } from '@panel/ui';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { CaseFile } from './case-file.js';

@Component({
  imports: [Loading, ProblemMessage, Timeline],
  template: `
    @if (timeline.hasValue()) {
      <h1 class="govuk-heading-l">Timeline</h1>
      @if (events().length > 0) {
        <h2 class="govuk-visually-hidden">What has happened</h2>
        <ui-timeline [events]="events()" />
      } @else {
        <p class="govuk-body">Nothing has happened yet.</p>
      }
    } @else if (timeline.error(); as error) {
      <app-problem [error]="error" (tryAgain)="timeline.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class TimelinePage {
  protected readonly timeline = readReferralTimelineResource(inject(CaseFile).referralId);
  protected readonly events = computed<readonly TimelineEvent[]>(() =>
    (this.timeline.hasValue() ? [...this.timeline.value().items] : [])
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
      .map(({ at, summary, actorName }) => ({ heading: summary, at, by: actorName })),
  );
}
