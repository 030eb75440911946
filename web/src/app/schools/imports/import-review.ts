import { Component, computed, input, output } from '@angular/core';
import type { SchoolImport, SchoolImportCounts } from '@panel/api-client';
import { Button, Details, InsetText, type Link, SummaryList, type SummaryRow, WarningText } from '@panel/ui';
import { rowCount, rowGroups } from './import-words.js';

/** What the file would do (or did) in numbers, each with the way to its rows. */
@Component({
  selector: 'app-import-review',
  imports: [Button, Details, InsetText, SummaryList, WarningText],
  template: `
    @if (counts().errors > 0 && import().status === 'to_review') {
      <ui-warning-text>
        {{ errorText() }} Nothing is imported unless you correct the file, or choose to leave these rows out.
      </ui-warning-text>
      @if (import().hasErrorsCopy) {
        <button ui-button kind="secondary" type="button" (click)="copied.emit()">
          Download a copy with an Errors column
        </button>
      }
    }
    @if (import().status === 'to_review' && !hasDifferences()) {
      <ui-inset-text>The register has all of this already, so there is nothing to import.</ui-inset-text>
    }
    <h2 class="govuk-heading-m">{{ import().status === 'to_review' ? 'What would change' : 'What the file has' }}</h2>
    <ui-summary-list [rows]="rows()" />
    @if (counts().missing > 0) {
      <ui-details [summary]="missingText()">
        <p class="govuk-body">They stay as they are. If one has closed, correct it by hand.</p>
        <ul class="govuk-list govuk-list--bullet">
          @for (school of counts().missingSchools; track school.urn) {
            <li>{{ school.name }} (URN {{ school.urn }})</li>
          }
        </ul>
      </ui-details>
    }
  `,
})
export class ImportReview {
  readonly import = input.required<SchoolImport>();
  readonly counts = input.required<SchoolImportCounts>();
  readonly copied = output();

  protected readonly hasDifferences = computed(() => {
    const counts = this.counts();
    return counts.new + counts.changed + counts.closed + counts.links > 0;
  });
  protected readonly errorText = computed(() => {
    const { errors } = this.counts();
    return errors === 1 ? '1 row has errors.' : `${errors.toLocaleString('en-GB')} rows have errors.`;
  });
  protected readonly missingText = computed(() => {
    const { missing } = this.counts();
    return missing === 1
      ? '1 school of the register is not in the file'
      : `${missing.toLocaleString('en-GB')} schools of the register are not in the file`;
  });
  protected readonly rows = computed((): readonly SummaryRow[] => {
    const counts = this.counts();
    const groups = rowGroups.map((group) => {
      const count = rowCount(counts, group);
      const look: Link = {
        text: 'Look at them',
        visuallyHiddenText: `(${group.heading.toLowerCase()})`,
        link: `/schools/imports/${this.import().id}/rows/${group.action}`,
      };
      return { key: group.text, value: count.toLocaleString('en-GB'), actions: count > 0 ? [look] : [] };
    });
    return [
      ...groups,
      { key: 'Links to successors', value: counts.links.toLocaleString('en-GB') },
      { key: 'Unchanged', value: counts.unchanged.toLocaleString('en-GB') },
      { key: 'Skipped: of other authorities', value: counts.skipped.toLocaleString('en-GB') },
      { key: 'Rows of the file', value: counts.rows.toLocaleString('en-GB') },
    ];
  });
}
