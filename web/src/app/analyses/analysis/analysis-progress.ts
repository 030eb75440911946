import { Component, computed, input, output } from '@angular/core';
import type { Analysis } from '@panel/api-client';
import { isAnalysisFinished } from '@panel/case-rules';
import { Button, ProgressBar } from '@panel/ui';

/** How far a run is, for the eye all the time and for a screen reader at every quarter and at the end. */
@Component({
  selector: 'app-analysis-progress',
  imports: [Button, ProgressBar],
  template: `
    <p class="govuk-visually-hidden" role="status">{{ announcement() }}</p>
    @if (isUnderWay()) {
      <ui-progress-bar
        label="Analysing the children"
        [done]="analysis().progressDone"
        [total]="analysis().progressTotal"
      />
      <p class="govuk-body">You can leave this page: the analysis goes on, and its result will be here.</p>
      @if (analysis().availableVerbs.includes('cancel')) {
        <button ui-button kind="secondary" type="button" (click)="cancelled.emit()">Cancel the analysis</button>
      }
    }
  `,
})
export class AnalysisProgress {
  readonly analysis = input.required<Analysis>();
  readonly cancelled = output();

  protected readonly isUnderWay = computed(() => !isAnalysisFinished(this.analysis().status));
  /** Changes at quarters only, so that it is not read out every second. */
  protected readonly announcement = computed(() => {
    const { status, progressDone, progressTotal } = this.analysis();
    switch (status) {
      case 'queued':
        return 'The analysis is waiting to start.';
      case 'running': {
        const quarter = progressTotal > 0 ? Math.floor((4 * progressDone) / progressTotal) : 0;
        return `The analysis is running, ${quarter * 25} percent done.`;
      }
      case 'succeeded':
        return 'The analysis has finished. Its result is on this page.';
      case 'failed':
        return 'The analysis has failed.';
      case 'cancelled':
        return 'The analysis was cancelled.';
    }
  });
}
