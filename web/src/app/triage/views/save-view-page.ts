import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { SavedViewsService } from '@panel/api-client/saved-views/saved-views.service';
import { isQueueTab, queueTabLabel } from '@panel/case-rules';
import { BackLink, Button, Checkboxes, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { mustHaveText, mustNotBeLonger } from '../../referrals/required-text.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { NO_CONDITIONS, queueFilter } from '../queue/queue-conditions.js';

const nameMax = 80;

/** The tab, filters and order of the queue under a name of one's own. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, Checkboxes, ErrorSummary, FormField, RouterLink, TextInput],
  template: `
    <ui-back-link *appBeforeMain link="/queue" text="Back to the queue" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Save this view</h1>
        <p class="govuk-body">
          Kept are the part of the queue ({{ part() }}), the filters and the order, for you alone. A search by name is
          not kept.
        </p>
        <form novalidate (submit)="save($event)">
          <ui-input
            id="name"
            label="Name of the view"
            [width]="20"
            [formField]="form.name"
            [error]="submission.errorOf('name')"
          />
          <ui-checkboxes
            id="isDefault"
            label="When you open the queue"
            [options]="defaults"
            [formField]="form.isDefault"
          />
          <div class="govuk-button-group">
            <button ui-button preventDoubleClick>Save the view</button>
            <a class="govuk-link" routerLink="/queue">Cancel</a>
          </div>
        </form>
      </div>
    </div>
  `,
})
export class SaveViewPage {
  readonly tab = input<string>();
  readonly schoolId = input<string>();
  readonly primaryNeed = input<string>();
  readonly assignee = input<string>();
  readonly due = input<string>();
  readonly urgent = input<string>();
  readonly sort = input<string>();

  private readonly service = inject(SavedViewsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  private readonly answers = signal<{ readonly name: string; readonly isDefault: readonly string[] }>({
    name: '',
    isDefault: [],
  });
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.name, 'Enter a name for the view');
    mustNotBeLonger(path.name, nameMax, 'Name');
  });

  private readonly conditions = computed(() =>
    queueFilter(
      this.tab(),
      {
        ...NO_CONDITIONS,
        schoolId: this.schoolId() ?? '',
        primaryNeed: this.primaryNeed() ?? '',
        assignee: this.assignee() ?? '',
        due: this.due() ?? '',
        urgent: this.urgent() ?? '',
      },
      this.sort(),
    ),
  );
  protected readonly part = computed(() => {
    const tab = this.tab() ?? '';
    return queueTabLabel(isQueueTab(tab) ? tab : 'all').toLowerCase();
  });
  protected readonly defaults = [{ value: 'yes', text: 'Show this view first' }];

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, async () => {
      const { name, isDefault } = this.answers();
      const body = { name: name.trim(), conditions: this.conditions(), isDefault: isDefault.length > 0 };
      await firstValueFrom(this.service.createSavedView(body, this.submission.creating(body)));
    });
    if (!isDone) return;
    const queryParams = { ...this.conditions(), tab: this.conditions().tab ?? 'all' };
    await this.router.navigate(['/queue'], { queryParams, info: `View “${this.answers().name.trim()}” saved` });
  }
}
