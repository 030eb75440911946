import { Component, computed, effect, inject, input, output } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import {
  BackLink,
  Button,
  ErrorSummary,
  focusField,
  instantText,
  NotificationBanner,
  SavedStateStatus,
} from '@panel/ui';
import { BeforeMain } from '../shell/before-main.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import type { AssessmentEditor } from './assessment-editor.js';

/** Everything around the questions of an assessment: errors, saving, a colleague's changes and the ways on. */
@Component({
  selector: 'app-assessment-frame',
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    Loading,
    NotificationBanner,
    ProblemMessage,
    RouterLink,
    SavedStateStatus,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="caseLink()" text="Back to the assessments" />
    @if (editor().draft.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="editor().problems.errors()" />
          <span class="govuk-caption-l">{{ caption() }}</span>
          <h1 class="govuk-heading-l">{{ heading() }}</h1>
          @if (isInConflict() && editor().theirs(); as theirs) {
            <ui-notification-banner>
              <p class="govuk-notification-banner__heading">
                {{ theirs.savedByName ?? 'A colleague' }} has changed this assessment{{ on(theirs.savedAt) }}.
              </p>
              <p class="govuk-body">
                What you have typed is still here, but it is not saved. Whose answers do you want to keep?
              </p>
              <div class="govuk-button-group">
                <button ui-button id="conflict" type="button" (click)="editor().useTheirs()">
                  Load their answers instead of mine
                </button>
                <button ui-button type="button" kind="secondary" (click)="editor().keepMine()">
                  Save mine over theirs
                </button>
              </div>
            </ui-notification-banner>
          }
          <form novalidate (submit)="submit($event)">
            <ng-content />
            <ui-saved-state [state]="editor().saver.state()" />
            <div class="govuk-button-group">
              <button ui-button preventDoubleClick>Continue</button>
              <a class="govuk-link" [routerLink]="caseLink()">Save and return to the case</a>
            </div>
          </form>
        </div>
      </div>
    } @else if (editor().draft.error(); as error) {
      <app-problem [error]="error" (tryAgain)="editor().draft.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AssessmentFrame {
  readonly editor = input.required<AssessmentEditor>();
  readonly referralId = input.required<string>();
  readonly caption = input.required<string>();
  readonly heading = input.required<string>();
  readonly submitted = output();

  private readonly route = inject(ActivatedRoute);
  protected readonly caseLink = computed(() => `/referrals/${this.referralId()}/assessments`);
  protected readonly isInConflict = computed(() => this.editor().saver.state().kind === 'conflict');

  constructor() {
    let isFirst = true;
    effect(() => {
      if (!this.editor().draft.hasValue() || !isFirst) return;
      isFirst = false;
      const field = this.route.snapshot.fragment;
      // "Change" leads to the very question, which exists once the form is drawn and the heading has had the focus.
      if (field) setTimeout(() => focusField(field));
    });
  }

  protected on(instant: string | null): string {
    return instant === null ? '' : ` on ${instantText(instant)}`;
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.submitted.emit();
  }
}
