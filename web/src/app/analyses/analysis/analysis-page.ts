import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Analysis } from '@panel/api-client';
import { readAnalysisResource } from '@panel/api-client/analyses/analyses.resource';
import { AnalysesService } from '@panel/api-client/analyses/analyses.service';
import { analysisStatusDisplay, isAnalysisFinished } from '@panel/case-rules';
import { Breadcrumbs, Button, ErrorSummary, InsetText } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { lastValue } from '../../home/page/last-value.js';
import { StatusTag } from '../../home/page/status-tag.js';
import { Submission } from '../../home/page/submission.js';
import { FormProblems } from '../../shell/form-problems.js';
import { periodText } from '../analysis-words.js';
import { AnalysisMethod } from './analysis-method.js';
import { AnalysisProgress } from './analysis-progress.js';
import { AnalysisResultPart } from './analysis-result.js';

const pollEveryMs = 1000;

/** One run: how far it is while it runs, what came of it afterwards. */
@Component({
  selector: 'app-analysis-page',
  imports: [
    BeforeMain,
    AnalysisMethod,
    AnalysisProgress,
    AnalysisResultPart,
    Breadcrumbs,
    Button,
    ErrorSummary,
    InsetText,
    Loading,
    ProblemMessage,
    RouterLink,
    StatusTag,
  ],
  providers: [FormProblems],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (analysis(); as analysis) {
      <ui-error-summary [errors]="submission.errors()" />
      <h1 class="govuk-heading-l">Children reviewed {{ period(analysis) }}</h1>
      <p class="govuk-body"><app-status-tag [display]="statusOf(analysis)" /></p>
      <app-analysis-progress [analysis]="analysis" (cancelled)="cancel()" />
      @if (analysis.status === 'failed') {
        <ui-inset-text>{{ analysis.failure ?? 'The analysis could not be finished.' }}</ui-inset-text>
      }
      @if (analysis.status === 'failed' || analysis.status === 'cancelled') {
        <p class="govuk-body">There is no result.</p>
        <a ui-button routerLink="/analyses/new">Start another analysis</a>
      }
      @if (analysis.result; as result) {
        <app-analysis-result [analysis]="analysis" [result]="result" />
        <h2 class="govuk-heading-m">What you can do</h2>
        <ul class="govuk-list govuk-list--spaced">
          <li><a class="govuk-link" [routerLink]="linkTo('lines')">See every child’s line</a></li>
          <li><a class="govuk-link" [routerLink]="linkTo('reconcile')">Reconcile with a published total</a></li>
          <li><a class="govuk-link" [routerLink]="linkTo('draft-report')">Draft a report for the Board</a></li>
        </ul>
      }
      <app-analysis-method [analysis]="analysis" />
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AnalysisPage {
  private readonly service = inject(AnalysesService);
  readonly analysisId = input.required<string>();

  protected readonly breadcrumbs = [
    { text: 'Start', link: '/' },
    { text: 'Analyses', link: '/analyses' },
    { text: 'Analysis' },
  ];
  protected readonly submission = new Submission();
  protected readonly resource = readAnalysisResource(this.analysisId);
  /** The last answer: one failed poll does not take the page away. */
  protected readonly analysis = lastValue(this.resource);
  private readonly isUnderWay = computed(() => {
    const analysis = this.analysis();
    return analysis !== undefined && !isAnalysisFinished(analysis.status);
  });

  constructor() {
    effect((onCleanup) => {
      if (!this.isUnderWay()) return;
      const timer = setInterval(() => this.resource.reload(), pollEveryMs);
      onCleanup(() => clearInterval(timer));
    });
  }

  protected readonly period = periodText;
  protected readonly statusOf = ({ status }: Analysis) => analysisStatusDisplay(status);

  protected linkTo(page: string): string {
    return `/analyses/${this.analysisId()}/${page}`;
  }

  protected async cancel(): Promise<void> {
    await this.submission.run(null, () => firstValueFrom(this.service.cancelAnalysis(this.analysisId())));
    this.resource.reload();
  }
}
