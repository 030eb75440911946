import { NgTemplateOutlet } from '@angular/common';
import { booleanAttribute, Component, computed, input } from '@angular/core';
import type { Link } from '../links.js';
import { ActionLink } from './action-link.js';

/** One fact of a summary list. */
export interface SummaryRow {
  readonly key: string;
  /** Several lines as a list; an empty one reads "Not provided". */
  readonly value: string | readonly string[] | null | undefined;
  /** "Change" and the like; say what: `{ text: 'Change', visuallyHiddenText: 'date of birth', link: … }`. */
  readonly actions?: readonly Link[] | undefined;
}

/** Facts about one thing, or answers to check; a card of its own with `cardHeading`. */
@Component({
  selector: 'ui-summary-list',
  imports: [ActionLink, NgTemplateOutlet],
  template: `
    @if (cardHeading(); as heading) {
      <div class="govuk-summary-card">
        <div class="govuk-summary-card__title-wrapper">
          <h2 class="govuk-summary-card__title">{{ heading }}</h2>
          @if (cardActions().length === 1) {
            <div class="govuk-summary-card__actions">
              <ng-container [ngTemplateOutlet]="link" [ngTemplateOutletContext]="{ $implicit: cardActions()[0] }" />
            </div>
          } @else if (cardActions().length > 1) {
            <ul class="govuk-summary-card__actions">
              @for (action of cardActions(); track action.link) {
                <li class="govuk-summary-card__action">
                  <ui-action-link [action]="action" [cardHeading]="heading" />
                </li>
              }
            </ul>
          }
        </div>
        <div class="govuk-summary-card__content"><ng-container [ngTemplateOutlet]="list" /></div>
      </div>
    } @else {
      <ng-container [ngTemplateOutlet]="list" />
    }
    <ng-template #link let-action><ui-action-link [action]="action" [cardHeading]="cardHeading()" /></ng-template>
    <ng-template #list>
      <dl class="govuk-summary-list" [class.govuk-summary-list--no-border]="hasNoBorder()">
        @for (row of shownRows(); track $index) {
          <div class="govuk-summary-list__row" [class.govuk-summary-list__row--no-actions]="row.lacksActions">
            <dt class="govuk-summary-list__key">{{ row.key }}</dt>
            <dd class="govuk-summary-list__value">
              @for (line of row.lines; track $index) {
                @if ($index > 0) {
                  <br />
                }
                {{ line }}
              }
            </dd>
            @if (row.actions.length === 1) {
              <dd class="govuk-summary-list__actions">
                <ng-container [ngTemplateOutlet]="link" [ngTemplateOutletContext]="{ $implicit: row.actions[0] }" />
              </dd>
            } @else if (row.actions.length > 1) {
              <dd class="govuk-summary-list__actions">
                <ul class="govuk-summary-list__actions-list">
                  @for (action of row.actions; track action.link) {
                    <li class="govuk-summary-list__actions-list-item">
                      <ui-action-link [action]="action" [cardHeading]="cardHeading()" />
                    </li>
                  }
                </ul>
              </dd>
            }
          </div>
        }
      </dl>
    </ng-template>
  `,
})
export class SummaryList {
  readonly rows = input.required<readonly SummaryRow[]>();
  readonly cardHeading = input<string>();
  readonly cardActions = input<readonly Link[]>([]);
  readonly hasNoBorder = input(false, { transform: booleanAttribute });

  protected readonly shownRows = computed(() => {
    const anyActions = this.rows().some((row) => row.actions?.length);
    return this.rows().map((row) => ({
      key: row.key,
      lines: shownLines(row.value),
      actions: row.actions ?? [],
      lacksActions: anyActions && !row.actions?.length,
    }));
  });
}

function shownLines(value: SummaryRow['value']): readonly string[] {
  const lines = (typeof value === 'string' ? [value] : (value ?? [])).filter((line) => line.trim() !== '');
  return lines.length > 0 ? lines : ['Not provided'];
}
