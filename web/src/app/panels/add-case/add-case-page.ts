import { Component, computed, inject, input } from '@angular/core';
import type { ReadyCase } from '@panel/api-client';
import { listReadyCasesResource, readPanelResource } from '@panel/api-client/panels/panels.resource';
import { PanelsService } from '@panel/api-client/panels/panels.service';
import { BackLink, Button, Cell, dayText, ErrorSummary, Table, type TableColumn } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { lastValue } from '../../home/page/last-value.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { needText, panelName, riskText, yearText } from '../panel-words.js';

/** The cases that are ready, to put on the agenda one by one. */
@Component({
  imports: [BackLink, BeforeMain, Button, Cell, ErrorSummary, Loading, ProblemMessage, Table],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain text="Back to the panel" [link]="'/panels/' + panelId()" />
    @if (panel.error() ?? cases.error(); as error) {
      <app-problem [error]="error" (tryAgain)="reload()" />
    } @else if (shownPanel() && shownCases()) {
      <ui-error-summary [errors]="submission.errors()" />
      <h1 class="govuk-heading-l">Add cases to the agenda</h1>
      <p class="govuk-body" id="agenda-text" tabindex="-1">{{ agendaText() }}</p>
      @if (rows().length > 0) {
        <ui-table
          caption="Cases ready for a panel, those that have waited longest first"
          captionSize="m"
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="rows()"
          [rowKey]="idOf"
        >
          <ng-template uiCell="add" [uiCellOf]="rows()" let-row>
            <button ui-button kind="secondary" type="button" (click)="add(row)">
              Add<span class="govuk-visually-hidden"> {{ row.reference }} to the agenda</span>
            </button>
          </ng-template>
        </ui-table>
      } @else {
        <p class="govuk-body">No other case is ready for a panel.</p>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class AddCasePage {
  private readonly service = inject(PanelsService);
  private readonly live = inject(LiveRegion);
  readonly panelId = input.required<string>();

  protected readonly submission = new Submission();
  protected readonly panel = readPanelResource(this.panelId);
  protected readonly cases = listReadyCasesResource(this.panelId);
  protected readonly shownPanel = lastValue(this.panel);
  protected readonly shownCases = lastValue(this.cases);
  protected readonly rows = computed(() => this.shownCases()?.items ?? []);
  protected readonly agendaText = computed(() => {
    const panel = this.shownPanel();
    if (!panel) return '';
    return `${panelName(panel)}: ${panel.caseCount} ${panel.caseCount === 1 ? 'case' : 'cases'} on the agenda.`;
  });
  protected readonly columns: readonly TableColumn<ReadyCase>[] = [
    {
      key: 'reference',
      text: 'Case',
      value: ({ reference, isUrgent }) => `${reference}${isUrgent ? ' (urgent)' : ''}`,
    },
    { key: 'pupil', text: 'Pupil', value: ({ pupilInitials }) => pupilInitials },
    { key: 'school', text: 'School', value: ({ schoolName }) => schoolName },
    { key: 'year', text: 'School year', value: ({ ncYear }) => yearText(ncYear) },
    { key: 'need', text: 'Primary need', value: ({ primaryNeed }) => needText(primaryNeed) },
    { key: 'risk', text: 'Risk', value: ({ riskLevel }) => riskText(riskLevel) },
    { key: 'since', text: 'Ready since', value: ({ readySince }) => dayText(readySince) },
    { key: 'add', text: 'Action', value: () => 'Add' },
  ];

  protected readonly idOf = ({ referralId }: ReadyCase): string => referralId;

  protected reload(): void {
    this.panel.reload();
    this.cases.reload();
  }

  protected async add({ referralId, reference }: ReadyCase): Promise<void> {
    const options = this.submission.changing(this.shownPanel()?.version ?? 0);
    const isDone = await this.submission.run(null, async () => {
      this.panel.set(await firstValueFrom(this.service.addCaseToPanel(this.panelId(), { referralId }, options)));
    });
    if (!isDone) {
      this.reload();
      return;
    }
    this.cases.reload();
    this.live.announce(`${reference} is on the agenda`);
    // The button pressed goes away with its row.
    document.getElementById('agenda-text')?.focus();
  }
}
