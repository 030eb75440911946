import { Component, computed, input } from '@angular/core';
import { formatPounds } from '@panel/money';
import { FigureNumber, WarningText } from '@panel/ui';

/** The amounts of a result in pence; null where disclosure control hides them. */
export interface SplitMoney {
  readonly potentialPence: number | null;
  readonly avoidedHighPence: number | null;
  readonly continuingPence: number | null;
  readonly notAvoidedPence: number | null;
}

/**
 * The headline of an analysis, always together with its split by outcome and with what it is not: no page shows the
 * potential in any other way.
 */
@Component({
  selector: 'app-money-split',
  imports: [FigureNumber, WarningText],
  template: `
    <ui-figure-number
      [value]="shown(money().potentialPence)"
      label="a year: potential over the children analysed"
      note="The yearly cost of the support that education, health and care plans would have brought, if every one of these children had needed one."
    />
    <h3 class="govuk-heading-s">The same amount, by what happened</h3>
    <div class="app-figures">
      @for (part of parts(); track part.label) {
        <ui-figure-number isSmall [value]="part.value" [label]="part.label" [note]="part.note" />
      }
    </div>
    <p class="govuk-body"><a class="govuk-link" href="#method">How these amounts are worked out</a></p>
    <ui-warning-text>
      This is an expected value for finance; never a saving, never a target. This version of the method gives no
      interval around it.
    </ui-warning-text>
  `,
})
export class MoneySplit {
  readonly money = input.required<SplitMoney>();

  protected readonly parts = computed(() => {
    const { avoidedHighPence, continuingPence, notAvoidedPence } = this.money();
    return [
      {
        value: shownPounds(avoidedHighPence),
        label: 'avoided: high impact',
        note: 'High or very positive impact, and no plan was issued.',
      },
      {
        value: shownPounds(continuingPence),
        label: 'continuing',
        note: 'Continuing to improve, and no plan was issued.',
      },
      {
        value: shownPounds(notAvoidedPence),
        label: 'not avoided',
        note: 'Limited impact, extra support that may lead to a plan, or a plan issued.',
      },
    ];
  });
  protected readonly shown = shownPounds;
}

/** Pounds and pence, or `c` (confidential). */
export function shownPounds(pence: number | null): string {
  return pence === null ? 'c' : formatPounds(pence);
}
