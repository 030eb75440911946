import { afterNextRender, Component, computed, inject, Injector, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { readTriageResource } from '@panel/api-client/triage/triage.resource';
import { TriageService } from '@panel/api-client/triage/triage.service';
import { LONG_TEXT_MAX } from '@panel/case-rules';
import { Button, Fieldset, focusField, Select, Textarea } from '@panel/ui';
import { ReferralVerbForm } from '../../referrals/verbs/referral-verb.js';
import { VerbPage } from '../../referrals/verbs/verb-page.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import {
  type AskedQuestion,
  placeOptions,
  QUESTION_MAX,
  QUESTIONS_MAX,
  questionsOf,
  type ReturnAnswers,
  returnSchema,
  type Suggestion,
  suggestionsOf,
} from './return-form.js';

/** The referral goes back to its school with named questions: it sees exactly these. */
@Component({
  providers: [FormProblems],
  imports: [Button, Fieldset, FormField, Select, Textarea, VerbPage],
  template: `
    <app-verb-page
      [form]="verb"
      [referralId]="referralId()"
      heading="Return this referral to the school"
      buttonText="Return the referral"
      (submitted)="return()"
    >
      <p class="govuk-body">
        The school sees your questions on its task list and beside the answers, and marks each as answered.
      </p>
      @if (open().length > 0) {
        <h2 class="govuk-heading-m">What is missing</h2>
        <ul class="govuk-list govuk-list--spaced">
          @for (suggestion of open(); track suggestion.place) {
            <li>
              {{ suggestion.text }}
              <button
                ui-button
                type="button"
                kind="secondary"
                class="govuk-!-margin-bottom-0"
                (click)="add(suggestion)"
              >
                Ask for this<span class="govuk-visually-hidden">: {{ suggestion.text }}</span>
              </button>
            </li>
          }
        </ul>
      }
      <h2 class="govuk-heading-m">Your questions</h2>
      <div id="items" tabindex="-1">
        @if (verb.problems.messageFor('items'); as message) {
          <p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {{ message }}</p>
        }
        @for (item of form.items; track $index) {
          <ui-fieldset [legend]="'Question ' + ($index + 1)" legendSize="s">
            <ui-select
              [id]="'items-' + $index + '-place'"
              label="What is it about?"
              [options]="places"
              [formField]="item.place"
              [error]="verb.problems.messageFor('items-' + $index + '-place')"
            />
            <ui-textarea
              [id]="'items-' + $index + '-question'"
              label="What does the school need to add or change?"
              [rows]="3"
              [characterLimit]="longestQuestion"
              [formField]="item.question"
              [error]="verb.problems.messageFor('items-' + $index + '-question')"
            />
            <button ui-button type="button" kind="secondary" (click)="remove($index)">
              Remove question {{ $index + 1 }}
            </button>
          </ui-fieldset>
        } @empty {
          <p class="govuk-body">There is no question yet.</p>
        }
      </div>
      @if (form.items.length < most) {
        <button ui-button type="button" kind="secondary" (click)="add({ place: '', question: '' })">
          Add a question
        </button>
      }
      <ui-textarea
        id="reason"
        label="Message above the questions (optional)"
        [rows]="3"
        [characterLimit]="longest"
        [formField]="form.reason"
        [error]="verb.problems.messageFor('reason')"
      />
    </app-verb-page>
  `,
})
export class ReturnReferralPage {
  readonly referralId = input.required<string>();

  private readonly triage = readTriageResource(this.referralId);
  private readonly service = inject(TriageService);
  private readonly live = inject(LiveRegion);
  private readonly injector = inject(Injector);

  private readonly answers = signal<ReturnAnswers>({ reason: '', items: [] });
  protected readonly verb = new ReferralVerbForm('return', this.referralId).keep('return_referral', this.answers);
  protected readonly form = form(this.answers, returnSchema);
  /** What is not asked for yet. */
  protected readonly open = computed<readonly Suggestion[]>(() => {
    const asked = this.answers().items.map(({ place }) => place);
    const found = this.triage.hasValue() ? suggestionsOf(this.triage.value()) : [];
    return found.filter(({ place }) => !asked.includes(place));
  });

  protected readonly places = placeOptions;
  protected readonly longest = LONG_TEXT_MAX;
  protected readonly longestQuestion = QUESTION_MAX;
  protected readonly most = QUESTIONS_MAX;

  protected add({ place, question }: AskedQuestion): void {
    this.answers.update(({ items, ...rest }) => ({ ...rest, items: [...items, { place, question }] }));
    const index = this.answers().items.length - 1;
    this.focus(`items-${index}-${place === '' ? 'place' : 'question'}`);
  }

  protected remove(index: number): void {
    this.answers.update(({ items, ...rest }) => ({ ...rest, items: items.filter((_, place) => place !== index) }));
    // The messages name questions by their place, which has changed.
    this.verb.problems.clear();
    this.live.announce(`Question ${index + 1} removed`);
    const left = this.answers().items.length;
    this.focus(left === 0 ? 'items' : `items-${Math.min(index, left - 1)}-place`);
  }

  protected async return(): Promise<void> {
    if (!this.verb.problems.check(this.form)) return;
    const { reason, items } = this.answers();
    const body = { reason: reason.trim(), items: questionsOf(items) };
    await this.verb.perform('Referral returned to the school', (_service, id, options) =>
      this.service.returnReferral(id, body, options),
    );
  }

  /** Focus would be lost with the button that was pressed, or stay above the new question. */
  private focus(id: string): void {
    afterNextRender(() => focusField(id), { injector: this.injector });
  }
}
