import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import type { DecidedSignOff, SignOffCopy } from '@panel/api-client';
import { SignOffLinksService } from '@panel/api-client/sign-off-links/sign-off-links.service';
import { LONG_TEXT_MAX } from '@panel/case-rules';
import {
  Button,
  type CheckboxOption,
  Checkboxes,
  Conditional,
  ErrorSummary,
  InsetText,
  instantText,
  type Option,
  Radios,
  SummaryList,
  Textarea,
  TextInput,
  WarningText,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { answerGroups } from '../referrals/answers-summary.js';
import { FormProblems } from '../shell/form-problems.js';
import { toProblem } from '../shell/problem.js';

/** The referral to read, and below it the answer: signed, or sent back with a comment. */
@Component({
  selector: 'app-sign-off-copy-step',
  providers: [FormProblems],
  imports: [
    Button,
    Checkboxes,
    Conditional,
    ErrorSummary,
    FormField,
    InsetText,
    Radios,
    SummaryList,
    Textarea,
    TextInput,
    WarningText,
  ],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <span class="govuk-caption-l">{{ copy().reference }}, {{ copy().schoolName }}</span>
        <h1 class="govuk-heading-l">Read the referral and sign it off</h1>
        <p class="govuk-body">
          This is the referral as it was on {{ askedAt() }}, when {{ copy().askedByName }} asked you. Your answer is at
          the end.
        </p>
        @if (copy().isOutdated) {
          <ui-warning-text>
            The school has changed the referral since. You can send this copy back, but no longer sign it: wait for a
            new link.
          </ui-warning-text>
        }
        @for (group of groups(); track group.heading) {
          <ui-summary-list [cardHeading]="group.heading" [rows]="group.rows" />
        }
        <h2 class="govuk-heading-m">Your answer</h2>
        <form novalidate (submit)="answer($event)">
          <ui-radios
            id="decision"
            label="What is your answer?"
            [options]="decisions()"
            [formField]="form.decision"
            [error]="submission.errorOf('decision')"
          >
            <ng-template uiConditional="sign">
              <ui-inset-text>{{ copy().statement }}</ui-inset-text>
              <ui-input
                id="name"
                label="Your name"
                autocomplete="name"
                [formField]="form.name"
                [error]="submission.errorOf('name')"
              />
              <ui-input
                id="role"
                label="Your role"
                hint="Such as “Head teacher” or “Deputy, for the head teacher”"
                [formField]="form.role"
                [error]="submission.errorOf('role')"
              />
              <ui-checkboxes
                id="hasConfirmed"
                label="Your statement"
                [options]="confirmation"
                [formField]="form.hasConfirmed"
                [error]="submission.errorOf('hasConfirmed')"
              />
            </ng-template>
            <ng-template uiConditional="send_back">
              <ui-textarea
                id="comment"
                label="What should the school change?"
                [characterLimit]="longest"
                [formField]="form.comment"
                [error]="submission.errorOf('comment')"
              />
            </ng-template>
          </ui-radios>
          <button ui-button preventDoubleClick>Send your answer</button>
        </form>
      </div>
    </div>
  `,
})
export class SignOffCopyStep {
  readonly copy = input.required<SignOffCopy>();
  readonly token = input.required<string>();
  readonly key = input.required<string>();
  readonly decided = output<DecidedSignOff>();
  /** The key opens nothing any more. */
  readonly closed = output();

  private readonly service = inject(SignOffLinksService);
  protected readonly submission = new Submission();
  protected readonly askedAt = computed(() => instantText(this.copy().askedAt));
  protected readonly groups = computed(() => answerGroups(this.copy().sections));
  protected readonly longest = LONG_TEXT_MAX;
  protected readonly confirmation: readonly CheckboxOption[] = [{ value: 'yes', text: 'I make this statement' }];
  protected readonly decisions = computed<readonly Option[]>(() => [
    ...(this.isOutdated() ? [] : [{ value: 'sign', text: 'I sign off the referral' }]),
    { value: 'send_back', text: 'I send it back with a comment' },
  ]);
  /** As it was when it was read, or found out when it was signed. */
  protected readonly isOutdated = linkedSignal(() => this.copy().isOutdated);
  private readonly answers = signal<{
    decision: string;
    name: string;
    role: string;
    hasConfirmed: readonly string[];
    comment: string;
  }>({ decision: '', name: '', role: '', hasConfirmed: [], comment: '' });
  protected readonly form = form(this.answers, (path) => {
    const needed =
      (decision: string, isThere: (text: string) => boolean, message: string) =>
      ({ value, valueOf }: { value: () => string; valueOf: (of: typeof path.decision) => string }) =>
        valueOf(path.decision) !== decision || isThere(value()) ? undefined : { kind: 'missing', message };
    const hasText = (text: string): boolean => text.trim() !== '';
    validate(path.decision, ({ value }) =>
      value() === '' ? { kind: 'missing', message: 'Select your answer' } : undefined,
    );
    validate(path.name, needed('sign', hasText, 'Enter your name'));
    validate(path.role, needed('sign', hasText, 'Enter your role'));
    validate(path.hasConfirmed, ({ value, valueOf }) =>
      valueOf(path.decision) !== 'sign' || value().length > 0
        ? undefined
        : { kind: 'missing', message: 'Confirm the statement to sign off the referral' },
    );
    validate(path.comment, needed('send_back', hasText, 'Enter what the school should change'));
    validate(
      path.comment,
      needed(
        'send_back',
        (text) => text.length <= LONG_TEXT_MAX,
        `Comment must be ${LONG_TEXT_MAX.toLocaleString('en-GB')} characters or fewer`,
      ),
    );
  });

  protected async answer(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(this.form, async () => {
      try {
        this.decided.emit(await firstValueFrom(this.send()));
      } catch (error) {
        const { code } = toProblem(error);
        if (code === 'sign_off_outdated') this.isOutdated.set(true);
        if (code !== 'sign_off_code_needed' && code !== 'sign_off_link_dead') throw error;
        this.closed.emit();
      }
    });
  }

  private send() {
    const { decision, name, role, comment } = this.answers();
    const proof = { token: this.token(), key: this.key() };
    return decision === 'sign'
      ? this.service.signByLink({ ...proof, name, role, hasConfirmed: true })
      : this.service.sendBackByLink({ ...proof, comment });
  }
}
