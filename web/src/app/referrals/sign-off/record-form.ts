import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import type { Referral } from '@panel/api-client';
import { ReferralReceiptsService } from '@panel/api-client/referral-receipts/referral-receipts.service';
import { readTypedDate } from '@panel/reference';
import { Button, type CheckboxOption, Checkboxes, DateInput, Details, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { FormProblems } from '../../shell/form-problems.js';
import { mustHaveText } from '../required-text.js';

/** The head teacher signed the form that arrived: a coordinator who took its answers over records that. */
@Component({
  selector: 'app-record-form',
  providers: [FormProblems],
  imports: [Button, Checkboxes, DateInput, Details, ErrorSummary, FormField, TextInput],
  template: `
    <ui-error-summary [errors]="submission.errors()" />
    <ui-details summary="The head teacher signed the form that arrived">
      <form novalidate (submit)="record($event)">
        <ui-input
          id="name"
          label="Name beside the signature"
          [formField]="form.name"
          [error]="submission.errorOf('name')"
        />
        <ui-input
          id="role"
          label="Role beside the signature"
          [formField]="form.role"
          [error]="submission.errorOf('role')"
        />
        <ui-date-input
          id="signedOn"
          label="Day beside the signature"
          [formField]="form.signedOn"
          [error]="submission.errorOf('signedOn')"
        />
        <ui-checkboxes
          id="hasCompared"
          label="Your statement"
          [options]="statement"
          [formField]="form.hasCompared"
          [error]="submission.errorOf('hasCompared')"
        />
        <button ui-button kind="secondary" preventDoubleClick>Record the signature</button>
      </form>
    </ui-details>
  `,
})
export class RecordForm {
  readonly referral = input.required<Referral>();
  readonly recorded = output();

  protected readonly submission = new Submission();
  protected readonly statement: readonly CheckboxOption[] = [
    { value: 'yes', text: 'The answers are those of the form, which is attached' },
  ];
  private readonly service = inject(ReferralReceiptsService);
  private readonly answers = signal<{ name: string; role: string; signedOn: string; hasCompared: readonly string[] }>({
    ...{ name: '', role: '', signedOn: '', hasCompared: [] },
  });
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.name, 'Enter the name beside the signature');
    mustHaveText(path.role, 'Enter the role beside the signature');
    validate(path.signedOn, ({ value }) =>
      readTypedDate(value()).kind === 'date'
        ? undefined
        : { kind: 'not_a_date', message: 'Enter the day beside the signature' },
    );
    validate(path.hasCompared, ({ value }) =>
      value().length > 0 ? undefined : { kind: 'missing', message: 'Confirm that the answers are those of the form' },
    );
  });

  protected async record(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.referral();
    const isDone = await this.submission.run(this.form, () => {
      const { name, role, signedOn } = this.answers();
      const day = readTypedDate(signedOn);
      const body = { name, role, signedOn: day.kind === 'date' ? day.date : signedOn, hasCompared: true };
      return firstValueFrom(this.service.recordSignedForm(id, body, this.submission.changing(version)));
    });
    if (isDone) this.recorded.emit();
  }
}
