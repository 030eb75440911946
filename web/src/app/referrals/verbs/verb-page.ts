import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BackLink, Button, ErrorSummary, InsetText, SavedStateStatus } from '@panel/ui';
import { FormDraftNotice } from '../../form-drafts/form-draft-notice.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { statusTag } from '../labels.js';
import type { ReferralVerbForm } from './referral-verb.js';

/** Everything around the questions of one verb: whose case it is, errors, the button and the way back. */
@Component({
  selector: 'app-verb-page',
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormDraftNotice,
    InsetText,
    Loading,
    ProblemMessage,
    RouterLink,
    SavedStateStatus,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="'/referrals/' + referralId()" text="Back to the case" />
    @if (form().referral.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="form().problems.errors()" />
          <span class="govuk-caption-l">{{ form().referral.value()?.reference }}</span>
          <h1 class="govuk-heading-l">{{ heading() }}</h1>
          @if (isPossible()) {
            @if (form().kept; as kept) {
              <app-form-draft-notice [draft]="kept" />
            }
            <form novalidate (submit)="submit($event)">
              <ng-content />
              @if (form().kept; as kept) {
                <ui-saved-state [state]="kept.state()" />
              }
              <div class="govuk-button-group">
                <button ui-button preventDoubleClick [kind]="kind()">{{ buttonText() }}</button>
                <a class="govuk-link" [routerLink]="['/referrals', referralId()]">Cancel</a>
              </div>
            </form>
          } @else {
            <ui-inset-text>
              You cannot do this now. The status of this referral is “{{ status() }}”.
              <a class="govuk-link" [routerLink]="['/referrals', referralId()]">Go to the case</a>
            </ui-inset-text>
          }
        </div>
      </div>
    } @else if (form().referral.error(); as error) {
      <app-problem [error]="error" (tryAgain)="form().referral.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class VerbPage {
  readonly form = input.required<ReferralVerbForm>();
  readonly referralId = input.required<string>();
  readonly heading = input.required<string>();
  readonly buttonText = input.required<string>();
  readonly kind = input<'primary' | 'warning'>('primary');
  readonly submitted = output();

  private readonly referral = computed(() => {
    const { referral } = this.form();
    return referral.hasValue() ? referral.value() : undefined;
  });
  protected readonly isPossible = computed(() => this.referral()?.availableVerbs.includes(this.form().verb) ?? false);
  protected readonly status = computed(() => statusTag(this.referral()?.status ?? 'draft').text);

  protected submit(event: Event): void {
    event.preventDefault();
    this.submitted.emit();
  }
}
