import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import type { ReconciliationList } from '@panel/api-client';
import { AnalysesService } from '@panel/api-client/analyses/analyses.service';
import { formatPounds, parsePounds } from '@panel/money';
import { BackLink, Button, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';

/** A total published elsewhere, and which changes of the stated inputs would give it. */
@Component({
  selector: 'app-reconcile-analysis-page',
  imports: [BeforeMain, BackLink, Button, ErrorSummary, FormField, TextInput],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="'/analyses/' + analysisId()" text="Back to the analysis" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Reconcile with a published total</h1>
        <p class="govuk-body">
          Enter a total that was published for the same children. The service looks for the simplest changes of the
          stated inputs (rate, weeks, contribution, rounding, amounts of a band) that give exactly this total.
        </p>
        <form novalidate (submit)="reconcile($event)">
          <ui-input
            id="publishedTotalPence"
            label="Published total in pounds"
            labelSize="m"
            hint="For example, 350978 or 356,795.80"
            prefix="£"
            inputmode="decimal"
            [width]="10"
            [formField]="form.publishedTotalPence"
            [error]="submission.errorOf('publishedTotalPence')"
          />
          <button ui-button>Look for explanations</button>
        </form>
        <div role="status">
          @if (isSearching()) {
            <p class="govuk-body">Looking for explanations…</p>
          } @else if (found(); as found) {
            <h2 class="govuk-heading-m">{{ foundHeading() }}</h2>
            <p class="govuk-body">The inputs of this analysis give {{ pounds(found.computedTotalPence) }}.</p>
            @if (found.items.length > 0) {
              <ol class="govuk-list govuk-list--number govuk-list--spaced">
                @for (item of found.items; track $index) {
                  <li>
                    {{ item.explanation }}<br />
                    <span class="govuk-hint">{{ changesText(item.changes) }}, gives {{ pounds(item.totalPence) }}</span>
                  </li>
                }
              </ol>
            } @else {
              <p class="govuk-body">No change of one or two stated inputs gives exactly this total.</p>
            }
          }
        </div>
      </div>
    </div>
  `,
})
export class ReconcileAnalysisPage {
  private readonly service = inject(AnalysesService);
  readonly analysisId = input.required<string>();
  protected readonly submission = new Submission();
  protected readonly isSearching = signal(false);
  protected readonly found = signal<ReconciliationList | undefined>(undefined);
  private readonly answers = signal({ publishedTotalPence: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.publishedTotalPence, ({ value }) => {
      if (value().trim() === '') return mistake('Enter the published total');
      const pence = parsePounds(value());
      return pence === null || pence < 0 ? mistake('The published total must be an amount like 350,978.00') : undefined;
    });
  });

  protected readonly foundHeading = computed(() => {
    const found = this.found();
    if (!found) return '';
    const { length } = found.items;
    const total = formatPounds(found.publishedTotalPence);
    if (length === 0) return `Nothing simple gives ${total}`;
    return length === 1 ? `1 explanation of ${total}` : `${length} explanations of ${total}, the simplest first`;
  });

  protected async reconcile(event: Event): Promise<void> {
    event.preventDefault();
    const publishedTotalPence = parsePounds(this.answers().publishedTotalPence) ?? 0;
    this.found.set(undefined);
    await this.submission.run(this.form, async () => {
      this.isSearching.set(true);
      try {
        this.found.set(
          await firstValueFrom(this.service.reconcileAnalysis(this.analysisId(), { publishedTotalPence })),
        );
      } finally {
        this.isSearching.set(false);
      }
    });
  }

  protected readonly pounds = (pence: number): string => formatPounds(pence);

  protected changesText(changes: number): string {
    if (changes === 0) return 'No input changed';
    return changes === 1 ? '1 input changed' : `${changes} inputs changed`;
  }
}
