import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AccessRequest } from '@panel/api-client';
import { readAccessRequestResource } from '@panel/api-client/access-requests/access-requests.resource';
import { AccessRequestsService } from '@panel/api-client/access-requests/access-requests.service';
import {
  Breadcrumbs,
  Button,
  dayText,
  ErrorSummary,
  instantText,
  type Link,
  ProgressBar,
  SummaryList,
  type SummaryRow,
  Tag,
  UiUrl,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { lastValue } from '../../home/page/last-value.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { PageFocus } from '../../shell/page-focus.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { saveFile } from '../../shell/save-file.js';
import {
  documentsText,
  identityChecks,
  passagesText,
  requesterRelations,
  statusOf,
  textOf,
} from './access-request-words.js';

const pollEveryMs = 1000;

/** One request: who asks, when it is due and why then, and how far its pack is. */
@Component({
  providers: [FormProblems],
  imports: [
    BeforeMain,
    Breadcrumbs,
    Button,
    ErrorSummary,
    JustDone,
    Loading,
    ProblemMessage,
    ProgressBar,
    RouterLink,
    SummaryList,
    Tag,
    UiUrl,
  ],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (request(); as request) {
      <app-just-done [text]="done" />
      <ui-error-summary [errors]="submission.errors()" />
      <h1 class="govuk-heading-l">Access request {{ request.reference }}</h1>
      <p class="govuk-body"><ui-tag [text]="status(request).text" [colour]="status(request).colour" /></p>
      <ui-summary-list [rows]="facts()" />
      <h2 class="govuk-heading-m">When it is due, and why then</h2>
      @if (request.status === 'open' && request.identityCheck === 'to_be_proven') {
        <p class="govuk-body">
          Identity is not proven yet. The month starts when the proof arrives; until then it is counted from the day of
          the request.
        </p>
      }
      <ui-summary-list [rows]="working()" />
      <h2 class="govuk-heading-m">The pack</h2>
      @if (request.pack; as pack) {
        @switch (pack.status) {
          @case ('in_review') {
            <p class="govuk-body">It is collected. {{ passagesText(pack.undecidedCount, pack.passageCount) }}</p>
            @if (pack.undecidedDocumentCount > 0) {
              <p class="govuk-body">{{ documentsText(pack.undecidedDocumentCount) }}</p>
            }
          }
          @case ('released') {
            <ui-summary-list [rows]="release()" />
            <button ui-button type="button" (click)="download()">Download the pack (ZIP)</button>
          }
          @case ('destroyed') {
            <p class="govuk-body">Its files have been destroyed: their retention period is over.</p>
          }
          @case ('failed') {
            <p class="govuk-body">{{ pack.failure }}</p>
          }
          @case ('superseded') {
            <p class="govuk-body">No pack is under way.</p>
          }
          @default {
            <ui-progress-bar label="Collecting what is held" [done]="pack.progressDone" [total]="pack.progressTotal" />
          }
        }
      } @else {
        <p class="govuk-body">
          {{ request.status === 'open' ? 'No pack has been prepared yet.' : 'No pack was prepared.' }}
        </p>
      }
      @if (canPrepare()) {
        <div class="govuk-button-group">
          @if (request.pack?.status === 'in_review') {
            <a ui-button [routerLink]="'/access-requests/' + request.id + '/pack'">Review the pack</a>
          }
          <button ui-button type="button" [kind]="request.pack ? 'secondary' : 'primary'" (click)="prepare()">
            {{ request.pack ? 'Prepare the pack again' : 'Prepare the pack' }}
          </button>
        </div>
      }
      @if (steps().length > 0) {
        <h2 class="govuk-heading-m">What you can do</h2>
        <ul class="govuk-list govuk-list--spaced">
          @for (step of steps(); track step.link) {
            <li>
              <a class="govuk-link" [routerLink]="step.link | uiUrl">{{ step.text }}</a>
            </li>
          }
        </ul>
      }
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AccessRequestPage {
  readonly accessRequestId = input.required<string>();

  private readonly service = inject(AccessRequestsService);
  private readonly focus = inject(PageFocus);
  protected readonly submission = new Submission();
  protected readonly passagesText = passagesText;
  protected readonly documentsText = documentsText;
  protected readonly done = justDone();
  protected readonly status = statusOf;
  protected readonly breadcrumbs = [
    { text: 'Start', link: '/' },
    { text: 'Access requests', link: '/access-requests' },
    { text: 'Access request' },
  ];
  protected readonly resource = readAccessRequestResource(this.accessRequestId);
  protected readonly request = lastValue(this.resource);
  private readonly isUnderWay = computed(() => isUnderWay(this.request()));
  protected readonly canPrepare = computed(() => {
    const request = this.request();
    return request?.status === 'open' && !isUnderWay(request);
  });
  protected readonly facts = computed<readonly SummaryRow[]>(() => {
    const request = this.request();
    if (!request) return [];
    const { child } = request;
    return [
      { key: 'Child', value: [child.name, `born ${dayText(child.bornOn)}`, `UPN ${child.upn}`, child.schoolName] },
      { key: 'From', value: [request.requesterName, textOf(requesterRelations, request.requesterRelation)] },
      { key: 'Identity', value: [textOf(identityChecks, request.identityCheck), request.identityNote].filter(Boolean) },
      { key: 'Wants to see', value: request.wanted || 'Everything' },
      ...request.pauses.map(({ pausedOn, resumedOn, reason }) => ({
        key: 'Paused',
        value: [`${dayText(pausedOn)} to ${resumedOn === null ? 'now' : dayText(resumedOn)}`, reason],
      })),
      ...(request.complexReason === null ? [] : [{ key: 'Why it is complex', value: request.complexReason }]),
      ...(request.closedOn === null ? [] : [{ key: 'Closed', value: dayText(request.closedOn) }]),
      ...(request.closingReason === null ? [] : [{ key: 'Reason', value: request.closingReason }]),
      { key: 'Logged by', value: request.loggedByName },
    ];
  });
  protected readonly working = computed<readonly SummaryRow[]>(() => {
    const request = this.request();
    if (!request) return [];
    const steps = request.working.map(({ text, date }) => ({ key: text, value: dayText(date) }));
    return [...steps, { key: 'Due', value: dayText(request.dueOn) }];
  });
  protected readonly release = computed<readonly SummaryRow[]>(() => {
    const pack = this.request()?.pack;
    if (!pack) return [];
    return [
      { key: 'Released', value: pack.releasedAt === null ? '' : instantText(pack.releasedAt) },
      { key: 'SHA-256 of the file', value: (pack.archiveSha256 ?? '').match(/.{1,32}/g) ?? [] },
    ];
  });
  protected readonly steps = computed<readonly Link[]>(() => {
    const request = this.request();
    if (request?.status !== 'open') return [];
    const link = `/access-requests/${request.id}`;
    return [
      ...(request.identityCheck === 'to_be_proven'
        ? [{ text: 'Record that identity is proven', link: `${link}/prove-identity` }]
        : []),
      request.isPaused
        ? { text: 'Resume the clock', link: `${link}/resume` }
        : { text: 'Pause the clock for clarification', link: `${link}/pause` },
      ...(request.isComplex ? [] : [{ text: 'Extend by two months', link: `${link}/extend` }]),
      { text: 'Close without an answer', link: `${link}/close` },
    ];
  });

  constructor() {
    effect((onCleanup) => {
      if (!this.isUnderWay() || this.resource.isLoading()) return;
      const timer = setTimeout(() => this.resource.reload(), pollEveryMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected async prepare(): Promise<void> {
    const request = this.request();
    if (!request) return;
    const sent = this.submission.changing(request.version);
    if (await this.submission.run(null, () => firstValueFrom(this.service.prepareAccessPack(request.id, sent)))) {
      // The button that was pressed goes while the pack is collected.
      this.focus.focusPresentHeading();
      this.resource.reload();
    }
  }

  protected async download(): Promise<void> {
    const request = this.request();
    if (!request) return;
    await this.submission.run(null, async () => {
      saveFile(await firstValueFrom(this.service.downloadAccessPack(request.id)), `${request.reference}.zip`);
    });
  }
}

function isUnderWay(request: AccessRequest | undefined): boolean {
  return request?.pack?.status === 'queued' || request?.pack?.status === 'running';
}
