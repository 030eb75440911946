import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readDeclineResource } from '@panel/api-client/triage/triage.resource';
import { dayText, InsetText } from '@panel/ui';

/** Why a referral was declined and what can be done now. Only for a declined referral, and for who may read it. */
@Component({
  selector: 'app-decline-notice',
  imports: [InsetText, RouterLink],
  template: `
    @if (notice(); as notice) {
      <h2 class="govuk-heading-m">Why this referral was declined</h2>
      <p class="govuk-body">
        <strong>{{ notice.reasonLabel }}</strong>, decided on {{ day(notice.declinedOn) }}
        @if (notice.declinedByName) {
          by {{ notice.declinedByName }}
        }
      </p>
      @for (paragraph of paragraphs(notice.explanation); track $index) {
        <p class="govuk-body">{{ paragraph }}</p>
      }
      @if (notice.nextSteps) {
        <h2 class="govuk-heading-m">What you can do next</h2>
        @for (paragraph of paragraphs(notice.nextSteps); track $index) {
          <p class="govuk-body">{{ paragraph }}</p>
        }
      }
      @if (notice.resources.length > 0) {
        <h2 class="govuk-heading-m">What may help</h2>
        <ul class="govuk-list govuk-list--spaced">
          @for (resource of notice.resources; track resource.id) {
            <li>
              <a class="govuk-link" [routerLink]="['/toolkit', resource.id]">{{ resource.title }}</a><br />{{
                resource.summary
              }}
            </li>
          }
        </ul>
      }
      <ui-inset-text>{{ notice.statutoryRoute }}</ui-inset-text>
      <h2 class="govuk-heading-m">If you think that this is wrong</h2>
      <p class="govuk-body">{{ notice.reconsideration }}</p>
    } @else if (decline.error()) {
      <p class="govuk-body">The reasons cannot be shown just now. Try again in a moment.</p>
    }
  `,
})
export class DeclineNotice {
  readonly referralId = input.required<string>();

  protected readonly decline = readDeclineResource(this.referralId);
  protected readonly notice = computed(() => (this.decline.hasValue() ? this.decline.value().notice : null));
  protected readonly day = dayText;

  protected paragraphs(text: string): readonly string[] {
    return text.split(/\n+/).filter((line) => line.trim() !== '');
  }
}
