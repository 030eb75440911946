import { Component, computed, input, output } from '@angular/core';
import type { SchoolImport } from '@panel/api-client';
import { isSchoolImportUnderWay } from '@panel/case-rules';
import { Button, ProgressBar } from '@panel/ui';

/** How far an import is, for the eye all the time and for a screen reader at every quarter and at the end. */
@Component({
  selector: 'app-import-progress',
  imports: [Button, ProgressBar],
  template: `
    <p class="govuk-visually-hidden" role="status">{{ announcement() }}</p>
    @if (isUnderWay()) {
      @if (import().status === 'applying') {
        <p class="govuk-body">The schools are being imported.</p>
      } @else {
        <ui-progress-bar label="Reading the rows" [done]="import().progressDone" [total]="import().progressTotal" />
      }
      <p class="govuk-body">You can leave this page: the import goes on, and what comes of it will be here.</p>
      @if (import().availableVerbs.includes('cancel')) {
        <button ui-button kind="secondary" type="button" (click)="cancelled.emit()">Cancel the import</button>
      }
    }
  `,
})
export class ImportProgress {
  readonly import = input.required<SchoolImport>();
  readonly cancelled = output();

  protected readonly isUnderWay = computed(() => isSchoolImportUnderWay(this.import().status));
  /** Changes at quarters only, so that it is not read out every second. */
  protected readonly announcement = computed(() => {
    const { status, progressDone, progressTotal } = this.import();
    switch (status) {
      case 'queued':
        return 'The import is waiting to start.';
      case 'reading': {
        const quarter = progressTotal > 0 ? Math.floor((4 * progressDone) / progressTotal) : 0;
        return `The file is being read, ${quarter * 25} percent done.`;
      }
      case 'rejected':
        return 'The file cannot be read. This page says why.';
      case 'to_review':
        return 'The file has been read. Look at what it would change.';
      case 'applying':
        return 'The schools are being imported.';
      case 'applied':
        return 'The schools have been imported.';
      case 'undone':
        return 'The import was undone.';
      case 'cancelled':
        return 'The import was cancelled.';
      case 'failed':
        return 'The import has failed.';
    }
  });
}
