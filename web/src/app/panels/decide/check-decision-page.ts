import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { listContractsResource } from '@panel/api-client/contracts/contracts.resource';
import { readPanelResource } from '@panel/api-client/panels/panels.resource';
import { PanelsService } from '@panel/api-client/panels/panels.service';
import { decisionOutcomeLabel, declineReasonLabel, STATUTORY_ROUTE_NOTICE } from '@panel/case-rules';
import { formatPounds } from '@panel/money';
import { BackLink, ErrorSummary, InsetText, SummaryList, type SummaryRow } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { lastValue } from '../../home/page/last-value.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { leftInWords, unitsText } from '../../contracts/contract-words.js';
import { decisionBody, DecisionDraft } from './decision-draft.js';

/** The answers before they are recorded. What the contract refuses is said here, and nothing typed is lost. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, InsetText, Loading, ProblemMessage, SummaryList],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain text="Back to the question" [link]="questionLink()" />
    @if (panel() && contracts()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Check the decision for {{ caseName() }}</h1>
          @if (body()) {
            <ui-summary-list [rows]="rows()" />
            <ui-inset-text>{{ notice }}</ui-inset-text>
            <app-confirm-form text="Record the decision" [cancelLink]="'/panels/' + panelId()" (confirmed)="record()" />
          } @else {
            <p class="govuk-body">There is nothing to check yet. Go back to the question.</p>
          }
        </div>
      </div>
    } @else if (panelResource.error() ?? contractsResource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CheckDecisionPage {
  private readonly service = inject(PanelsService);
  private readonly router = inject(Router);
  private readonly draft = inject(DecisionDraft);
  readonly panelId = input.required<string>();
  readonly itemId = input.required<string>();

  protected readonly notice = STATUTORY_ROUTE_NOTICE;
  protected readonly submission = new Submission();
  protected readonly panelResource = readPanelResource(this.panelId);
  protected readonly contractsResource = listContractsResource();
  protected readonly panel = lastValue(this.panelResource);
  protected readonly contracts = lastValue(this.contractsResource);
  protected readonly body = computed(() => decisionBody(this.draft.answers()));
  protected readonly questionLink = computed(() => `/panels/${this.panelId()}/items/${this.itemId()}/decide`);
  protected readonly caseName = computed(
    () => this.panel()?.agenda.find(({ id }) => id === this.itemId())?.reference ?? 'this case',
  );
  private readonly contract = computed(() => this.contracts()?.items.find(({ id }) => id === this.body()?.contractId));
  protected readonly rows = computed((): readonly SummaryRow[] => {
    const body = this.body();
    if (!body) return [];
    const change = (what: string): SummaryRow['actions'] => [
      { text: 'Change', visuallyHiddenText: what, link: this.questionLink() },
    ];
    const contract = this.contract();
    return [
      { key: 'Decision', value: decisionOutcomeLabel(body.outcome), actions: change('decision') },
      ...(body.declineReason
        ? [
            {
              key: 'Reason for declining',
              value: declineReasonLabel(body.declineReason),
              actions: change('reason for declining'),
            },
          ]
        : []),
      ...(contract && body.units !== null
        ? [
            {
              key: 'Contract',
              value: [`${contract.title} (${contract.providerName})`, leftInWords(contract)],
              actions: change('contract'),
            },
            {
              key: 'To allocate',
              value: `${unitsText(body.units, contract.capacityUnit)}, ${formatPounds(body.units * contract.unitPricePence)}`,
              actions: change('units'),
            },
          ]
        : []),
      { key: 'Reason', value: body.reason, actions: change('reason') },
    ];
  });

  protected reload(): void {
    this.panelResource.reload();
    this.contractsResource.reload();
  }

  protected async record(): Promise<void> {
    const body = this.body();
    if (!body) return;
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(this.service.recordDecision(this.panelId(), this.itemId(), body, this.submission.creating(body))),
    );
    // What is left has changed under our feet: the page shows what it is now.
    if (!isDone) {
      this.reload();
      return;
    }
    const done = `Decision recorded for ${this.caseName()}: ${decisionOutcomeLabel(body.outcome)}`;
    await this.router.navigateByUrl(`/panels/${this.panelId()}`, { info: done });
    this.draft.clear();
  }
}
