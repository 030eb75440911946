import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { CreateReview } from '@panel/api-client';
import { OutcomesService } from '@panel/api-client/outcomes/outcomes.service';
import { OUTCOME_CATEGORIES, type OutcomeCategory, outcomeCategoryLabel } from '@panel/case-rules';
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  type Option,
  Radios,
  SavedStateStatus,
  Textarea,
  TextInput,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { dateMistake, mistake, typedDate, typedWholeNumber } from '../home/page/form-mistakes.js';
import { FormDraft } from '../form-drafts/form-draft.js';
import { FormDraftNotice } from '../form-drafts/form-draft-notice.js';
import { Submission } from '../home/page/submission.js';
import { doneState } from '../referrals/case/done-message.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { nextSteps } from './outcome-words.js';

interface ReviewAnswers {
  readonly reviewedOn: string;
  readonly outcomeCategory: OutcomeCategory | '';
  readonly goalScoreBefore: string;
  readonly goalScoreNow: string;
  readonly nextStep: CreateReview['nextStep'] | '';
  readonly note: string;
}

/** A score from 0 to 10, or nothing where none was taken. */
function scoreMistake(text: string, name: string) {
  if (text.trim() === '') return undefined;
  const score = typedWholeNumber(text);
  return score === undefined || score > 10 ? mistake(`${name} must be a whole number from 0 to 10`) : undefined;
}

@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    DateInput,
    ErrorSummary,
    FormDraftNotice,
    FormField,
    Radios,
    SavedStateStatus,
    Textarea,
    TextInput,
  ],
  template: `
    <ui-back-link
      *appBeforeMain
      [link]="'/referrals/' + referralId() + '/reviews'"
      text="Back to reviews and outcomes"
    />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Record a review</h1>
        <app-form-draft-notice [draft]="draft" />
        <form novalidate (submit)="record($event)">
          <ui-date-input
            id="reviewedOn"
            label="Date of the review"
            labelSize="m"
            [formField]="form.reviewedOn"
            [error]="submission.errorOf('reviewedOn')"
          />
          <ui-radios
            id="outcomeCategory"
            label="Outcome"
            labelSize="m"
            [options]="categories"
            [formField]="form.outcomeCategory"
            [error]="submission.errorOf('outcomeCategory')"
          />
          <ui-input
            id="goalScoreBefore"
            label="Goal score before the support (optional)"
            hint="From 0 to 10"
            inputmode="numeric"
            [width]="2"
            [formField]="form.goalScoreBefore"
            [error]="submission.errorOf('goalScoreBefore')"
          />
          <ui-input
            id="goalScoreNow"
            label="Goal score now (optional)"
            hint="From 0 to 10"
            inputmode="numeric"
            [width]="2"
            [formField]="form.goalScoreNow"
            [error]="submission.errorOf('goalScoreNow')"
          />
          <ui-radios
            id="nextStep"
            label="Next step"
            labelSize="m"
            [options]="steps"
            [formField]="form.nextStep"
            [error]="submission.errorOf('nextStep')"
          />
          <ui-textarea
            id="note"
            label="Note (optional)"
            labelSize="m"
            [characterLimit]="5000"
            [formField]="form.note"
            [error]="submission.errorOf('note')"
          />
          <ui-saved-state [state]="draft.state()" />
          <button ui-button preventDoubleClick>Save the review</button>
        </form>
      </div>
    </div>
  `,
})
export class ReviewPage {
  readonly referralId = input.required<string>();

  private readonly service = inject(OutcomesService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly steps = nextSteps;
  protected readonly categories: readonly Option<OutcomeCategory>[] = OUTCOME_CATEGORIES.map((value) => ({
    value,
    text: outcomeCategoryLabel(value),
  }));
  private readonly answers = signal<ReviewAnswers>({
    reviewedOn: '',
    outcomeCategory: '',
    goalScoreBefore: '',
    goalScoreNow: '',
    nextStep: '',
    note: '',
  });
  protected readonly draft = new FormDraft(
    computed(() => ({ form: 'create_review', referralId: this.referralId() })),
    this.answers,
  );
  protected readonly form = form(this.answers, (path) => {
    validate(path.reviewedOn, ({ value }) => dateMistake(value(), 'the date of the review'));
    validate(path.outcomeCategory, ({ value }) => (value() === '' ? mistake('Select the outcome') : undefined));
    validate(path.goalScoreBefore, ({ value }) => scoreMistake(value(), 'Goal score before the support'));
    validate(path.goalScoreNow, ({ value }) => scoreMistake(value(), 'Goal score now'));
    validate(path.nextStep, ({ value }) => (value() === '' ? mistake('Select the next step') : undefined));
    validate(path.note, ({ value }) =>
      value().length > 5000 ? mistake('Note must be 5,000 characters or less') : undefined,
    );
  });

  protected async record(event: Event): Promise<void> {
    event.preventDefault();
    const isSaved = await this.submission.run(this.form, async () => {
      const body = this.body();
      await this.draft.sending(() =>
        firstValueFrom(this.service.createReview(this.referralId(), body, this.submission.creating(body))),
      );
    });
    if (isSaved) await this.router.navigateByUrl(`/referrals/${this.referralId()}/reviews`, doneState('Review saved'));
  }

  private body(): CreateReview {
    const { reviewedOn, outcomeCategory, goalScoreBefore, goalScoreNow, nextStep, note } = this.answers();
    if (outcomeCategory === '' || nextStep === '') throw new Error('The form was sent although it has mistakes');
    return {
      reviewedOn: typedDate(reviewedOn),
      outcomeCategory,
      goalScoreBefore: typedWholeNumber(goalScoreBefore) ?? null,
      goalScoreNow: typedWholeNumber(goalScoreNow) ?? null,
      nextStep,
      note: note.trim(),
    };
  }
}
