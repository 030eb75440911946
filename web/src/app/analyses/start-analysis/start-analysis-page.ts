import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { AnalysesService } from '@panel/api-client/analyses/analyses.service';
import { listRateCardsResource } from '@panel/api-client/rate-cards/rate-cards.resource';
import { formatPounds } from '@panel/money';
import { BackLink, Button, DateInput, dayText, ErrorSummary, Select } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { typedDate } from '../../home/page/form-mistakes.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { Submission } from '../../home/page/submission.js';
import { FormProblems } from '../../shell/form-problems.js';
import { type StartAnalysisAnswers, startAnalysisSchema } from './start-analysis-form.js';

@Component({
  selector: 'app-start-analysis-page',
  imports: [BeforeMain, BackLink, Button, DateInput, ErrorSummary, FormField, Loading, ProblemMessage, Select],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/analyses" text="Back to analyses" />
    @if (rateCards.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Start an analysis</h1>
          <form novalidate (submit)="start($event)">
            <ui-date-input
              id="periodFrom"
              label="First day of the period"
              labelSize="m"
              hint="Children reviewed from this day on. For example, 24 2 2020"
              [formField]="form.periodFrom"
              [error]="submission.errorOf('periodFrom')"
            />
            <ui-date-input
              id="periodTo"
              label="Last day of the period"
              labelSize="m"
              hint="Children reviewed up to and on this day. For example, 13 9 2021"
              [formField]="form.periodTo"
              [error]="submission.errorOf('periodTo')"
            />
            <ui-select
              id="rateCardId"
              label="Rate card"
              labelSize="m"
              hint="Hourly rate, weeks a year and the school’s own contribution"
              [options]="rateCardOptions()"
              [formField]="form.rateCardId"
              [error]="submission.errorOf('rateCardId')"
            />
            <button ui-button>Start the analysis</button>
          </form>
        </div>
      </div>
    } @else if (rateCards.error(); as error) {
      <app-problem [error]="error" (tryAgain)="rateCards.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class StartAnalysisPage {
  private readonly service = inject(AnalysesService);
  private readonly router = inject(Router);

  protected readonly submission = new Submission();
  protected readonly rateCards = listRateCardsResource();
  protected readonly rateCardOptions = computed(() => {
    const cards = this.rateCards.hasValue() ? this.rateCards.value().items : [];
    return [
      { value: '', text: 'Choose a rate card' },
      ...cards.map(({ id, name, hourlyRatePence, startsOn }) => ({
        value: id,
        text: `${name}: ${formatPounds(hourlyRatePence)} an hour, from ${dayText(startsOn)}`,
      })),
    ];
  });
  private readonly answers = signal<StartAnalysisAnswers>({ periodFrom: '', periodTo: '', rateCardId: '' });
  protected readonly form = form(this.answers, startAnalysisSchema);

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    const { periodFrom, periodTo, rateCardId } = this.answers();
    const body = { periodFrom: typedDate(periodFrom), periodTo: typedDate(periodTo), rateCardId };
    await this.submission.run(this.form, async () => {
      const { id } = await firstValueFrom(this.service.startAnalysis(body, this.submission.creating(body)));
      await this.router.navigateByUrl(`/analyses/${id}`);
    });
  }
}
