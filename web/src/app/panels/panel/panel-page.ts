import { afterNextRender, Component, computed, inject, Injector, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaItem, Panel } from '@panel/api-client';
import { readPanelResource } from '@panel/api-client/panels/panels.resource';
import { PanelsService } from '@panel/api-client/panels/panels.service';
import { canEditAgenda, decidableOutcomes, panelStatusDisplay, STATUTORY_ROUTE_NOTICE } from '@panel/case-rules';
import { Breadcrumbs, Button, dayText, ErrorSummary, InsetText, SummaryList, type SummaryRow } from '@panel/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { lastValue } from '../../home/page/last-value.js';
import { StatusTag } from '../../home/page/status-tag.js';
import { Submission } from '../../home/page/submission.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { panelName } from '../panel-words.js';
import { AgendaItemPart } from './agenda-item.js';

/** A panel and its agenda. */
@Component({
  imports: [
    AgendaItemPart,
    BeforeMain,
    Breadcrumbs,
    Button,
    ErrorSummary,
    InsetText,
    JustDone,
    Loading,
    ProblemMessage,
    RouterLink,
    StatusTag,
    SummaryList,
  ],
  providers: [FormProblems],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (panel(); as panel) {
      <ui-error-summary [errors]="submission.errors()" />
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">{{ name(panel) }}</h1>
      <p class="govuk-body"><app-status-tag [display]="statusOf(panel)" /></p>
      <ui-summary-list [rows]="facts()" />
      <div class="govuk-button-group">
        @if (canEdit()) {
          <a ui-button kind="secondary" [routerLink]="linkTo('add')">Add cases</a>
        }
        @if (panel.availableVerbs.includes('publish_papers')) {
          <a ui-button [routerLink]="linkTo('publish-papers')">Publish the papers</a>
        }
        @if (panel.availableVerbs.includes('start')) {
          <a ui-button [routerLink]="linkTo('start')">Start the panel</a>
        }
        @if (panel.availableVerbs.includes('close')) {
          <a ui-button [routerLink]="linkTo('close')">Close the panel</a>
        }
      </div>
      <h2 class="govuk-heading-m" id="agenda" tabindex="-1">Agenda</h2>
      <ui-inset-text>{{ notice }}</ui-inset-text>
      @for (item of panel.agenda; track item.id) {
        <app-agenda-item
          [item]="item"
          [isFirst]="$first"
          [isLast]="$last"
          [canEdit]="canEdit()"
          [canDecide]="canDecide(panel, item)"
          [decideLink]="linkTo('items/' + item.id + '/decide')"
          (moved)="move(panel, item, $event)"
          (removed)="remove(panel, item)"
        />
      } @empty {
        <p class="govuk-body">There are no cases on the agenda yet.</p>
      }
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class PanelPage {
  private readonly service = inject(PanelsService);
  private readonly session = inject(CurrentSession);
  private readonly live = inject(LiveRegion);
  private readonly injector = inject(Injector);
  readonly panelId = input.required<string>();

  protected readonly notice = STATUTORY_ROUTE_NOTICE;
  protected readonly done = justDone();
  protected readonly breadcrumbs = [
    { text: 'Start', link: '/' },
    { text: 'Panels', link: '/panels' },
    { text: 'Panel' },
  ];
  protected readonly submission = new Submission();
  protected readonly resource = readPanelResource(this.panelId);
  protected readonly panel = lastValue(this.resource);
  protected readonly canEdit = computed(() => {
    const panel = this.panel();
    return panel !== undefined && this.session.may('panel:plan') && canEditAgenda(panel.status);
  });
  protected readonly facts = computed((): readonly SummaryRow[] => {
    const panel = this.panel();
    if (!panel) return [];
    return [
      { key: 'Venue', value: panel.venue },
      { key: 'Last day for cases to join', value: dayText(panel.papersCloseOn) },
      { key: 'Papers published by', value: dayText(panel.papersPublishedOn) },
      { key: 'Decided', value: `${panel.decidedCount} of ${panel.caseCount}` },
    ];
  });

  protected readonly name = panelName;
  protected readonly statusOf = ({ status }: Panel) => panelStatusDisplay(status);

  protected linkTo(page: string): string {
    return `/panels/${this.panelId()}/${page}`;
  }

  /** Once, while the panel sits; before that only what the chair may decide alone. */
  protected canDecide({ status }: Panel, { decision, isUrgent, referralStatus }: AgendaItem): boolean {
    if (decision !== null || referralStatus === null || !this.session.may('panel:decide')) return false;
    if (status === 'in_session') return decidableOutcomes(referralStatus, isUrgent ?? false).length > 0;
    return status === 'papers_published' && isUrgent === true;
  }

  protected async move({ version }: Panel, item: AgendaItem, direction: 'up' | 'down'): Promise<void> {
    const options = this.submission.changing(version);
    const panel = await this.change(this.service.moveCaseOnPanel(this.panelId(), item.id, { direction }, options));
    if (!panel) return;
    const position = panel.agenda.findIndex(({ id }) => id === item.id) + 1;
    this.live.announce(`${item.reference ?? 'The case'} is now number ${position} of ${panel.agenda.length}`);
    // The row has moved in the page and lost the focus; at the end the button pressed is no longer there.
    const opposite = direction === 'up' ? 'down' : 'up';
    this.focusFirst(`${direction}-${item.id}`, `${opposite}-${item.id}`);
  }

  protected async remove({ version }: Panel, item: AgendaItem): Promise<void> {
    const options = this.submission.changing(version);
    const panel = await this.change(this.service.removeCaseFromPanel(this.panelId(), item.id, options));
    if (!panel) return;
    this.live.announce(`${item.reference ?? 'The case'} was removed from the agenda`);
    this.focusFirst('agenda');
  }

  /** The panel afterwards; nothing when it was refused, and then the page shows what it is like by now. */
  private async change(request: Observable<Panel>): Promise<Panel | undefined> {
    let changed: Panel | undefined;
    await this.submission.run(null, async () => {
      changed = await firstValueFrom(request);
    });
    if (changed) this.resource.set(changed);
    else this.resource.reload();
    return changed;
  }

  private focusFirst(...ids: readonly string[]): void {
    afterNextRender(
      () =>
        ids
          .map((id) => document.getElementById(id))
          .find((element) => element !== null)
          ?.focus(),
      { injector: this.injector },
    );
  }
}
