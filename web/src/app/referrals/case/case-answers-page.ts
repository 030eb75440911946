import { Component, computed, inject } from '@angular/core';
import { SummaryList } from '@panel/ui';
import { answerGroups } from '../answers-summary.js';
import { CaseFile } from './case-file.js';

/** What the school wrote, to read and to print. */
@Component({
  imports: [SummaryList],
  template: `
    <h1 class="govuk-heading-l">Referral</h1>
    @for (group of groups(); track group.heading) {
      <ui-summary-list [cardHeading]="group.heading" [rows]="group.rows" />
    }
  `,
})
export class CaseAnswersPage {
  private readonly file = inject(CaseFile);

  protected readonly groups = computed(() =>
    this.file.referral.hasValue()
      ? answerGroups(this.file.referral.value().sections, this.file.referral.value().hiddenAnswers)
      : [],
  );
}
