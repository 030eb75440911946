import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { ConsentChannel, WithdrawConsent } from '@panel/api-client';
import { readConsentResource } from '@panel/api-client/consent/consent.resource';
import { ConsentService } from '@panel/api-client/consent/consent.service';
import { SHARING_GROUPS, type SharingGroup, sharingGroupLabel } from '@panel/case-rules';
import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  type Option,
  Radios,
  SavedStateStatus,
  Textarea,
  TextInput,
  WarningText,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { dateMistake, mistake, typedDate } from '../../home/page/form-mistakes.js';
import { FormDraft } from '../../form-drafts/form-draft.js';
import { FormDraftNotice } from '../../form-drafts/form-draft-notice.js';
import { Submission } from '../../home/page/submission.js';
import { todayInUk } from '../../home/page/today.js';
import { doneState } from '../../referrals/case/done-message.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { consentChannels } from './consent-words.js';

interface Answers {
  readonly panelSchools: readonly SharingGroup[];
  readonly saidByName: string;
  readonly relationship: string;
  readonly saidOn: string;
  readonly channel: ConsentChannel | '';
  readonly note: string;
}

/** The family's word after the referral was sent: withdrawn or given, for whom, by whom, when and how. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    Checkboxes,
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
    WarningText,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back to consent" />
    @if (consent.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ heading() }}</h1>
          @if (isWithdrawal()) {
            <ui-warning-text>
              Sharing stops at once: panel members and providers no longer find the case. Nothing is deleted, and the
              coordinator sees it on the agenda.
            </ui-warning-text>
          }
          <app-form-draft-notice [draft]="draft" />
          <form novalidate (submit)="record($event)">
            <ui-checkboxes
              id="panelSchools"
              [label]="isWithdrawal() ? 'Who may no longer read about the child?' : 'Who may read about the child?'"
              labelSize="m"
              [options]="groups"
              [formField]="form.panelSchools"
              [error]="submission.errorOf('panelSchools')"
            />
            <ui-input
              id="saidByName"
              label="Who said so?"
              labelSize="s"
              [spellcheck]="false"
              [formField]="form.saidByName"
              [error]="submission.errorOf('saidByName')"
            />
            <ui-input
              id="relationship"
              label="Relationship to the child"
              labelSize="s"
              hint="For example mother, carer, or the young person"
              [formField]="form.relationship"
              [error]="submission.errorOf('relationship')"
            />
            <ui-date-input
              id="saidOn"
              label="When?"
              labelSize="s"
              [formField]="form.saidOn"
              [error]="submission.errorOf('saidOn')"
            />
            <ui-radios
              id="channel"
              label="How?"
              labelSize="s"
              [options]="channels"
              [formField]="form.channel"
              [error]="submission.errorOf('channel')"
            />
            <ui-textarea
              id="note"
              label="Note (optional)"
              labelSize="s"
              [characterLimit]="2000"
              [formField]="form.note"
              [error]="submission.errorOf('note')"
            />
            <ui-saved-state [state]="draft.state()" />
            <button ui-button [kind]="isWithdrawal() ? 'warning' : 'primary'" preventDoubleClick>
              {{ isWithdrawal() ? 'Stop sharing now' : 'Save the consent' }}
            </button>
          </form>
        </div>
      </div>
    } @else if (consent.error(); as error) {
      <app-problem [error]="error" (tryAgain)="consent.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class RecordConsentPage {
  readonly referralId = input.required<string>();
  /** From the route: what is recorded. */
  readonly kind = input.required<'withdraw' | 'give'>();

  private readonly service = inject(ConsentService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly consent = readConsentResource(this.referralId);
  protected readonly channels = consentChannels;
  protected readonly groups: readonly Option<SharingGroup>[] = SHARING_GROUPS.map((value) => ({
    value,
    text: sharingGroupLabel(value),
  }));
  protected readonly isWithdrawal = computed(() => this.kind() === 'withdraw');
  protected readonly back = computed(() => `/referrals/${this.referralId()}/consent-history`);
  protected readonly heading = computed(() =>
    this.isWithdrawal() ? 'Record that consent is withdrawn' : 'Record that consent is given',
  );
  private readonly answers = signal<Answers>({
    panelSchools: [],
    saidByName: '',
    relationship: '',
    saidOn: '',
    channel: '',
    note: '',
  });
  protected readonly draft = new FormDraft(
    computed(() => ({
      form: this.isWithdrawal() ? ('withdraw_consent' as const) : ('give_consent' as const),
      referralId: this.referralId(),
    })),
    this.answers,
  );
  protected readonly form = form(this.answers, (path) => {
    validate(path.panelSchools, ({ value }) =>
      value().length === 0 ? mistake('Select panel schools, providers of support, or both') : undefined,
    );
    validate(path.saidByName, ({ value }) => (value().trim() === '' ? mistake('Enter who said so') : undefined));
    validate(path.relationship, ({ value }) =>
      value().trim() === '' ? mistake('Enter how this person is related to the child') : undefined,
    );
    validate(path.saidOn, ({ value }) => {
      const wrong = dateMistake(value(), 'the date on which they said so');
      if (wrong) return wrong;
      return typedDate(value()) > todayInUk() ? mistake('The date must be today or in the past') : undefined;
    });
    validate(path.channel, ({ value }) => (value() === '' ? mistake('Select how they said so') : undefined));
    validate(path.note, ({ value }) =>
      value().length > 2000 ? mistake('Note must be 2,000 characters or less') : undefined,
    );
  });

  protected async record(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.consent.hasValue()) return;
    const { version } = this.consent.value();
    const isSaved = await this.submission.run(this.form, async () => {
      const body = this.body();
      const options = this.submission.changing(version);
      await this.draft.sending(() =>
        firstValueFrom(
          this.isWithdrawal()
            ? this.service.withdrawConsent(this.referralId(), body, options)
            : this.service.giveConsent(this.referralId(), body, options),
        ),
      );
    });
    if (!isSaved) return;
    const done = this.isWithdrawal() ? 'Sharing has stopped' : 'Consent saved';
    await this.router.navigateByUrl(this.back(), doneState(done));
  }

  private body(): WithdrawConsent {
    const { panelSchools: groups, saidByName, relationship, saidOn, channel, note } = this.answers();
    if (channel === '') throw new Error('The form was sent although it has mistakes');
    return {
      panelSchools: groups.includes('panel_schools'),
      providers: groups.includes('providers'),
      saidByName: saidByName.trim(),
      relationship: relationship.trim(),
      saidOn: typedDate(saidOn),
      channel,
      note: note.trim(),
    };
  }
}
