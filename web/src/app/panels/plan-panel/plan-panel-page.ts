import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { PanelsService } from '@panel/api-client/panels/panels.service';
import { firstReviewOn, papersCloseOn, papersPublishedOn, schoolInformedBy } from '@panel/case-rules';
import { BackLink, Button, DateInput, dayText, ErrorSummary, SummaryList, type SummaryRow, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { dateMistake, mistake, typedDate } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';

const venueLimit = 200;

@Component({
  imports: [BackLink, BeforeMain, Button, DateInput, ErrorSummary, FormField, SummaryList, TextInput],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/panels" text="Back to panels" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Plan a panel</h1>
        <form novalidate (submit)="plan($event)">
          <ui-date-input
            id="heldOn"
            label="When is the panel held?"
            labelSize="m"
            [formField]="form.heldOn"
            [error]="submission.errorOf('heldOn')"
          />
          <div role="status">
            @if (dates().length > 0) {
              <h2 class="govuk-heading-s">What follows from this date</h2>
              <ui-summary-list [rows]="dates()" />
            }
          </div>
          <ui-input
            id="venue"
            label="Where is it held?"
            labelSize="m"
            hint="For example, Town Hall, room 2, or a video meeting"
            [formField]="form.venue"
            [error]="submission.errorOf('venue')"
          />
          <button ui-button>Plan the panel</button>
        </form>
      </div>
    </div>
  `,
})
export class PlanPanelPage {
  private readonly service = inject(PanelsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  private readonly answers = signal({ heldOn: '', venue: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.heldOn, ({ value }) => dateMistake(value(), 'the date of the panel'));
    validate(path.venue, ({ value }) => {
      if (value().trim() === '') return mistake('Enter where the panel is held');
      return value().length > venueLimit ? mistake(`Venue must be ${venueLimit} characters or less`) : undefined;
    });
  });

  protected readonly dates = computed((): readonly SummaryRow[] => {
    const heldOn = typedDate(this.answers().heldOn);
    // Only a year that can be meant: no dates appear in the middle of typing.
    if (!heldOn.startsWith('20')) return [];
    return [
      { key: 'Last day for cases to join', value: dayText(papersCloseOn(heldOn)) },
      { key: 'Papers published by', value: dayText(papersPublishedOn(heldOn)) },
      { key: 'Schools informed by', value: dayText(schoolInformedBy(heldOn)) },
      { key: 'First reviews from', value: dayText(firstReviewOn(heldOn)) },
    ];
  });

  protected async plan(event: Event): Promise<void> {
    event.preventDefault();
    const body = { heldOn: typedDate(this.answers().heldOn), venue: this.answers().venue.trim() };
    await this.submission.run(
      this.form,
      async () => {
        const { id } = await firstValueFrom(this.service.planPanel(body, this.submission.creating(body)));
        await this.router.navigateByUrl(`/panels/${id}`, { info: 'Panel planned' });
      },
      { panel_on_this_day_exists: 'heldOn' },
    );
  }
}
