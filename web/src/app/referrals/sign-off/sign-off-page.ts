import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { type FieldTree, form, FormField, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { ReferralSignOffs, SignOffSummary } from '@panel/api-client';
import { readReferralResource } from '@panel/api-client/referrals/referrals.resource';
import { readSignOffsResource } from '@panel/api-client/sign-offs/sign-offs.resource';
import { SignOffsService } from '@panel/api-client/sign-offs/sign-offs.service';
import { SIGN_OFF_LINK_DAYS, SIGN_OFF_REMINDER_WORKING_DAYS } from '@panel/case-rules';
import {
  BackLink,
  Button,
  type CheckboxOption,
  Checkboxes,
  Details,
  ErrorSummary,
  InsetText,
  SummaryList,
  Tag,
  TextInput,
} from '@panel/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { PageFocus } from '../../shell/page-focus.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { mustHaveText } from '../required-text.js';
import { RecordForm } from './record-form.js';
import { signOffCard, signOffTag, signOffText } from './sign-off-words.js';

/** Asks the head teacher, or lets them sign who have an account, and shows every answer so far. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    Checkboxes,
    Details,
    ErrorSummary,
    FormField,
    InsetText,
    Loading,
    ProblemMessage,
    RecordForm,
    RouterLink,
    SummaryList,
    Tag,
    TextInput,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="'/referrals/' + referralId() + '/check'" text="Back to the answers" />
    @if (referral.hasValue() && signOffs.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <span class="govuk-caption-l">{{ referral.value().reference }}</span>
          <h1 class="govuk-heading-l">Head teacher’s sign-off</h1>
          <p class="govuk-body"><ui-tag [text]="tag().text" [colour]="tag().colour" /></p>
          <p class="govuk-body">{{ text() }}</p>
          @if (signOffs.value().canAsk) {
            @if (isWaiting()) {
              <form novalidate (submit)="revoke($event)">
                <button ui-button kind="secondary" preventDoubleClick>Revoke the request</button>
              </form>
            }
            <h2 class="govuk-heading-m">{{ isWaiting() ? 'Send another link' : 'Ask by email' }}</h2>
            <p class="govuk-body">
              The head teacher gets a link. It opens a copy of the referral as it is now, after a code that goes to the
              same address. No account is needed. The email does not name the child. Without an answer we remind them
              after
              {{ reminderDays }} working days; the link works for {{ linkDays }} days. A new link ends the one before.
            </p>
            <form novalidate (submit)="ask($event)">
              <ui-input
                id="headName"
                label="Name of the head teacher"
                [formField]="askForm.headName"
                [error]="submission.errorOf('headName')"
              />
              <ui-input
                id="headEmail"
                label="Email address of the head teacher"
                hint="Their own work address: the answer is taken as theirs"
                type="email"
                [formField]="askForm.headEmail"
                [error]="submission.errorOf('headEmail')"
              />
              <button ui-button preventDoubleClick>Send the link</button>
            </form>
            @if (canRecordForm()) {
              <app-record-form [referral]="referral.value()" (recorded)="recorded()" />
            }
            @if (session.may('sign_off:sign')) {
              <ui-details summary="I am the head teacher, or act for the head teacher">
                <form novalidate (submit)="sign($event)">
                  <ui-inset-text>{{ signOffs.value().statement }}</ui-inset-text>
                  <ui-input
                    id="role"
                    label="Your role"
                    hint="Such as “Head teacher” or “Deputy, for the head teacher”"
                    [formField]="signForm.role"
                    [error]="submission.errorOf('role')"
                  />
                  <ui-checkboxes
                    id="hasConfirmed"
                    label="Your statement"
                    [options]="confirmation"
                    [formField]="signForm.hasConfirmed"
                    [error]="submission.errorOf('hasConfirmed')"
                  />
                  <button ui-button kind="secondary" preventDoubleClick>Sign off the referral</button>
                </form>
              </ui-details>
            }
          } @else if (signOffs.value().state === 'signed' && referral.value().isEditable) {
            <a ui-button [routerLink]="'/referrals/' + referralId() + '/check'">Continue to submit the referral</a>
          }
          @if (cards().length > 0) {
            <h2 class="govuk-heading-m">Requests and answers</h2>
            @for (card of cards(); track $index) {
              <ui-summary-list [cardHeading]="card.heading" [rows]="card.rows" />
            }
          }
        </div>
      </div>
    } @else if (referral.error() ?? signOffs.error(); as error) {
      <app-problem [error]="error" (tryAgain)="reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class SignOffPage {
  readonly referralId = input.required<string>();

  protected readonly reminderDays = SIGN_OFF_REMINDER_WORKING_DAYS.join(' and ');
  protected readonly linkDays = SIGN_OFF_LINK_DAYS;
  protected readonly session = inject(CurrentSession);
  protected readonly submission = new Submission();
  protected readonly referral = readReferralResource(this.referralId);
  protected readonly signOffs = readSignOffsResource(this.referralId);
  private readonly service = inject(SignOffsService);
  private readonly focus = inject(PageFocus);
  private readonly live = inject(LiveRegion);
  /** Nobody types twice whom they have asked before. */
  private readonly asked = linkedSignal(() => {
    const last = this.value()?.items.find(({ headEmail }) => headEmail !== null);
    return { headName: last?.headName ?? '', headEmail: last?.headEmail ?? '' };
  });
  private readonly signature = signal<{ role: string; hasConfirmed: readonly string[] }>({
    role: '',
    hasConfirmed: [],
  });
  protected readonly askForm = form(this.asked, (path) => {
    mustHaveText(path.headName, 'Enter the name of the head teacher');
    mustHaveText(path.headEmail, 'Enter the email address of the head teacher');
  });
  protected readonly signForm = form(this.signature, (path) => {
    mustHaveText(path.role, 'Enter your role');
    validate(path.hasConfirmed, ({ value }) =>
      value().length > 0 ? undefined : { kind: 'missing', message: 'Confirm the statement to sign off the referral' },
    );
  });
  protected readonly confirmation: readonly CheckboxOption[] = [{ value: 'yes', text: 'I make this statement' }];

  private readonly value = computed(() => (this.signOffs.hasValue() ? this.signOffs.value() : undefined));
  private readonly state = computed(() => this.value()?.state ?? 'none');
  protected readonly tag = computed(() => signOffTag(this.state()));
  protected readonly text = computed(() => signOffText(summaryOf(this.value())));
  protected readonly isWaiting = computed(() => this.state() === 'asked');
  /** Only of what arrived as a form, by who took it over. */
  protected readonly canRecordForm = computed(
    () =>
      this.referral.hasValue() && this.referral.value().receipt !== null && this.session.may('sign_off:record_form'),
  );
  protected readonly cards = computed(() => (this.value()?.items ?? []).map(signOffCard));

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const body = this.asked();
    await this.do(this.askForm, 'The link has been sent', () =>
      this.service.askForSignOff(this.referralId(), body, this.submission.creating(body)),
    );
  }

  protected async revoke(event: Event): Promise<void> {
    event.preventDefault();
    const version = this.value()?.items[0]?.version ?? 0;
    await this.do(null, 'The request has been revoked', () =>
      this.service.revokeSignOff(this.referralId(), this.submission.changing(version)),
    );
  }

  protected async sign(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.referral.hasValue()) return;
    const { version } = this.referral.value();
    const body = { role: this.signature().role, hasConfirmed: this.signature().hasConfirmed.length > 0 };
    await this.do(this.signForm, 'The referral is signed off', () =>
      this.service.signReferralOff(this.referralId(), body, this.submission.changing(version)),
    );
  }

  protected recorded(): void {
    this.show('The signature on the form is recorded');
  }

  protected reload(): void {
    this.referral.reload();
    this.signOffs.reload();
  }

  /** The page stays and shows what came of it; what was pressed may be gone. */
  private async do<T>(
    answers: FieldTree<T> | null,
    done: string,
    send: () => Observable<ReferralSignOffs>,
  ): Promise<void> {
    const isDone = await this.submission.run(answers, () => firstValueFrom(send()));
    if (isDone) this.show(done);
  }

  private show(done: string): void {
    this.signOffs.reload();
    this.live.announce(done);
    this.focus.focusPresentHeading();
  }
}

function summaryOf(value: ReferralSignOffs | undefined): SignOffSummary {
  const [newest] = value?.items ?? [];
  const { signedName = null, signedRole = null, headName = null, decidedAt = null, askedAt = null } = newest ?? {};
  return {
    state: value?.state ?? 'none',
    name: signedName ?? headName,
    role: signedRole,
    at: decidedAt ?? askedAt,
    comment: newest?.comment ?? null,
  };
}
