import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { listEmergencyAccessesResource } from '@panel/api-client/emergency-accesses/emergency-accesses.resource';
import { EmergencyAccessesService } from '@panel/api-client/emergency-accesses/emergency-accesses.service';
import { BackLink, Button, ErrorSummary, Radios, SummaryList, type SummaryRow, Textarea, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { mustHaveText, mustNotBeLonger } from '../../referrals/required-text.js';
import { isReason, reasonOptions, reasonText } from '../emergency-words.js';

const longestReason = 2000;

/** First which case and why; then what will happen, and the button that does it. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Radios, SummaryList, Textarea, TextInput],
  template: `
    <ui-back-link *appBeforeMain text="Back to emergency accesses" link="/emergency-accesses" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        @if (isChecking()) {
          <h1 class="govuk-heading-l">Check what will happen</h1>
          <ui-summary-list [rows]="answers()" />
          <p class="govuk-body">When you open this case:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>you can read it for {{ minutes() }} minutes, and change nothing in it</li>
            <li>everything you open is recorded under this access, with your reason</li>
            <li>all coordinators and data protection officers are told by email now</li>
            <li>one of them will look at it afterwards and say whether it was justified</li>
            <li>it ends by itself, when you end it, or when you sign out</li>
          </ul>
          <div class="govuk-button-group">
            <button ui-button kind="warning" type="button" preventDoubleClick (click)="start()">Open this case</button>
            <button ui-button kind="secondary" type="button" (click)="goBack()">Change my answers</button>
          </div>
        } @else {
          <h1 class="govuk-heading-l">Open a case under emergency access</h1>
          <p class="govuk-body">Only for a case that you must see now and that nobody who may see it can deal with.</p>
          <form novalidate (submit)="check($event)">
            <ui-input
              id="reference"
              label="Reference of the case"
              hint="For example, EIP-2026-0001"
              [width]="20"
              [formField]="form.reference"
              [error]="submission.errorOf('reference')"
            />
            <ui-radios
              id="reasonCode"
              label="Why must you see it?"
              [options]="reasons"
              [formField]="form.reasonCode"
              [error]="submission.errorOf('reasonCode')"
            />
            <ui-textarea
              id="reason"
              label="Explain in your own words"
              hint="Do not name the child. Whoever reviews this access reads it."
              [characterLimit]="longestReason"
              [formField]="form.reason"
              [error]="submission.errorOf('reason')"
            />
            <button ui-button>Continue</button>
          </form>
        }
      </div>
    </div>
  `,
})
export class StartEmergencyAccessPage {
  private readonly service = inject(EmergencyAccessesService);
  private readonly session = inject(CurrentSession);
  private readonly router = inject(Router);

  protected readonly submission = new Submission();
  protected readonly isChecking = signal(false);
  private readonly accesses = listEmergencyAccessesResource();
  protected readonly minutes = computed(() => (this.accesses.hasValue() ? this.accesses.value().minutes : 60));
  private readonly given = signal({ reference: '', reasonCode: '', reason: '' });
  protected readonly form = form(this.given, (path) => {
    mustHaveText(path.reference, 'Enter the reference of the case');
    mustHaveText(path.reasonCode, 'Select why you must see the case');
    mustHaveText(path.reason, 'Explain why you must see the case');
    mustNotBeLonger(path.reason, longestReason, 'Explanation');
  });
  protected readonly reasons = reasonOptions;
  protected readonly longestReason = longestReason;
  protected readonly answers = computed((): readonly SummaryRow[] => {
    const { reference, reasonCode, reason } = this.given();
    return [
      { key: 'Case', value: reference.trim().toUpperCase() },
      { key: 'Why', value: reasonText(reasonCode) },
      { key: 'In your words', value: reason },
    ];
  });

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    const isRight = await this.submission.run(this.form, () => Promise.resolve());
    if (isRight) this.isChecking.set(true);
  }

  protected goBack(): void {
    this.isChecking.set(false);
  }

  protected async start(): Promise<void> {
    const { reference, reasonCode, reason } = this.given();
    if (!isReason(reasonCode)) return;
    const body = { reference: reference.trim(), reasonCode, reason };
    let referralId = '';
    const isDone = await this.submission.run(null, async () => {
      const access = await firstValueFrom(this.service.startEmergencyAccess(body, this.submission.creating(body)));
      referralId = access.referralId;
      // From now on the session may read what the case holds.
      await this.session.refresh();
    });
    if (isDone) await this.router.navigateByUrl(`/referrals/${referralId}`);
    // What is wrong is wrong with an answer: back to them, with the errors above.
    else if (this.submission.errors().some(({ fieldId }) => fieldId === 'reference')) this.isChecking.set(false);
  }
}
