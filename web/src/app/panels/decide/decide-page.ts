import { Component, computed, effect, inject, input } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { listContractsResource } from '@panel/api-client/contracts/contracts.resource';
import { readPanelResource } from '@panel/api-client/panels/panels.resource';
import {
  decidableOutcomes,
  decisionAllocates,
  decisionNeedsDeclineReason,
  decisionOutcomeLabel,
  DECLINE_REASONS,
  declineReasonLabel,
  LONG_TEXT_MAX,
  STATUTORY_ROUTE_NOTICE,
} from '@panel/case-rules';
import { formatPounds } from '@panel/money';
import { BackLink, Button, ErrorSummary, InsetText, Radios, Textarea, TextInput } from '@panel/ui';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { leftInWords, unitName } from '../../contracts/contract-words.js';
import { DecisionDraft, decisionSchema } from './decision-draft.js';

/** What the panel decided about one case. What is asked follows from the outcome. */
@Component({
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormField,
    InsetText,
    Loading,
    ProblemMessage,
    Radios,
    Textarea,
    TextInput,
  ],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain text="Back to the panel" [link]="'/panels/' + panelId()" />
    @if (panel.hasValue() && contracts.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Record the decision for {{ caseName() }}</h1>
          @if (outcomeOptions().length > 0) {
            <ui-inset-text>{{ notice }}</ui-inset-text>
            <form novalidate (submit)="check($event)">
              <ui-radios
                id="outcome"
                label="What did the panel decide?"
                labelSize="m"
                [options]="outcomeOptions()"
                [formField]="form.outcome"
                [error]="submission.errorOf('outcome')"
              />
              @if (asksDeclineReason()) {
                <ui-radios
                  id="declineReason"
                  label="Why is the referral declined?"
                  labelSize="m"
                  [options]="declineReasons"
                  [formField]="form.declineReason"
                  [error]="submission.errorOf('declineReason')"
                />
              }
              @if (allocates()) {
                <ui-radios
                  id="contractId"
                  label="Which contract does the support come from?"
                  labelSize="m"
                  [options]="contractOptions()"
                  [formField]="form.contractId"
                  [error]="submission.errorOf('contractId')"
                />
                <ui-input
                  id="units"
                  labelSize="m"
                  inputmode="numeric"
                  hint="A whole number, 1 or more"
                  [label]="unitsLabel()"
                  [width]="4"
                  [formField]="form.units"
                  [error]="submission.errorOf('units')"
                />
              }
              <ui-textarea
                id="reason"
                label="Why did the panel decide this?"
                labelSize="m"
                hint="The school reads this. Do not name other children."
                [characterLimit]="reasonLimit"
                [formField]="form.reason"
                [error]="submission.errorOf('reason')"
              />
              <button ui-button>Continue</button>
            </form>
          } @else {
            <p class="govuk-body">No decision can be recorded for this case now.</p>
          }
        </div>
      </div>
    } @else if (panel.error() ?? contracts.error(); as error) {
      <app-problem [error]="error" (tryAgain)="reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class DecidePage {
  private readonly router = inject(Router);
  private readonly draft = inject(DecisionDraft);
  readonly panelId = input.required<string>();
  readonly itemId = input.required<string>();

  protected readonly notice = STATUTORY_ROUTE_NOTICE;
  protected readonly reasonLimit = LONG_TEXT_MAX;
  protected readonly declineReasons = DECLINE_REASONS.map((value) => ({ value, text: declineReasonLabel(value) }));
  protected readonly submission = new Submission();
  protected readonly panel = readPanelResource(this.panelId);
  protected readonly contracts = listContractsResource();
  protected readonly form = form(this.draft.answers, decisionSchema);

  private readonly item = computed(() =>
    this.panel.hasValue() ? this.panel.value().agenda.find(({ id }) => id === this.itemId()) : undefined,
  );
  protected readonly caseName = computed(() => {
    const item = this.item();
    return [item?.reference, item?.pupilInitials].filter(Boolean).join(', ');
  });
  protected readonly outcomeOptions = computed(() => {
    const item = this.item();
    if (!item?.referralStatus || item.decision || !this.panel.hasValue()) return [];
    const isInSession = this.panel.value().status === 'in_session';
    return decidableOutcomes(item.referralStatus, item.isUrgent ?? false)
      .filter((outcome) => isInSession || outcome === 'urgent_chairs_action')
      .map((value) => ({ value, text: decisionOutcomeLabel(value) }));
  });
  protected readonly allocates = computed(() => {
    const { outcome } = this.draft.answers();
    return outcome !== '' && decisionAllocates(outcome);
  });
  protected readonly asksDeclineReason = computed(() => {
    const { outcome } = this.draft.answers();
    return outcome !== '' && decisionNeedsDeclineReason(outcome);
  });
  /** The contracts that the panel allocates and that are in force on its day, with what is left of each. */
  private readonly possibleContracts = computed(() => {
    if (!this.panel.hasValue() || !this.contracts.hasValue()) return [];
    const { heldOn } = this.panel.value();
    return this.contracts
      .value()
      .items.filter((one) => one.isAllocatedByPanel && one.startsOn <= heldOn && heldOn <= one.endsOn);
  });
  protected readonly contractOptions = computed(() =>
    this.possibleContracts().map((one) => ({
      value: one.id,
      text: `${one.title} (${one.providerName})`,
      hint: `${leftInWords(one)}; ${formatPounds(one.unitPricePence)} a ${unitName(one.capacityUnit)}`,
    })),
  );
  protected readonly unitsLabel = computed(() => {
    const chosen = this.possibleContracts().find(({ id }) => id === this.draft.answers().contractId);
    return chosen ? `How many ${unitName(chosen.capacityUnit)}s?` : 'How many units?';
  });

  constructor() {
    effect(() => this.draft.open(this.itemId()));
  }

  protected reload(): void {
    this.panel.reload();
    this.contracts.reload();
  }

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(this.form, () =>
      this.router.navigateByUrl(`/panels/${this.panelId()}/items/${this.itemId()}/decide/check`),
    );
  }
}
