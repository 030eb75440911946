import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { listLegalHoldsResource } from '@panel/api-client/retention/retention.resource';
import { RetentionService } from '@panel/api-client/retention/retention.service';
import { BackLink, Button, ErrorSummary, Textarea, WarningText } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { headingOf } from './legal-holds-page.js';

@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Loading, ProblemMessage, Textarea, WarningText],
  template: `
    <ui-back-link *appBeforeMain link="/retention/holds" text="Back to legal holds" />
    @if (hold(); as hold) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Lift the legal hold</h1>
          <p class="govuk-body">{{ heading() }}: {{ hold.reason }}</p>
          <ui-warning-text>What is over its period is destroyed in the next night.</ui-warning-text>
          <form novalidate (submit)="lift($event)">
            <ui-textarea
              id="reason"
              label="Why does it no longer have to be kept?"
              labelSize="s"
              [characterLimit]="2000"
              [formField]="form.reason"
              [error]="submission.errorOf('reason')"
            />
            <button ui-button kind="warning" preventDoubleClick>Lift the hold</button>
          </form>
        </div>
      </div>
    } @else if (holds.error(); as error) {
      <app-problem [error]="error" (tryAgain)="holds.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class LiftHoldPage {
  readonly legalHoldId = input.required<string>();

  private readonly service = inject(RetentionService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly holds = listLegalHoldsResource();
  protected readonly hold = computed(() =>
    (this.holds.hasValue() ? this.holds.value().items : []).find(({ id }) => id === this.legalHoldId()),
  );
  protected readonly heading = computed(() => {
    const hold = this.hold();
    return hold ? headingOf(hold) : '';
  });
  private readonly answers = signal({ reason: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.reason, ({ value }) =>
      value().trim() === '' ? mistake('Enter why it no longer has to be kept') : undefined,
    );
  });

  protected async lift(event: Event): Promise<void> {
    event.preventDefault();
    const hold = this.hold();
    if (!hold) return;
    const sent = this.submission.changing(hold.version);
    const isLifted = await this.submission.run(this.form, () =>
      firstValueFrom(this.service.liftLegalHold(hold.id, { reason: this.answers().reason.trim() }, sent)),
    );
    if (isLifted) await this.router.navigateByUrl('/retention/holds', { info: 'Legal hold lifted' });
  }
}
