import { Component, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Referral } from '@panel/api-client';
import { ReferralReceiptsService } from '@panel/api-client/referral-receipts/referral-receipts.service';
import { listSchoolsResource } from '@panel/api-client/schools/schools.resource';
import { RECEIPT_CHANNELS, receiptChannelLabel } from '@panel/case-rules';
import { readTypedDate } from '@panel/reference';
import { BackLink, Button, DateInput, ErrorSummary, type Option, Radios, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { SchoolPicker } from '../../schools/picker/school-picker.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { doneState } from '../case/done-message.js';
import { mustHaveText } from '../required-text.js';

type Channel = (typeof RECEIPT_CHANNELS)[number];

/** A coordinator writes a referral for a school, from a form that arrived: whose it is, who sent it, when and how. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    DateInput,
    ErrorSummary,
    FormField,
    Loading,
    ProblemMessage,
    Radios,
    SchoolPicker,
    TextInput,
  ],
  template: `
    <ui-back-link *appBeforeMain link="/referrals" text="Back to referrals" />
    @if (schools.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Write a referral for a school</h1>
          <p class="govuk-body">
            For a form that was sent to you. The referral belongs to the school: its SENCos are told, see what you
            write, and can go on with it. You attach the form next.
          </p>
          <form novalidate (submit)="begin($event)">
            <app-school-picker
              id="schoolId"
              label="Which school sent it?"
              [list]="schools.value()"
              [formField]="form.schoolId"
              [error]="submission.errorOf('schoolId')"
            />
            <ui-input
              id="receivedFrom"
              label="Who sent it?"
              hint="Name and role, such as “Priya Nair, SENCo”"
              [formField]="form.receivedFrom"
              [error]="submission.errorOf('receivedFrom')"
            />
            <ui-date-input
              id="receivedOn"
              label="When did it arrive?"
              [formField]="form.receivedOn"
              [error]="submission.errorOf('receivedOn')"
            />
            <ui-radios
              id="channel"
              label="How did it come?"
              [options]="channels"
              [formField]="form.channel"
              [error]="submission.errorOf('channel')"
            />
            <button ui-button preventDoubleClick>Continue</button>
          </form>
        </div>
      </div>
    } @else if (schools.error(); as error) {
      <app-problem [error]="error" (tryAgain)="schools.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class OnBehalfPage {
  protected readonly submission = new Submission();
  protected readonly schools = listSchoolsResource();
  protected readonly channels: readonly Option[] = RECEIPT_CHANNELS.map((channel) => ({
    value: channel,
    text: receiptChannelLabel(channel),
  }));
  private readonly answers = signal({ schoolId: '', receivedFrom: '', receivedOn: '', channel: '' });
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.schoolId, 'Choose the school that sent it');
    mustHaveText(path.receivedFrom, 'Enter who sent it');
    validate(path.receivedOn, ({ value }) =>
      readTypedDate(value()).kind === 'date'
        ? undefined
        : { kind: 'not_a_date', message: 'Enter the day on which it arrived' },
    );
    mustHaveText(path.channel, 'Select how it came');
  });

  private readonly service = inject(ReferralReceiptsService);
  private readonly router = inject(Router);

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(this.form, async () => {
      const { schoolId, receivedFrom, receivedOn, channel } = this.answers();
      const day = readTypedDate(receivedOn);
      const body = {
        ...{ schoolId, receivedFrom },
        receivedOn: day.kind === 'date' ? day.date : receivedOn,
        channel: RECEIPT_CHANNELS.find((known): known is Channel => known === channel) ?? 'email',
      };
      const referral = await firstValueFrom(
        this.service.createReferralOnBehalf<Referral>(body, this.submission.creating(body)),
      );
      // Going back must not begin another referral.
      await this.router.navigateByUrl(`/referrals/${referral.id}/documents`, {
        ...doneState('Referral begun. Attach the form that arrived, then go on with the referral'),
        replaceUrl: true,
      });
    });
  }
}
