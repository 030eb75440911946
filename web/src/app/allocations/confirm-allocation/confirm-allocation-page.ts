import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { readAllocationResource } from '@panel/api-client/allocations/allocations.resource';
import { AllocationsService } from '@panel/api-client/allocations/allocations.service';
import { DeliveryService } from '@panel/api-client/delivery/delivery.service';
import { BackLink, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { unitsText } from '../../contracts/contract-words.js';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

const words = {
  accept: {
    heading: 'Accept this allocation',
    text: 'You take on this support. You can record sessions from then on.',
    button: 'Accept',
    done: 'Allocation accepted',
  },
  complete: {
    heading: 'Complete the support',
    text: 'The support has ended as agreed. No more sessions can be recorded, and the coordinator reviews the outcome.',
    button: 'Complete the support',
    done: 'Support completed',
  },
} as const;

/** "Are you sure" before an allocation is accepted or completed; `verb` comes with the route. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, Loading, ProblemMessage],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain text="Back to the allocation" [link]="link()" />
    @if (allocation.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ words().heading }}</h1>
          <p class="govuk-body">{{ supportText() }}</p>
          <p class="govuk-body">{{ words().text }}</p>
          <app-confirm-form
            [text]="words().button"
            [cancelLink]="link()"
            (confirmed)="confirm(allocation.value().version)"
          />
        </div>
      </div>
    } @else if (allocation.error(); as error) {
      <app-problem [error]="error" (tryAgain)="allocation.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ConfirmAllocationPage {
  private readonly allocations = inject(AllocationsService);
  private readonly delivery = inject(DeliveryService);
  private readonly router = inject(Router);
  readonly allocationId = input.required<string>();
  readonly verb = input.required<'accept' | 'complete'>();

  protected readonly submission = new Submission();
  protected readonly allocation = readAllocationResource(this.allocationId);
  protected readonly words = computed(() => words[this.verb()]);
  protected readonly link = computed(() => `/allocations/${this.allocationId()}`);
  protected readonly supportText = computed(() => {
    if (!this.allocation.hasValue()) return '';
    const { pupilName, reference, contractTitle, units, unit } = this.allocation.value();
    return `${pupilName}, ${reference}: ${contractTitle}, ${unitsText(units, unit)}.`;
  });

  protected async confirm(version: number): Promise<void> {
    const options = this.submission.changing(version);
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(
        this.verb() === 'accept'
          ? this.allocations.acceptAllocation(this.allocationId(), options)
          : this.delivery.completeAllocation(this.allocationId(), options),
      ),
    );
    if (isDone) await this.router.navigateByUrl(this.link(), { info: this.words().done });
    else this.allocation.reload();
  }
}
