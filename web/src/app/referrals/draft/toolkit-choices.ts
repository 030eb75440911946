import { afterNextRender, Component, computed, inject, Injector, input, signal } from '@angular/core';
import type { ToolkitResourceSummary } from '@panel/api-client';
import { listToolkitResource } from '@panel/api-client/toolkit/toolkit.resource';
import { type AnswerEntry, answerList, TOOLKIT_PHASES, toolkitPhaseLabel } from '@panel/case-rules';
import { SEN_TYPES } from '@panel/reference';
import { Button, focusField, type Option, Select } from '@panel/ui';
import { Combobox } from '@panel/ui/forms/combobox';
import { LiveRegion } from '../../shell/live-region.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import type { SectionDraft } from './section-draft.js';

/** Which resources of the authority's toolkit the school asks for: found by words, need and phase. */
@Component({
  selector: 'app-toolkit-choices',
  imports: [Button, Combobox, ProblemMessage, Select],
  template: `
    <h2 class="govuk-heading-m" id="toolkit" tabindex="-1">{{ spec.heading }} (optional)</h2>
    @if (draft().problems.messageFor('toolkit'); as message) {
      <p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {{ message }}</p>
    }
    @if (chosen().length > 0) {
      <ul class="govuk-list govuk-list--spaced">
        @for (entry of chosen(); track entry['key']) {
          <li [id]="'toolkit-' + $index + '-title'" tabindex="-1">
            <strong>{{ entry['title'] }}</strong>
            <br />
            <button ui-button type="button" kind="secondary" (click)="remove(entry)">
              Remove<span class="govuk-visually-hidden"> {{ entry['title'] }}</span>
            </button>
          </li>
        }
      </ul>
    }
    @if (toolkit.error(); as error) {
      <app-problem [error]="error" (tryAgain)="toolkit.reload()" />
    } @else if (resources().length > 0 && chosen().length < spec.most) {
      <ui-select id="toolkit-need" label="Resources for this need" [options]="needs()" [(value)]="need" />
      <ui-select id="toolkit-phase" label="Resources for this phase" [options]="phases()" [(value)]="phase" />
      @defer (on immediate) {
        <ui-combobox
          id="toolkit-resource"
          label="Find a resource of the toolkit"
          hint="Type a part of its title"
          things="resources"
          [options]="options()"
          [error]="mistake()"
          [(value)]="picked"
        />
      } @placeholder {
        <div class="app-combobox-space"></div>
      } @error {
        <ui-select
          id="toolkit-resource"
          label="Find a resource of the toolkit"
          [options]="optionsToSelect()"
          [error]="mistake()"
          [(value)]="picked"
        />
      }
      <button ui-button type="button" kind="secondary" (click)="add()">Add the resource</button>
    }
  `,
})
export class ToolkitChoices {
  readonly draft = input.required<SectionDraft>();

  private readonly injector = inject(Injector);
  private readonly live = inject(LiveRegion);
  protected readonly spec = answerList('request', 'toolkit');
  protected readonly toolkit = listToolkitResource();
  protected readonly need = signal('');
  protected readonly phase = signal('');
  protected readonly picked = signal('');
  protected readonly mistake = signal<string | undefined>(undefined);

  protected readonly chosen = computed((): readonly AnswerEntry[] => {
    const entries = this.draft().answers()['toolkit'];
    return Array.isArray(entries) ? entries : [];
  });
  protected readonly resources = computed(() => {
    const keys = this.chosen().map((entry) => entry['key']);
    return (this.toolkit.hasValue() ? this.toolkit.value().items : []).filter(({ id }) => !keys.includes(id));
  });
  /** Of the codes those that narrow the list. */
  protected readonly needs = computed<readonly Option[]>(() => [
    { value: '', text: 'All needs' },
    ...SEN_TYPES.filter(({ code }) => this.resources().some(({ needs }) => needs.includes(code))).map(
      ({ code, label }) => ({ value: code, text: label }),
    ),
  ]);
  protected readonly phases = computed<readonly Option[]>(() => [
    { value: '', text: 'All phases' },
    ...TOOLKIT_PHASES.map((phase) => ({ value: phase, text: toolkitPhaseLabel(phase) })),
  ]);
  protected readonly options = computed<readonly Option[]>(() =>
    this.resources()
      .filter((resource) => isFor(resource, this.need(), this.phase()))
      .map(({ id, title }) => ({ value: id, text: title })),
  );
  protected readonly optionsToSelect = computed<readonly Option[]>(() => [
    { value: '', text: 'Choose a resource' },
    ...this.options(),
  ]);

  protected add(): void {
    const option = this.options().find(({ value }) => value === this.picked());
    this.mistake.set(option ? undefined : 'Choose a resource from the list');
    if (!option) {
      focusField('toolkit-resource');
      return;
    }
    this.change([...this.chosen(), { key: option.value, title: option.text }]);
    this.picked.set('');
    this.live.announce(`${option.text} added`);
    this.focus(`toolkit-${this.chosen().length - 1}-title`);
  }

  protected remove(entry: AnswerEntry): void {
    this.change(this.chosen().filter(({ key }) => key !== entry['key']));
    this.draft().problems.clear();
    this.live.announce(`${entry['title'] ?? ''} removed`);
    this.focus('toolkit-resource');
  }

  private change(toolkit: AnswerEntry[]): void {
    this.draft().answers.update((answers) => ({ ...answers, toolkit }));
  }

  /** Focus would be lost with the button that was pressed. */
  private focus(id: string): void {
    afterNextRender(() => focusField(id) || document.getElementById('toolkit')?.focus(), { injector: this.injector });
  }
}

/** A resource that names no need is for all, and so with phases. */
function isFor({ needs, phases }: ToolkitResourceSummary, need: string, phase: string): boolean {
  const fits = (codes: readonly string[], code: string): boolean =>
    code === '' || codes.length === 0 || codes.includes(code);
  return fits(needs, need) && fits(phases, phase);
}
