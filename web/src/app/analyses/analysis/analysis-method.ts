import { Component, computed, input } from '@angular/core';
import type { Analysis, RateCardBand } from '@panel/api-client';
import { formatPounds } from '@panel/money';
import { instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { roundingLabel, weeklyHoursText } from '../analysis-words.js';

/** What went into a run: with the same inputs anybody gets the same result. */
@Component({
  selector: 'app-analysis-method',
  imports: [SummaryList],
  template: `
    <h2 class="govuk-heading-m" id="method">Method</h2>
    <p class="govuk-body">
      For each child: hourly rate × weekly hours × weeks a year, less what the school pays itself, and never below zero.
    </p>
    <ui-summary-list [rows]="rows()" />
  `,
})
export class AnalysisMethod {
  readonly analysis = input.required<Analysis>();

  protected readonly rows = computed((): readonly SummaryRow[] => {
    const { rateCard, methodologyVersion, inputsHash, queuedAt, finishedAt } = this.analysis();
    return [
      { key: 'Methodology version', value: methodologyVersion },
      { key: 'Rate card', value: rateCard.name },
      { key: 'Hourly rate', value: formatPounds(rateCard.hourlyRatePence) },
      { key: 'Weeks a year', value: String(rateCard.weeksPerYear) },
      { key: 'School’s contribution a year', value: formatPounds(rateCard.schoolContributionPence) },
      { key: 'Bands of hours', value: rateCard.bands.map(bandText) },
      { key: 'Rounding', value: roundingLabel(rateCard.rounding) },
      { key: 'Price year', value: rateCard.priceYear },
      { key: 'Source of the rates', value: rateCard.source },
      { key: 'Started', value: instantText(queuedAt) },
      { key: 'Finished', value: finishedAt ? instantText(finishedAt) : 'Not yet' },
      // In groups, so that it breaks on a narrow screen.
      { key: 'Hash of the inputs (SHA-256)', value: inputsHash ? grouped(inputsHash) : 'Not yet' },
    ];
  });
}

function bandText({ weeklyHours, fixedAnnualPence }: RateCardBand): string {
  return fixedAnnualPence === null
    ? weeklyHoursText(weeklyHours)
    : `${weeklyHoursText(weeklyHours)}: fixed at ${formatPounds(fixedAnnualPence)} a year`;
}

/** A hash in groups of eight characters. */
export function grouped(hash: string): string {
  return hash.replace(/(.{8})(?=.)/g, '$1 ');
}
