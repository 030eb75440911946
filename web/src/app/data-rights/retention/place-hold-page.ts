import { Component, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { HoldCovers } from '@panel/api-client';
import { RetentionService } from '@panel/api-client/retention/retention.service';
import { BackLink, Button, ErrorSummary, type Option, Radios, Textarea, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';

@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Radios, Textarea, TextInput],
  template: `
    <ui-back-link *appBeforeMain link="/retention/holds" text="Back to legal holds" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Place a legal hold</h1>
        <form novalidate (submit)="place($event)">
          <ui-input
            id="upnOrReference"
            label="Which case or child?"
            labelSize="s"
            hint="The reference of a case such as EIP-2026-0001, or a UPN"
            [width]="20"
            [spellcheck]="false"
            [isCode]="true"
            [formField]="form.upnOrReference"
            [error]="submission.errorOf('upnOrReference')"
          />
          <ui-radios
            id="covers"
            label="What does it keep?"
            labelSize="s"
            [options]="options"
            [formField]="form.covers"
            [error]="submission.errorOf('covers')"
          />
          <ui-textarea
            id="reason"
            label="Why must it be kept?"
            labelSize="s"
            [characterLimit]="2000"
            [formField]="form.reason"
            [error]="submission.errorOf('reason')"
          />
          <button ui-button preventDoubleClick>Place the hold</button>
        </form>
      </div>
    </div>
  `,
})
export class PlaceHoldPage {
  private readonly service = inject(RetentionService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly options: readonly Option<HoldCovers>[] = [
    { value: 'case', text: 'This case alone' },
    { value: 'child', text: 'All cases of the child' },
  ];
  private readonly answers = signal<{
    readonly upnOrReference: string;
    readonly covers: HoldCovers | '';
    readonly reason: string;
  }>({ upnOrReference: '', covers: '', reason: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.upnOrReference, ({ value }) =>
      value().trim() === '' ? mistake('Enter the reference of a case or a UPN') : undefined,
    );
    validate(path.covers, ({ value }) => (value() === '' ? mistake('Select what the hold keeps') : undefined));
    validate(path.reason, ({ value }) => (value().trim() === '' ? mistake('Enter why it must be kept') : undefined));
  });

  protected async place(event: Event): Promise<void> {
    event.preventDefault();
    const isPlaced = await this.submission.run(this.form, () => {
      const { upnOrReference, covers, reason } = this.answers();
      if (covers === '') throw new Error('The form was sent although it has mistakes');
      const body = { upnOrReference: upnOrReference.trim(), covers, reason: reason.trim() };
      return firstValueFrom(this.service.placeLegalHold(body, this.submission.creating(body)));
    });
    if (isPlaced) await this.router.navigateByUrl('/retention/holds', { info: 'Legal hold placed' });
  }
}
