import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { DeclineReason, type ListToolkitParams, ToolkitPhase, ToolkitState } from '@panel/api-client';
import { listToolkitResource } from '@panel/api-client/toolkit/toolkit.resource';
import {
  DECLINE_REASONS,
  declineReasonLabel,
  isDeclineReason,
  isToolkitPhase,
  TOOLKIT_PHASES,
  toolkitPhaseLabel,
} from '@panel/case-rules';
import { isSenTypeCode, SEN_TYPES, senTypeLabel } from '@panel/reference';
import { Button, Filter, type FilterTag, Select, Tag, TextInput } from '@panel/ui';
import { JustDone, justDone } from '../home/page/just-done.js';
import { lastValue } from '../home/page/last-value.js';
import { todayInUk as today } from '../home/page/today.js';
import { codeOptions } from '../referrals/code-options.js';
import { CurrentSession } from '../session/current-session.js';
import { LiveRegion } from '../shell/live-region.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { needsText, notCurrentText, phasesText } from './toolkit-words.js';

interface Conditions {
  readonly search: string;
  readonly need: string;
  readonly phase: string;
  readonly declineReason: string;
  readonly state: string;
}

const NO_CONDITIONS: Conditions = { search: '', need: '', phase: '', declineReason: '', state: '' };

/** What schools can do themselves, found by words, need and phase. */
@Component({
  imports: [Button, Filter, FormField, JustDone, Loading, ProblemMessage, RouterLink, Select, Tag, TextInput],
  template: `
    @if (resources.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resources.reload()" />
    } @else {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">Toolkit</h1>
      <p class="govuk-body">
        What a school can do itself, before a referral, beside it and after it. Nobody needs a decision of the panel to
        use it.
      </p>
      @if (mayKeep) {
        <a ui-button routerLink="/toolkit/new">Add a resource</a>
      }
      <ui-filter [tags]="tags()" (applied)="apply()" (removed)="remove($event)" (cleared)="clear()">
        <ui-input id="search" label="Search" type="search" [width]="20" [formField]="form.search" />
        <ui-select id="need" label="Need" [options]="needs" [formField]="form.need" />
        <ui-select id="phase" label="Phase" [options]="phases" [formField]="form.phase" />
        <ui-select
          id="declineReason"
          label="After a referral was declined because"
          [options]="reasons"
          [formField]="form.declineReason"
        />
        @if (mayKeep) {
          <ui-select id="state" label="In use" [options]="states" [formField]="form.state" />
        }
      </ui-filter>
      @if (shown(); as page) {
        <p class="govuk-body">{{ count() }}</p>
        @for (resource of page.items; track resource.id) {
          <h2 class="govuk-heading-m govuk-!-margin-bottom-1">
            <a class="govuk-link" [routerLink]="['/toolkit', resource.id]">{{ resource.title }}</a>
            @if (notCurrent(resource); as text) {
              <ui-tag [text]="text" colour="grey" />
            }
          </h2>
          <p class="govuk-body govuk-!-margin-bottom-1">{{ resource.summary }}</p>
          <p class="govuk-body-s govuk-hint">{{ needsText(resource.needs) }}. {{ phasesText(resource.phases) }}.</p>
        }
      } @else {
        <app-loading />
      }
    }
  `,
})
export class ToolkitListPage {
  readonly search = input<string>();
  readonly need = input<string>();
  readonly phase = input<string>();
  readonly declineReason = input<string>();
  readonly state = input<string>();

  private readonly router = inject(Router);
  protected readonly done = justDone();
  protected readonly mayKeep = inject(CurrentSession).may('toolkit:keep');

  private readonly conditions = computed<Conditions>(() => ({
    search: this.search() ?? '',
    need: this.need() ?? '',
    phase: this.phase() ?? '',
    declineReason: this.declineReason() ?? '',
    state: this.state() ?? '',
  }));
  protected readonly resources = listToolkitResource(computed(() => toParams(this.conditions())));
  protected readonly shown = lastValue(this.resources);

  /** What is chosen but not applied yet; begins again with what the address says. */
  private readonly chosen = linkedSignal(this.conditions);
  protected readonly form = form(this.chosen);

  protected readonly count = computed(() => {
    const found = this.shown()?.items.length ?? 0;
    if (found === 0) return 'No resources found';
    return found === 1 ? '1 resource' : `${found} resources`;
  });
  protected readonly tags = computed<readonly FilterTag[]>(() => {
    const { search, need, phase, declineReason, state } = this.conditions();
    return [
      ...(search.trim() ? [{ key: 'search', text: `Search: ${search.trim()}` }] : []),
      ...(isSenTypeCode(need) ? [{ key: 'need', text: `Need: ${senTypeLabel(need)}` }] : []),
      ...(isToolkitPhase(phase) ? [{ key: 'phase', text: `Phase: ${toolkitPhaseLabel(phase)}` }] : []),
      ...(isDeclineReason(declineReason)
        ? [{ key: 'declineReason', text: `Declined because: ${declineReasonLabel(declineReason)}` }]
        : []),
      ...(state === ToolkitState.all ? [{ key: 'state', text: 'Also what is not in use' }] : []),
    ];
  });

  protected readonly needs = [{ value: '', text: 'All needs' }, ...codeOptions(SEN_TYPES)];
  protected readonly phases = [
    { value: '', text: 'All phases' },
    ...TOOLKIT_PHASES.map((phase) => ({ value: String(phase), text: toolkitPhaseLabel(phase) })),
  ];
  protected readonly reasons = [
    { value: '', text: 'Any reason, or none' },
    ...DECLINE_REASONS.map((reason) => ({ value: String(reason), text: declineReasonLabel(reason) })),
  ];
  protected readonly states = [
    { value: '', text: 'In use today' },
    { value: 'all', text: 'All: also retired, past and coming ones' },
  ];
  protected readonly needsText = needsText;
  protected readonly phasesText = phasesText;

  constructor() {
    const live = inject(LiveRegion);
    let isFirst = true;
    effect(() => {
      if (!this.resources.hasValue()) return;
      // The focus stays where it is when the list changes; the first one is read with the page.
      if (!isFirst) live.announce(untracked(this.count));
      isFirst = false;
    });
  }

  protected notCurrent(resource: Parameters<typeof notCurrentText>[0]): string {
    return notCurrentText(resource, today());
  }

  protected apply(): void {
    void this.show({ ...this.form().value() });
  }

  protected remove(key: string): void {
    void this.show({ ...this.conditions(), [key]: '' });
  }

  protected clear(): void {
    void this.show(NO_CONDITIONS);
  }

  private show(conditions: Conditions): Promise<boolean> {
    const said: readonly [string, string][] = Object.entries(conditions);
    const queryParams = Object.fromEntries(said.filter(([, text]) => text.trim() !== ''));
    return this.router.navigate(['/toolkit'], { queryParams });
  }
}

/** Conditions that the API does not know are left out, so an old link still shows a list. */
function toParams({ search, need, phase, declineReason, state }: Conditions): ListToolkitParams {
  return {
    ...(search.trim() && { search: search.trim() }),
    ...(isSenTypeCode(need) && { need }),
    ...(isToolkitPhase(phase) && { phase: ToolkitPhase[phase] }),
    ...(isDeclineReason(declineReason) && { declineReason: DeclineReason[declineReason] }),
    ...(state === ToolkitState.all && { state: ToolkitState.all }),
  };
}
