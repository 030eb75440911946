import { Component, computed, effect, inject, input } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { BackLink, Button, ErrorSummary, focusField, InsetText, instantText, SavedStateStatus } from '@panel/ui';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { ChoiceList } from './choice-list.js';
import { ReturnQuestions } from '../../triage/return/return-questions.js';
import { CopiedAnswers } from './copied-answers.js';
import { FellowWriters } from './fellow-writers.js';
import type { SectionDraft } from './section-draft.js';
import { linkAfter, pageCount } from './question-pages.js';

/** Everything around the questions of a page: errors, saving, the work of others and the ways on. */
@Component({
  selector: 'app-section-form',
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ChoiceList,
    CopiedAnswers,
    ErrorSummary,
    FellowWriters,
    InsetText,
    Loading,
    ProblemMessage,
    ReturnQuestions,
    RouterLink,
    SavedStateStatus,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="tasksLink()" text="Back to the task list" />
    @if (draft().referral.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="draft().problems.errors()" />
          <span class="govuk-caption-l">{{ count() }}</span>
          <h1 class="govuk-heading-l">{{ page().heading }}</h1>
          @if (draft().isEditable()) {
            <app-choice-list [draft]="draft()" />
            @if (draft().takenOver(); as text) {
              <ui-inset-text>{{ text }}</ui-inset-text>
            } @else if (lastSaved(); as text) {
              <p class="govuk-hint">{{ text }}</p>
            }
            <app-fellow-writers [draft]="draft()" [referralId]="referralId()" />
            <app-copied-answers [draft]="draft()" />
            @if (page().intro; as intro) {
              <p class="govuk-body">{{ intro }}</p>
            }
            @if (draft().referral.value()?.status === 'returned') {
              <app-return-questions [referralId]="referralId()" [page]="page()" />
            }
            <form novalidate (submit)="saveAndContinue($event)">
              <ng-content />
              <ui-saved-state [state]="draft().saver.state()" />
              <div class="govuk-button-group">
                <button ui-button preventDoubleClick>Continue</button>
                <a class="govuk-link" [routerLink]="tasksLink()">Save and return to the task list</a>
              </div>
            </form>
          } @else {
            <ui-inset-text>
              This referral has been submitted, so its answers cannot be changed.
              <a class="govuk-link" [routerLink]="['/referrals', referralId()]">Go to the referral</a>
            </ui-inset-text>
          }
        </div>
      </div>
    } @else if (draft().referral.error(); as error) {
      <app-problem [error]="error" (tryAgain)="draft().referral.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class SectionForm {
  readonly draft = input.required<SectionDraft>();
  readonly referralId = input.required<string>();

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  protected readonly page = computed(() => this.draft().page());
  protected readonly tasksLink = computed(() => `/referrals/${this.referralId()}/tasks`);
  protected readonly count = computed(() => pageCount(this.page()));
  protected readonly lastSaved = computed(() => {
    const saved = this.draft().savedBefore();
    return saved && `Last saved by ${saved.byName} on ${instantText(saved.at)}`;
  });

  constructor() {
    let isFirst = true;
    effect(() => {
      if (!this.draft().isEditable() || !isFirst) return;
      isFirst = false;
      const field = this.route.snapshot.fragment;
      // "Change" leads to the very question, which exists once the form is drawn and the heading has had the focus.
      if (field) setTimeout(() => focusField(field));
    });
  }

  protected async saveAndContinue(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.draft().saveAndCheck())) return;
    const cameToChange = this.route.snapshot.queryParamMap.get('from') === 'check';
    const referral = this.draft().referral.value();
    const next =
      cameToChange || !referral
        ? `/referrals/${this.referralId()}/check`
        : linkAfter(this.referralId(), this.page(), referral);
    await this.router.navigateByUrl(next);
  }
}
