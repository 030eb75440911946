import { Component, computed, input } from '@angular/core';
import { answerAt, type ReferralSection } from '@panel/case-rules';
import { Button, clockTime } from '@panel/ui';
import { answerInWords, nameOfAnswer, type OpenChoice } from './open-choices.js';
import type { SectionDraft } from './section-draft.js';

/** Both texts of each answer that two people have changed at once, with who, when, and the choice between them. */
@Component({
  selector: 'app-choice-list',
  imports: [Button],
  template: `
    @for (choice of choices(); track choice.path) {
      <section class="app-choice" [attr.aria-labelledby]="'choice-title-' + $index">
        <h2 class="govuk-heading-m" [id]="'choice-title-' + $index">
          {{ choice.byName }} has changed the same answer as you: {{ choice.name }}
        </h2>
        <p class="govuk-body">
          Your text is still on this page, but is not saved. You can also bring the two together in the answer below.
        </p>
        <dl class="govuk-summary-list">
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{{ choice.byName }}{{ choice.when }}</dt>
            <dd class="govuk-summary-list__value">
              @for (line of choice.theirs; track $index) {
                <p class="govuk-body">{{ line }}</p>
              }
            </dd>
          </div>
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">You</dt>
            <dd class="govuk-summary-list__value">
              @for (line of choice.mine; track $index) {
                <p class="govuk-body">{{ line }}</p>
              }
            </dd>
          </div>
        </dl>
        <div class="govuk-button-group">
          <button
            ui-button
            type="button"
            kind="secondary"
            [id]="'choice-' + $index"
            (click)="draft().choose(choice.open, 'mine')"
          >
            Keep my text<span class="govuk-visually-hidden"> for {{ choice.name }}</span>
          </button>
          <button ui-button type="button" kind="secondary" (click)="draft().choose(choice.open, 'theirs')">
            Take the text of {{ choice.byName }}<span class="govuk-visually-hidden"> for {{ choice.name }}</span>
          </button>
        </div>
      </section>
    }
  `,
})
export class ChoiceList {
  readonly draft = input.required<SectionDraft>();

  protected readonly choices = computed(() => {
    const answers = this.draft().answers();
    const { section } = this.draft().page();
    return this.draft()
      .choices()
      .map((open) => ({
        open,
        path: open.path,
        byName: open.byName,
        when: open.at === null ? '' : ` at ${clockTime(open.at)}`,
        name: this.nameOf(section, open),
        theirs: answerInWords(section, open.path, open.theirs),
        mine: answerInWords(section, open.path, answerAt(section, answers, open.path)),
      }));
  });

  /** By my place of the entry; by theirs where I have removed it. */
  private nameOf(section: ReferralSection, { path }: OpenChoice): string {
    return nameOfAnswer(section, this.draft().answers(), path);
  }
}
