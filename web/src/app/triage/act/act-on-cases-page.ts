import { Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { QueueActionResult } from '@panel/api-client';
import { listCoordinatorsResource } from '@panel/api-client/queue/queue.resource';
import { QueueService } from '@panel/api-client/queue/queue.service';
import { TriageService } from '@panel/api-client/triage/triage.service';
import { BackLink, Button, ErrorSummary, NotificationBanner, Radios, Table, type TableColumn } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { mustHaveText } from '../../referrals/required-text.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { QueueMemory, type SelectedCase } from '../queue/queue-memory.js';
import { casesText } from '../queue/queue-words.js';
import { type BulkAction, bulkActions, isBulkAction, resultText, sendAction } from './bulk-actions.js';

/** One thing done to one case or several: to check first, and to read afterwards what was done and what was not. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormField,
    Loading,
    NotificationBanner,
    ProblemMessage,
    Radios,
    RouterLink,
    Table,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" [text]="referralId() ? 'Back to the triage' : 'Back to the queue'" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        @if (results(); as results) {
          <ui-notification-banner [kind]="refused().length === 0 ? 'success' : 'important'">
            <p class="govuk-notification-banner__heading">{{ summary() }}</p>
          </ui-notification-banner>
          <h1 class="govuk-heading-l">{{ words().done }}</h1>
          <ui-table
            caption="What was done"
            isCaptionHidden
            isStacked
            firstCellIsHeader
            [columns]="columns"
            [rows]="results"
          />
          <p class="govuk-body"><a class="govuk-link" [routerLink]="back()">Go on</a></p>
        } @else if (cases().length > 0) {
          <h1 class="govuk-heading-l">{{ words().question(text()) }}</h1>
          <p class="govuk-body">{{ words().explanation }}</p>
          <ul class="govuk-list govuk-list--bullet">
            @for (each of cases(); track each.id) {
              <li>{{ each.reference }}</li>
            }
          </ul>
          <form novalidate (submit)="act($event)">
            @if (kind() === 'assign') {
              <ui-radios
                id="assigneeId"
                label="Whose cases do they become?"
                [options]="people()"
                [formField]="form.assigneeId"
                [error]="submission.errorOf('assigneeId')"
              />
            }
            <div class="govuk-button-group">
              <button ui-button preventDoubleClick>{{ words().button(text()) }}</button>
              <a class="govuk-link" [routerLink]="back()">Cancel</a>
            </div>
          </form>
        } @else if (triage.error(); as error) {
          <app-problem [error]="error" (tryAgain)="triage.reload()" />
        } @else if (triage.isLoading()) {
          <app-loading />
        } @else {
          <h1 class="govuk-heading-l">No case is selected</h1>
          <p class="govuk-body">
            <a class="govuk-link" routerLink="/queue">Go to the queue</a>, and select the cases there.
          </p>
        }
      </div>
    </div>
  `,
})
export class ActOnCasesPage {
  readonly action = input<string>('assign');
  /** One case, on the way from its triage; else those that are ticked in the queue. */
  readonly referralId = input<string>();

  private readonly service = inject(QueueService);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly memory = inject(QueueMemory);
  private readonly coordinators = listCoordinatorsResource();
  private readonly triageService = inject(TriageService);
  protected readonly triage = rxResource({
    params: () => this.referralId(),
    stream: ({ params }) => this.triageService.readTriage(params),
  });

  protected readonly submission = new Submission();
  private readonly answers = signal({ assigneeId: '' });
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.assigneeId, 'Select whose cases they become');
  });
  protected readonly results = signal<readonly QueueActionResult[] | undefined>(undefined);

  protected readonly kind = computed<BulkAction>(() => {
    const action = this.action();
    return isBulkAction(action) ? action : 'assign';
  });
  protected readonly words = computed(() => bulkActions[this.kind()]);
  protected readonly cases = computed<readonly SelectedCase[]>(() => {
    if (!this.referralId()) return this.memory.selected();
    if (!this.triage.hasValue()) return [];
    const { id, reference, version } = this.triage.value();
    return [{ id, reference, version }];
  });
  protected readonly text = computed(() => casesText(this.cases().length));
  protected readonly back = computed(() => {
    const referralId = this.referralId();
    return referralId ? `/referrals/${referralId}/triage` : '/queue';
  });
  protected readonly people = computed(() => {
    const me = this.session.session()?.userId;
    const others = this.coordinators.hasValue() ? this.coordinators.value().items : [];
    return [
      ...others.map(({ userId, name }) => ({ value: userId, text: userId === me ? `${name} (me)` : name })),
      { value: 'nobody', text: 'Nobody: everybody can take them', dividerBefore: 'or' },
    ];
  });
  protected readonly refused = computed(() => (this.results() ?? []).filter(({ isDone }) => !isDone));
  protected readonly summary = computed(() => {
    const all = this.results()?.length ?? 0;
    const left = this.refused().length;
    return left === 0 ? `Done for ${casesText(all)}` : `Done for ${all - left} of ${casesText(all)}; ${left} not`;
  });

  protected readonly columns: readonly TableColumn<QueueActionResult>[] = [
    {
      key: 'reference',
      text: 'Case',
      isUnbroken: true,
      value: ({ reference }) => reference ?? 'Not found',
      link: ({ reference, referralId }) => (reference === null ? undefined : `/referrals/${referralId}/triage`),
    },
    { key: 'result', text: 'Result', value: resultText },
  ];

  protected async act(event: Event): Promise<void> {
    event.preventDefault();
    const items = this.cases().map(({ id, version }) => ({ referralId: id, version }));
    const { assigneeId } = this.answers();
    const isDone = await this.submission.run(this.kind() === 'assign' ? this.form : null, async () => {
      const sent = sendAction(this.service, this.kind(), items, assigneeId, (body) => this.submission.creating(body));
      this.results.set((await firstValueFrom(sent)).items);
    });
    if (!isDone) return;
    if (!this.referralId()) this.memory.selected.set([]);
    else if (this.refused().length === 0) await this.router.navigateByUrl(this.back(), { info: this.words().done });
  }
}
