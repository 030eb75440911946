import { Component, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { EmergencyOutcome } from '@panel/api-client';
import { readEmergencyAccessResource } from '@panel/api-client/emergency-accesses/emergency-accesses.resource';
import { EmergencyAccessesService } from '@panel/api-client/emergency-accesses/emergency-accesses.service';
import { BackLink, Button, ErrorSummary, InsetText, Radios, Textarea } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { mustHaveText, mustNotBeLonger } from '../../referrals/required-text.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { outcomeText, reasonText } from '../emergency-words.js';

const longestNote = 2000;

/** Was it justified? Said once, by somebody other than who had the access. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormField,
    InsetText,
    Loading,
    ProblemMessage,
    Radios,
    Textarea,
  ],
  template: `
    <ui-back-link *appBeforeMain text="Back to the emergency access" [link]="'/emergency-accesses/' + accessId()" />
    @if (access.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <span class="govuk-caption-l"
            >Case {{ access.value().reference }}, opened by {{ access.value().userName }}</span
          >
          <h1 class="govuk-heading-l">Review this emergency access</h1>
          <ui-inset-text>{{ reasonText(access.value().reasonCode) }}: {{ access.value().reason }}</ui-inset-text>
          @if (access.value().canReview) {
            <form novalidate (submit)="review($event)">
              <ui-radios
                id="outcome"
                label="Was it justified?"
                [options]="outcomes"
                [formField]="form.outcome"
                [error]="submission.errorOf('outcome')"
              />
              <ui-textarea
                id="note"
                label="Your reasons"
                hint="Do not name the child."
                [characterLimit]="longestNote"
                [formField]="form.note"
                [error]="submission.errorOf('note')"
              />
              <button ui-button preventDoubleClick>Record the review</button>
            </form>
          } @else {
            <p class="govuk-body">It cannot be reviewed now: it has not ended, has been reviewed, or was your own.</p>
          }
        </div>
      </div>
    } @else if (access.error(); as error) {
      <app-problem [error]="error" (tryAgain)="access.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ReviewEmergencyAccessPage {
  private readonly service = inject(EmergencyAccessesService);
  private readonly router = inject(Router);
  readonly accessId = input.required<string>();

  protected readonly submission = new Submission();
  protected readonly access = readEmergencyAccessResource(this.accessId);
  private readonly given = signal({ outcome: '', note: '' });
  protected readonly form = form(this.given, (path) => {
    mustHaveText(path.outcome, 'Select whether it was justified');
    mustHaveText(path.note, 'Enter your reasons');
    mustNotBeLonger(path.note, longestNote, 'Reasons');
  });
  protected readonly outcomes = Object.values(EmergencyOutcome).map((outcome) => ({
    value: String(outcome),
    text: outcomeText(outcome),
  }));
  protected readonly longestNote = longestNote;
  protected readonly reasonText = reasonText;

  protected async review(event: Event): Promise<void> {
    event.preventDefault();
    const { outcome, note } = this.given();
    const version = this.access.hasValue() ? this.access.value().version : 0;
    const isDone = await this.submission.run(this.form, () =>
      firstValueFrom(
        this.service.reviewEmergencyAccess(
          this.accessId(),
          { outcome: outcome === 'justified' ? 'justified' : 'not_justified', note },
          this.submission.changing(version),
        ),
      ),
    );
    if (isDone) await this.router.navigateByUrl(`/emergency-accesses/${this.accessId()}`, { info: 'Review recorded' });
    else this.access.reload();
  }
}
