import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseTriage, TriagedReturnItem } from '@panel/api-client';
import { referralQuestionLabel } from '@panel/case-rules';
import { instantText, Tag, UiUrl } from '@panel/ui';
import { changedAnswersText, changesSinceReturnText } from '../queue/queue-words.js';

/** What the school was asked, return by return: what it said, and whether the answers that were meant have changed. */
@Component({
  selector: 'app-return-rounds',
  imports: [RouterLink, Tag, UiUrl],
  template: `
    <h2 class="govuk-heading-m">Questions to the school</h2>
    @for (round of rounds(); track round.number) {
      <h3 class="govuk-heading-s">Return {{ round.number }}, {{ round.summary }}</h3>
      @if (round.link; as link) {
        <p class="govuk-body">
          <a class="govuk-link" [routerLink]="link | uiUrl">{{ round.linkText }}</a>
        </p>
      }
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        @for (item of round.items; track item.id) {
          <li>
            <strong>{{ label(item.section, item.field) }}</strong>
            {{ ' '
            }}<ui-tag
              [text]="item.isAnswered ? 'Answered' : 'Not answered'"
              [colour]="item.isAnswered ? 'green' : 'yellow'"
            />
            <br />{{ item.question }}
            @if (item.changedAnswers !== null) {
              <br />{{ changedText(item.changedAnswers) }} since this return
            }
            @if (item.answer) {
              <br />The school says: {{ item.answer }}
            }
            @if (item.answeredAt && item.answeredByName) {
              <br />{{ item.answeredByName }}, {{ instant(item.answeredAt) }}
            }
          </li>
        }
      </ol>
    }
  `,
})
export class ReturnRounds {
  readonly triage = input.required<CaseTriage>();

  protected readonly rounds = computed(() => {
    const { id, returnItems, changesSinceReturns } = this.triage();
    return [...new Set(returnItems.map(({ round }) => round))].map((number) => {
      const items = returnItems.filter(({ round }) => round === number);
      const changes = changesSinceReturns.find(({ round }) => round === number);
      return {
        ...{ number, items, summary: answeredText(items) },
        link: changes && `/referrals/${id}/versions/differences?before=${changes.before}&after=${changes.after}`,
        linkText: changes && changesSinceReturnText(changes.changes, number),
      };
    });
  });
  protected readonly label = referralQuestionLabel;
  protected readonly instant = instantText;
  protected readonly changedText = changedAnswersText;
}

function answeredText(items: readonly TriagedReturnItem[]): string {
  return `${items.filter(({ isAnswered }) => isAnswered).length} of ${items.length} answered`;
}
