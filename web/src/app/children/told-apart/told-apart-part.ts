import { Component, computed, input } from '@angular/core';
import { listToldApartResource } from '@panel/api-client/told-apart/told-apart.resource';
import { dayText, instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { ProblemMessage } from '../../shell/problem-message.js';

/** Records that look like this child and were said to be others, each with who said it and why. */
@Component({
  selector: 'app-told-apart-part',
  imports: [ProblemMessage, SummaryList],
  template: `
    @if (told.error(); as error) {
      <app-problem [error]="error" (tryAgain)="told.reload()" />
    } @else if (rows().length > 0) {
      <h3 class="govuk-heading-s">Said to be other children</h3>
      <ui-summary-list [rows]="rows()" />
    }
  `,
})
export class ToldApartPart {
  readonly childId = input.required<string>();

  protected readonly told = listToldApartResource(this.childId);
  protected readonly rows = computed<readonly SummaryRow[]>(() =>
    (this.told.hasValue() ? this.told.value().items : []).map(({ id, other, reason, toldByName, toldAt }) => ({
      key: other.name,
      value: [`Born ${dayText(other.bornOn)}, UPN ${other.upn}`, reason, `${toldByName}, ${instantText(toldAt)}`],
      actions: [
        { text: 'Open', visuallyHiddenText: other.name, link: `/children/${other.id}` },
        { text: 'Undo', visuallyHiddenText: other.name, link: `/children/${this.childId()}/told-apart/${id}/undo` },
      ],
    })),
  );
}
