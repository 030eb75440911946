import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { readAllocationResource } from '@panel/api-client/allocations/allocations.resource';
import { AllocationsService } from '@panel/api-client/allocations/allocations.service';
import { LONG_TEXT_MAX } from '@panel/case-rules';
import { BackLink, ErrorSummary, SavedStateStatus, Textarea } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { FormDraft } from '../../form-drafts/form-draft.js';
import { FormDraftNotice } from '../../form-drafts/form-draft-notice.js';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { mistake } from '../../home/page/form-mistakes.js';
import { lastValue } from '../../home/page/last-value.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

@Component({
  imports: [
    BackLink,
    BeforeMain,
    ConfirmForm,
    ErrorSummary,
    FormDraftNotice,
    FormField,
    Loading,
    ProblemMessage,
    SavedStateStatus,
    Textarea,
  ],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain text="Back to the allocation" [link]="link()" />
    @if (allocation(); as allocation) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Decline this allocation</h1>
          <p class="govuk-body">
            {{ allocation.pupilName }}, {{ allocation.reference }}: {{ allocation.contractTitle }}.
          </p>
          <app-form-draft-notice [draft]="draft" />
          <app-confirm-form
            text="Decline the allocation"
            kind="warning"
            [cancelLink]="link()"
            (confirmed)="decline(allocation.version)"
          >
            <ui-textarea
              id="reason"
              label="Why can you not take this allocation?"
              labelSize="m"
              hint="The coordinator reads this and looks for another way."
              [characterLimit]="limit"
              [formField]="form.reason"
              [error]="submission.errorOf('reason')"
            />
            <ui-saved-state [state]="draft.state()" />
          </app-confirm-form>
        </div>
      </div>
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class DeclineAllocationPage {
  private readonly service = inject(AllocationsService);
  private readonly router = inject(Router);
  readonly allocationId = input.required<string>();

  protected readonly limit = LONG_TEXT_MAX;
  protected readonly submission = new Submission();
  protected readonly resource = readAllocationResource(this.allocationId);
  protected readonly allocation = lastValue(this.resource);
  protected readonly link = computed(() => `/allocations/${this.allocationId()}`);
  private readonly answers = signal({ reason: '' });
  protected readonly draft = new FormDraft(
    computed(() => ({ form: 'decline_allocation', allocationId: this.allocationId() })),
    this.answers,
  );
  protected readonly form = form(this.answers, (path) => {
    validate(path.reason, ({ value }) => {
      if (value().trim() === '') return mistake('Enter why you cannot take this allocation');
      return value().length > LONG_TEXT_MAX ? mistake('Reason must be 5,000 characters or less') : undefined;
    });
  });

  protected async decline(version: number): Promise<void> {
    const isValidBefore = this.form().valid();
    const body = { reason: this.answers().reason.trim() };
    const isDone = await this.submission.run(this.form, () =>
      this.draft.sending(() =>
        firstValueFrom(this.service.declineAllocation(this.allocationId(), body, this.submission.changing(version))),
      ),
    );
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'Allocation declined' });
    else if (isValidBefore) this.resource.reload();
  }
}
