import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { Panel } from '@panel/api-client';
import { readPanelResource } from '@panel/api-client/panels/panels.resource';
import { PanelsService } from '@panel/api-client/panels/panels.service';
import { BackLink, ErrorSummary, InsetText } from '@panel/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { panelName } from '../panel-words.js';

type Verb = 'publish_papers' | 'start' | 'close';

const words: Readonly<Record<Verb, { heading: string; text: string; button: string; done: string }>> = {
  publish_papers: {
    heading: 'Publish the papers',
    text: 'The agenda and what the members read are frozen. A case that comes late goes to the next panel.',
    button: 'Publish the papers',
    done: 'Papers published',
  },
  start: {
    heading: 'Start the panel',
    text: 'While the panel is in session, decisions are recorded case by case.',
    button: 'Start the panel',
    done: 'Panel started',
  },
  close: {
    heading: 'Close the panel',
    text: 'Decisions are minuted and stand. No more can be recorded.',
    button: 'Close the panel',
    done: 'Panel closed',
  },
};

/** "Are you sure" before a panel moves on; `verb` comes with the route. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, InsetText, Loading, ProblemMessage],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain text="Back to the panel" [link]="link()" />
    @if (panel.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ words().heading }}</h1>
          <p class="govuk-body">{{ agendaText() }}</p>
          <p class="govuk-body">{{ words().text }}</p>
          @if (undecidedText(); as text) {
            <ui-inset-text>{{ text }}</ui-inset-text>
          }
          <app-confirm-form
            [text]="words().button"
            [cancelLink]="link()"
            (confirmed)="confirm(panel.value().version)"
          />
        </div>
      </div>
    } @else if (panel.error(); as error) {
      <app-problem [error]="error" (tryAgain)="panel.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ConfirmPanelPage {
  private readonly service = inject(PanelsService);
  private readonly router = inject(Router);
  readonly panelId = input.required<string>();
  readonly verb = input.required<Verb>();

  protected readonly submission = new Submission();
  protected readonly panel = readPanelResource(this.panelId);
  protected readonly words = computed(() => words[this.verb()]);
  protected readonly link = computed(() => `/panels/${this.panelId()}`);
  protected readonly agendaText = computed(() => {
    if (!this.panel.hasValue()) return '';
    const { caseCount } = this.panel.value();
    return `${panelName(this.panel.value())}: ${caseCount} ${caseCount === 1 ? 'case' : 'cases'} on the agenda.`;
  });
  protected readonly undecidedText = computed(() => {
    if (this.verb() !== 'close' || !this.panel.hasValue()) return '';
    const { caseCount, decidedCount } = this.panel.value();
    const undecided = caseCount - decidedCount;
    if (undecided === 0) return '';
    return `${undecided === 1 ? '1 case has' : `${undecided} cases have`} no decision yet. Record one for each first.`;
  });

  protected async confirm(version: number): Promise<void> {
    const isDone = await this.submission.run(null, () => firstValueFrom(this.request(version)));
    if (isDone) await this.router.navigateByUrl(this.link(), { info: this.words().done });
    else this.panel.reload();
  }

  private request(version: number): Observable<Panel> {
    const options = this.submission.changing(version);
    switch (this.verb()) {
      case 'publish_papers':
        return this.service.publishPanelPapers(this.panelId(), options);
      case 'start':
        return this.service.startPanel(this.panelId(), options);
      case 'close':
        return this.service.closePanel(this.panelId(), options);
    }
  }
}
