import { afterNextRender, Component, computed, inject, Injector, input } from '@angular/core';
import { type AnswerEntry, answerList, emptyEntry, isBlankEntry } from '@panel/case-rules';
import { Button, Fieldset, focusField } from '@panel/ui';
import { LiveRegion } from '../../shell/live-region.js';
import { AnswerQuestion, type TypedAnswer } from './answer-question.js';
import { questionsOf } from './questions.js';
import type { SectionDraft } from './section-draft.js';

/** The entries of one list of a section: cycles, parents and carers, goals. */
@Component({
  selector: 'app-answer-entries',
  imports: [AnswerQuestion, Button, Fieldset],
  template: `
    @if (draft().problems.messageFor(list()); as message) {
      <p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {{ message }}</p>
    }
    @if (spec().heading; as heading) {
      <h2 class="govuk-heading-m">{{ heading }}</h2>
    }
    @for (entry of entries(); track entry.key) {
      <div [attr.id]="$index === entryToFill() ? list() : null">
        <ui-fieldset [legend]="spec().itemLabel + ' ' + ($index + 1)" [legendSize]="spec().heading ? 's' : 'm'">
          @for (question of entry.questions; track question.id) {
            <app-answer-question [question]="question" [problems]="draft().problems" (typed)="write($event)" />
          }
          @if (entries().length > spec().fewest) {
            <button ui-button type="button" kind="secondary" (click)="remove($index)">
              Remove {{ lowerLabel() }} {{ $index + 1 }}
            </button>
          }
        </ui-fieldset>
      </div>
    }
    @if (entries().length < spec().most) {
      <button
        ui-button
        type="button"
        kind="secondary"
        [attr.id]="entries().length === 0 ? list() : null"
        (click)="add()"
      >
        Add {{ entries().length === 0 ? article() : 'another' }} {{ lowerLabel() }}
      </button>
    }
  `,
})
export class AnswerEntries {
  readonly draft = input.required<SectionDraft>();
  readonly list = input.required<string>();

  protected readonly spec = computed(() => answerList(this.draft().page().section, this.list()));
  protected readonly lowerLabel = computed(() => {
    const { itemLabel } = this.spec();
    return /^[A-Z]{2}/.test(itemLabel) ? itemLabel : itemLabel.charAt(0).toLowerCase() + itemLabel.slice(1);
  });
  protected readonly article = computed(() => (/^[aeio]|^SDQ/i.test(this.spec().itemLabel) ? 'an' : 'a'));
  protected readonly entries = computed(() =>
    this.stored().map((entry, index) => ({
      key: entry['key'] ?? '',
      questions: questionsOf(this.spec().fields, entry, `${this.list()}/${index}/`),
    })),
  );
  /** Where the message "at least two cycles" leads: to the first entry in which nothing is written. */
  protected readonly entryToFill = computed(() => Math.max(0, this.stored().findIndex(isBlankEntry)));

  private readonly stored = computed((): readonly AnswerEntry[] => {
    const entries = this.draft().answers()[this.list()];
    return Array.isArray(entries) ? entries : [];
  });
  private readonly injector = inject(Injector);
  private readonly live = inject(LiveRegion);

  protected write({ path, text }: TypedAnswer): void {
    this.draft().write(path, text);
  }

  protected add(): void {
    // A key that nobody else makes at the same time on another page.
    const key = crypto.randomUUID();
    const entry = emptyEntry(this.draft().page().section, this.list(), key);
    this.change((entries) => [...entries, entry]);
    this.focus(this.stored().length - 1);
  }

  protected remove(index: number): void {
    this.change((entries) => entries.filter((_, place) => place !== index));
    // The messages name entries by their place, which has changed.
    this.draft().problems.clear();
    this.live.announce(`${this.spec().itemLabel} ${index + 1} removed`);
    this.focus(Math.min(index, this.stored().length - 1));
  }

  private change(change: (entries: readonly AnswerEntry[]) => AnswerEntry[]): void {
    this.draft().answers.update((answers) => ({ ...answers, [this.list()]: change(this.stored()) }));
  }

  /** Focus would be lost with the button that was pressed, or stay above the new questions. */
  private focus(index: number): void {
    const [first] = Object.keys(this.spec().fields);
    const id = index < 0 ? this.list() : `${this.list()}-${index}-${first ?? ''}`;
    afterNextRender(() => focusField(id), { injector: this.injector });
  }
}
