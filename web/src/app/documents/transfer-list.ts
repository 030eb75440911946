import { Component, input } from '@angular/core';
import { ProgressBar } from '@panel/ui';
import type { Transfer } from './file-transfers.js';

/** How far each file is. */
@Component({
  selector: 'app-transfer-list',
  imports: [ProgressBar],
  template: `
    <ul class="govuk-list">
      @for (transfer of transfers(); track $index) {
        <li>
          <ui-progress-bar
            [id]="'transfer-' + $index"
            [label]="transfer.name"
            [done]="transfer.percent"
            [total]="100"
            [words]="wordsOf(transfer)"
          />
        </li>
      }
    </ul>
  `,
})
export class TransferList {
  readonly transfers = input.required<readonly Transfer[]>();

  protected wordsOf({ state, percent }: Transfer): string {
    switch (state) {
      case 'waiting':
        return 'Waiting';
      case 'sending':
        return `Uploading, ${percent}%`;
      case 'checking':
        return 'Uploaded, checking the file';
      case 'done':
        return 'Uploaded';
      case 'failed':
        return 'Not uploaded';
    }
  }
}
