import { Component, computed, input } from '@angular/core';
import { InsetText } from '@panel/ui';
import { formatDate } from '@panel/reference';
import { nameOfAnswer } from './open-choices.js';
import type { SectionDraft } from './section-draft.js';

/** What stands on the page as it was copied from the child's last referral, and has to be looked at. */
@Component({
  selector: 'app-copied-answers',
  imports: [InsetText],
  template: `
    @if (copied(); as source) {
      <ui-inset-text>
        {{ source.from }}
        <ul class="govuk-list govuk-list--bullet">
          @for (name of source.names; track name) {
            <li>{{ name }}</li>
          }
        </ul>
      </ui-inset-text>
    }
  `,
})
export class CopiedAnswers {
  readonly draft = input.required<SectionDraft>();

  protected readonly copied = computed(() => {
    const { referral, page, answers } = this.draft();
    const { section } = page();
    const source = referral.hasValue() ? referral.value().sections[section].copiedFrom : null;
    const paths = source?.answers.filter((path) => this.draft().asksFor(path)) ?? [];
    if (!source || paths.length === 0) return undefined;
    return {
      from: `From the referral of ${formatDate(source.sentOn)} (${source.reference}). Check that it still holds:`,
      names: paths.map((path) => nameOfAnswer(section, answers(), path)),
    };
  });
}
