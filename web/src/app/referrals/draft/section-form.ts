import { Component, computed, effect, inject, input } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { ReferralSection } from '@panel/case-rules';
import {
  BackLink,
  Button,
  ErrorSummary,
  focusField,
  InsetText,
  instantText,
  NotificationBanner,
  SavedStateStatus,
} from '@panel/ui';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import type { SectionDraft } from './section-draft.js';
import { linkAfter, sectionCount } from './section-steps.js';

/** Everything around the questions of a section: errors, saving, conflicts and the ways on. */
@Component({
  selector: 'app-section-form',
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    InsetText,
    Loading,
    NotificationBanner,
    ProblemMessage,
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
          <h1 class="govuk-heading-l">{{ heading() }}</h1>
          @if (draft().isEditable()) {
            @if (isInConflict() && draft().theirs(); as theirs) {
              <ui-notification-banner>
                <p class="govuk-notification-banner__heading">
                  {{ theirs.savedByName ?? 'Somebody else' }} has changed this section{{ on(theirs.savedAt) }}.
                </p>
                <p class="govuk-body">
                  What you have typed is still here, but it is not saved. Whose answers do you want to keep?
                </p>
                <div class="govuk-button-group">
                  <button ui-button id="conflict" type="button" (click)="draft().useTheirs()">
                    Load their answers instead of mine
                  </button>
                  <button ui-button type="button" kind="secondary" (click)="draft().keepMine()">
                    Save mine over theirs
                  </button>
                </div>
              </ui-notification-banner>
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
export class SectionForm<S extends ReferralSection> {
  readonly draft = input.required<SectionDraft<S>>();
  readonly referralId = input.required<string>();
  readonly heading = input.required<string>();

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  protected readonly tasksLink = computed(() => `/referrals/${this.referralId()}/tasks`);
  protected readonly count = computed(() => sectionCount(this.draft().section));
  protected readonly isInConflict = computed(() => this.draft().saver.state().kind === 'conflict');

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

  protected on(instant: string | null): string {
    return instant === null ? '' : ` on ${instantText(instant)}`;
  }

  protected async saveAndContinue(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.draft().saveAndCheck())) return;
    const cameToChange = this.route.snapshot.queryParamMap.get('from') === 'check';
    const next = cameToChange
      ? `/referrals/${this.referralId()}/check`
      : linkAfter(this.referralId(), this.draft().section);
    await this.router.navigateByUrl(next);
  }
}
