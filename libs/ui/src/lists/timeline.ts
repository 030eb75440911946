import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { instantText } from '../dates.js';
import { UiUrl } from '../links.js';

/** Something that happened. */
export interface TimelineEvent {
  readonly heading: string;
  /** Instant, ISO UTC; shown in UK time. */
  readonly at: string;
  readonly by?: string | undefined;
  readonly text?: string | undefined;
  /** Where the thing is found. */
  readonly link?: string | undefined;
}

/** What happened, newest first. */
@Component({
  selector: 'ui-timeline',
  imports: [RouterLink, UiUrl],
  template: `
    <ol class="app-timeline">
      @for (event of events(); track $index) {
        <li class="app-timeline__item">
          <h3 class="app-timeline__heading">
            @if (event.link; as link) {
              <a class="govuk-link" [routerLink]="link | uiUrl">{{ event.heading }}</a>
            } @else {
              {{ event.heading }}
            }
          </h3>
          @if (event.by; as name) {
            <p class="app-timeline__byline">by {{ name }}</p>
          }
          <p class="app-timeline__date">
            <time [attr.datetime]="event.at">{{ instantText(event.at) }}</time>
          </p>
          @if (event.text; as text) {
            <p class="app-timeline__text">{{ text }}</p>
          }
        </li>
      }
    </ol>
  `,
})
export class Timeline {
  readonly events = input.required<readonly TimelineEvent[]>();

  protected readonly instantText = instantText;
}
