import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readEhcFactsResource, listReviewsResource } from '@panel/api-client/outcomes/outcomes.resource';
import { isOutcomeCategory, outcomeCategoryLabel } from '@panel/case-rules';
import { Button, dayText, SummaryList, type SummaryRow } from '@panel/ui';
import { CaseFile } from '../referrals/case/case-file.js';
import { DoneMessage } from '../referrals/case/done-message.js';
import { CurrentSession } from '../session/current-session.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { ehcDecisions, nextSteps, wordsOf } from './outcome-words.js';

/** What came of the support: the judgement at each review, and what really happened beside it. */
@Component({
  imports: [Button, RouterLink, DoneMessage, Loading, ProblemMessage, SummaryList],
  template: `
    <app-done-message />
    <h1 class="govuk-heading-l">Reviews and outcomes</h1>
    @if (reviews.hasValue() && facts.hasValue()) {
      <h2 class="govuk-heading-m">Reviews</h2>
      @if (mayReview()) {
        <a ui-button [routerLink]="base() + '/reviews/new'">Record a review</a>
      }
      @for (review of shown(); track review.heading) {
        <ui-summary-list [cardHeading]="review.heading" [rows]="review.rows" />
      } @empty {
        <p class="govuk-body">There is no review yet.</p>
      }
      <h2 class="govuk-heading-m">EHC needs assessment: what really happened</h2>
      <ui-summary-list [rows]="factRows()" />
      @if (mayRecordFacts()) {
        <a ui-button kind="secondary" [routerLink]="base() + '/ehc-facts'">Record or change these facts</a>
      }
    } @else if (reviews.error() ?? facts.error(); as error) {
      <app-problem [error]="error" (tryAgain)="reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class OutcomesPage {
  private readonly file = inject(CaseFile);
  private readonly session = inject(CurrentSession);
  protected readonly reviews = listReviewsResource(this.file.referralId);
  protected readonly facts = readEhcFactsResource(this.file.referralId);
  protected readonly base = computed(() => `/referrals/${this.file.referralId()}`);
  protected readonly mayRecordFacts = computed(() => this.session.may('ehc_facts:record'));
  protected readonly mayReview = computed(() => {
    const status = this.file.referral.hasValue() ? this.file.referral.value().status : 'draft';
    return this.session.may('review:create') && (status === 'in_delivery' || status === 'in_review');
  });
  protected readonly shown = computed(() =>
    (this.reviews.hasValue() ? this.reviews.value().items : []).map((review) => ({
      heading: `Review on ${dayText(review.reviewedOn)}`,
      rows: [
        {
          key: 'Outcome',
          value: isOutcomeCategory(review.outcomeCategory)
            ? outcomeCategoryLabel(review.outcomeCategory)
            : 'Not recorded',
        },
        { key: 'Goal score before', value: scoreText(review.goalScoreBefore) },
        { key: 'Goal score now', value: scoreText(review.goalScoreNow) },
        { key: 'Next step', value: wordsOf(nextSteps, review.nextStep) },
        { key: 'Note', value: review.note },
        { key: 'Recorded by', value: review.recordedByName },
      ] satisfies SummaryRow[],
    })),
  );
  protected readonly factRows = computed<readonly SummaryRow[]>(() => {
    if (!this.facts.hasValue()) return [];
    const { requestedOn, decidedOn, decision, planIssuedOn, weeklyHours } = this.facts.value();
    return [
      { key: 'Assessment requested', value: dateText(requestedOn) },
      { key: 'Decided', value: dateText(decidedOn) },
      { key: 'Decision', value: wordsOf(ehcDecisions, decision) },
      { key: 'Plan issued', value: dateText(planIssuedOn) },
      { key: 'Weekly hours in the plan', value: weeklyHours === null ? 'Not recorded' : String(weeklyHours) },
    ];
  });

  protected reload(): void {
    this.reviews.reload();
    this.facts.reload();
  }
}

function dateText(day: string | null): string {
  return day === null ? 'Not recorded' : dayText(day);
}

function scoreText(score: number | null): string {
  return score === null ? 'Not recorded' : `${score} of 10`;
}
