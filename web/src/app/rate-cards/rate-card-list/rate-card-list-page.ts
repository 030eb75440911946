import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RateCard } from '@panel/api-client';
import { listRateCardsResource } from '@panel/api-client/rate-cards/rate-cards.resource';
import { formatPounds } from '@panel/money';
import { Breadcrumbs, Button, dayText, SummaryList, type SummaryRow } from '@panel/ui';
import { roundingLabel, weeklyHoursText } from '../../analyses/analysis-words.js';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

/** The rates that values are computed with. Cards are added, never changed: results name the card they used. */
@Component({
  imports: [BeforeMain, Breadcrumbs, Button, JustDone, Loading, ProblemMessage, RouterLink, SummaryList],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (rateCards.hasValue()) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">Rate cards</h1>
      <p class="govuk-body">A rate card is never changed. When rates change, a new one is added.</p>
      @if (session.may('rate_card:create')) {
        <a ui-button routerLink="/rate-cards/new">Add a rate card</a>
      }
      @for (card of cards(); track card.id) {
        <ui-summary-list [cardHeading]="card.name" [rows]="card.rows" />
      } @empty {
        <p class="govuk-body">There is no rate card yet.</p>
      }
    } @else if (rateCards.error(); as error) {
      <app-problem [error]="error" (tryAgain)="rateCards.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class RateCardListPage {
  protected readonly session = inject(CurrentSession);
  protected readonly done = justDone();
  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Rate cards' }];
  protected readonly rateCards = listRateCardsResource();
  protected readonly cards = computed(() =>
    (this.rateCards.hasValue() ? this.rateCards.value().items : []).map((card) => ({
      id: card.id,
      name: card.name,
      rows: rowsOf(card),
    })),
  );
}

function rowsOf(card: RateCard): readonly SummaryRow[] {
  return [
    { key: 'In force', value: `${dayText(card.startsOn)} to ${card.endsOn ? dayText(card.endsOn) : 'further notice'}` },
    { key: 'Hourly rate', value: formatPounds(card.hourlyRatePence) },
    { key: 'Weeks a year', value: String(card.weeksPerYear) },
    { key: 'School’s contribution a year', value: formatPounds(card.schoolContributionPence) },
    {
      key: 'Bands of hours',
      value: card.bands.map(({ weeklyHours, fixedAnnualPence }) =>
        fixedAnnualPence === null
          ? weeklyHoursText(weeklyHours)
          : `${weeklyHoursText(weeklyHours)}: fixed at ${formatPounds(fixedAnnualPence)} a year`,
      ),
    },
    { key: 'Rounding', value: roundingLabel(card.rounding) },
    { key: 'Price year', value: card.priceYear },
    { key: 'Source', value: card.source },
  ];
}
