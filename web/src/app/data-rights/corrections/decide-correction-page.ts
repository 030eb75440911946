import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { CorrectedField, CorrectionOutcome, DecideCorrection } from '@panel/api-client';
import { listCorrectionsResource } from '@panel/api-client/corrections/corrections.resource';
import { CorrectionsService } from '@panel/api-client/corrections/corrections.service';
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
import { dateMistake, mistake, typedDate } from '../../home/page/form-mistakes.js';
import { FormDraft } from '../../form-drafts/form-draft.js';
import { FormDraftNotice } from '../../form-drafts/form-draft-notice.js';
import { Submission } from '../../home/page/submission.js';
import { doneState } from '../../referrals/case/done-message.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { correctedFields } from './correction-words.js';

interface Answers {
  readonly field: CorrectedField | '';
  readonly newValue: string;
  readonly requestedByName: string;
  readonly reason: string;
  readonly outcome: CorrectionOutcome | '';
  readonly refusalReason: string;
  readonly disagreement: string;
}

/** A request to put a fact right, and what is decided about it. */
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
    Loading,
    ProblemMessage,
    Radios,
    SavedStateStatus,
    Textarea,
    TextInput,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back to corrections" />
    @if (corrections.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Correct a fact of the child</h1>
          <app-form-draft-notice [draft]="draft" />
          <form novalidate (submit)="save($event)">
            <ui-radios
              id="field"
              label="Which fact?"
              labelSize="s"
              [options]="fields"
              [formField]="form.field"
              [error]="submission.errorOf('field')"
            />
            @if (kind() === 'date') {
              <ui-date-input
                id="newValue"
                label="What should it be?"
                labelSize="s"
                [formField]="form.newValue"
                [error]="submission.errorOf('newValue')"
              />
            } @else if (kind() === 'sex') {
              <ui-radios
                id="newValue"
                label="What should it be?"
                labelSize="s"
                [options]="sexes"
                [formField]="form.newValue"
                [error]="submission.errorOf('newValue')"
              />
            } @else {
              <ui-input
                id="newValue"
                label="What should it be?"
                labelSize="s"
                [spellcheck]="false"
                [formField]="form.newValue"
                [error]="submission.errorOf('newValue')"
              />
            }
            <ui-input
              id="requestedByName"
              label="Who asked?"
              labelSize="s"
              [spellcheck]="false"
              [formField]="form.requestedByName"
              [error]="submission.errorOf('requestedByName')"
            />
            <ui-textarea
              id="reason"
              label="Why is it wrong, and what shows it?"
              labelSize="s"
              [characterLimit]="2000"
              [formField]="form.reason"
              [error]="submission.errorOf('reason')"
            />
            <ui-radios
              id="outcome"
              label="What do you decide?"
              labelSize="s"
              [options]="outcomes"
              [formField]="form.outcome"
              [error]="submission.errorOf('outcome')"
            />
            @if (isRefused()) {
              <ui-textarea
                id="refusalReason"
                label="Why is it refused?"
                labelSize="s"
                [characterLimit]="2000"
                [formField]="form.refusalReason"
                [error]="submission.errorOf('refusalReason')"
              />
              <ui-textarea
                id="disagreement"
                label="What does the person say to that (optional)?"
                labelSize="s"
                hint="It stays beside the fact"
                [characterLimit]="2000"
                [formField]="form.disagreement"
                [error]="submission.errorOf('disagreement')"
              />
            }
            <ui-saved-state [state]="draft.state()" />
            <button ui-button preventDoubleClick>Save the decision</button>
          </form>
        </div>
      </div>
    } @else if (corrections.error(); as error) {
      <app-problem [error]="error" (tryAgain)="corrections.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class DecideCorrectionPage {
  readonly referralId = input.required<string>();

  private readonly service = inject(CorrectionsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly corrections = listCorrectionsResource(this.referralId);
  protected readonly back = computed(() => `/referrals/${this.referralId()}/corrections`);
  protected readonly fields = correctedFields;
  protected readonly sexes: readonly Option[] = [
    { value: 'F', text: 'Female' },
    { value: 'M', text: 'Male' },
    { value: 'U', text: 'Unknown' },
  ];
  protected readonly outcomes: readonly Option<CorrectionOutcome>[] = [
    { value: 'accepted', text: 'It is corrected' },
    { value: 'refused', text: 'It is refused' },
  ];
  private readonly answers = signal<Answers>({
    field: '',
    newValue: '',
    requestedByName: '',
    reason: '',
    outcome: '',
    refusalReason: '',
    disagreement: '',
  });
  protected readonly kind = computed(() => {
    const { field } = this.answers();
    return field === 'bornOn' ? 'date' : field === 'sex' ? 'sex' : 'text';
  });
  protected readonly isRefused = computed(() => this.answers().outcome === 'refused');
  protected readonly draft = new FormDraft(
    computed(() => ({ form: 'decide_correction', referralId: this.referralId() })),
    this.answers,
  );
  protected readonly form = form(this.answers, (path) => {
    validate(path.field, ({ value }) => (value() === '' ? mistake('Select which fact is wrong') : undefined));
    validate(path.newValue, ({ value, valueOf }) => {
      if (valueOf(path.field) === 'bornOn') return dateMistake(value(), 'the date of birth');
      const mayBeEmpty = valueOf(path.field) === 'preferredName';
      return value().trim() === '' && !mayBeEmpty ? mistake('Enter what it should be') : undefined;
    });
    validate(path.requestedByName, ({ value }) => (value().trim() === '' ? mistake('Enter who asked') : undefined));
    validate(path.reason, ({ value }) => (value().trim() === '' ? mistake('Enter why it is wrong') : undefined));
    validate(path.outcome, ({ value }) => (value() === '' ? mistake('Select what you decide') : undefined));
    validate(path.refusalReason, ({ value, valueOf }) =>
      valueOf(path.outcome) === 'refused' && value().trim() === '' ? mistake('Enter why it is refused') : undefined,
    );
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.corrections.hasValue()) return;
    const sent = this.submission.changing(this.corrections.value().version);
    const isSaved = await this.submission.run(this.form, () =>
      this.draft.sending(() => firstValueFrom(this.service.decideCorrection(this.referralId(), this.body(), sent))),
    );
    if (isSaved) await this.router.navigateByUrl(this.back(), doneState('Decision saved'));
  }

  private body(): DecideCorrection {
    const { field, outcome, newValue, ...texts } = this.answers();
    if (field === '' || outcome === '') throw new Error('The form was sent although it has mistakes');
    return { ...texts, field, outcome, newValue: field === 'bornOn' ? typedDate(newValue) : newValue.trim() };
  }
}
