import { Component, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Rounding } from '@panel/api-client';
import { RateCardsService } from '@panel/api-client/rate-cards/rate-cards.service';
import { BackLink, Button, DateInput, ErrorSummary, type Option, Radios, Textarea, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { roundingLabel } from '../../analyses/analysis-words.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { emptyRateCard, rateCardBody, rateCardSchema } from './rate-card-form.js';

@Component({
  imports: [BackLink, BeforeMain, Button, DateInput, ErrorSummary, FormField, Radios, Textarea, TextInput],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/rate-cards" text="Back to rate cards" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Add a rate card</h1>
        <form novalidate (submit)="create($event)">
          <ui-input
            id="name"
            label="Name"
            labelSize="s"
            hint="For example, Teaching assistants 2026 to 2027"
            [formField]="form.name"
            [error]="submission.errorOf('name')"
          />
          <ui-date-input
            id="startsOn"
            label="In force from"
            labelSize="s"
            [formField]="form.startsOn"
            [error]="submission.errorOf('startsOn')"
          />
          <ui-date-input
            id="endsOn"
            label="In force until (optional)"
            labelSize="s"
            [formField]="form.endsOn"
            [error]="submission.errorOf('endsOn')"
          />
          <ui-input
            id="hourlyRatePence"
            label="Hourly rate"
            labelSize="s"
            hint="In pounds, for example 11.26"
            prefix="£"
            inputmode="decimal"
            [width]="5"
            [formField]="form.hourlyRatePence"
            [error]="submission.errorOf('hourlyRatePence')"
          />
          <ui-input
            id="weeksPerYear"
            label="Weeks a year"
            labelSize="s"
            hint="For example, 39 or 45.3"
            inputmode="decimal"
            [width]="4"
            [formField]="form.weeksPerYear"
            [error]="submission.errorOf('weeksPerYear')"
          />
          <ui-input
            id="schoolContributionPence"
            label="School’s contribution a year"
            labelSize="s"
            hint="In pounds"
            prefix="£"
            inputmode="decimal"
            [width]="10"
            [formField]="form.schoolContributionPence"
            [error]="submission.errorOf('schoolContributionPence')"
          />
          <ui-textarea
            id="bands"
            label="Bands of weekly hours"
            labelSize="s"
            hint="One a line. For a fixed amount a year write it after a colon, for example 32.5: 13,753.00"
            [rows]="4"
            [formField]="form.bands"
            [error]="submission.errorOf('bands')"
          />
          <ui-radios
            id="rounding"
            label="Rounding"
            labelSize="s"
            [options]="roundings"
            [formField]="form.rounding"
            [error]="submission.errorOf('rounding')"
          />
          <ui-input
            id="priceYear"
            label="Price year"
            labelSize="s"
            hint="For example, 2026-27"
            [width]="10"
            [formField]="form.priceYear"
            [error]="submission.errorOf('priceYear')"
          />
          <ui-textarea
            id="source"
            label="Source of the rates"
            labelSize="s"
            hint="For example, the pay scale and the decision that set it"
            [rows]="3"
            [characterLimit]="500"
            [formField]="form.source"
            [error]="submission.errorOf('source')"
          />
          <button ui-button>Add the rate card</button>
        </form>
      </div>
    </div>
  `,
})
export class CreateRateCardPage {
  private readonly service = inject(RateCardsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly roundings: readonly Option<Rounding>[] = [
    { value: 'none', text: roundingLabel('none') },
    { value: 'whole_pounds_half_up', text: roundingLabel('whole_pounds_half_up') },
  ];
  private readonly answers = signal(emptyRateCard);
  protected readonly form = form(this.answers, rateCardSchema);

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, async () => {
      const body = rateCardBody(this.answers());
      await firstValueFrom(this.service.createRateCard(body, this.submission.creating(body)));
    });
    if (isDone) await this.router.navigateByUrl('/rate-cards', { info: 'Rate card added' });
  }
}
