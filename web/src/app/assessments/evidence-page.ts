import { Component, inject, input } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { currentCriteria, EVIDENCE_STRENGTHS, evidenceStrengthLabel } from '@panel/risk';
import { dayText, Details, type Option, Radios } from '@panel/ui';
import { readReferralResource } from '@panel/api-client/referrals/referrals.resource';
import { readSupportHistoryResource } from '@panel/api-client/support-history/support-history.resource';
import type { DraftPage } from '../referrals/draft/leave-guard.js';
import { SupportFigure } from '../support-history/support-figure.js';
import { FormProblems } from '../shell/form-problems.js';
import { AssessmentEditor } from './assessment-editor.js';
import { evidenceRules } from './assessment-form.js';
import { AssessmentFrame } from './assessment-frame.js';
import { MeasuresAtStart } from './measures-at-start.js';

/** First the evidence: what the case shows, criterion by criterion, before anybody names a level of risk. */
@Component({
  providers: [FormProblems],
  imports: [AssessmentFrame, Details, FormField, MeasuresAtStart, Radios, SupportFigure],
  template: `
    <app-assessment-frame
      [editor]="draft"
      [referralId]="referralId()"
      caption="Assess the risk: step 1 of 3"
      heading="What does the evidence show?"
      (submitted)="goOn()"
    >
      <p class="govuk-body">
        Choose what fits best for each criterion. These are the criteria {{ criteria.version }}, published on
        {{ published }}; the assessment keeps which ones it was made with.
      </p>
      @if (referral.hasValue()) {
        <ui-details summary="Measures at the start">
          <app-measures-at-start [measures]="referral.value().sections.measures.answers" />
        </ui-details>
      }
      @if (history.hasValue()) {
        <ui-details summary="Support so far">
          <app-support-figure [history]="history.value()" />
        </ui-details>
      }
      @for (criterion of criteria.criteria; track criterion.code; let index = $index) {
        @if (form.evidence[index]; as item) {
          <ui-radios
            [id]="'evidence-' + index + '-strength'"
            [label]="criterion.title"
            labelSize="m"
            [hint]="'Look in: ' + criterion.lookIn"
            [options]="options[index] ?? []"
            [formField]="item.strength"
            [error]="draft.problems.messageFor('evidence-' + index + '-strength')"
          />
        }
      }
    </app-assessment-frame>
  `,
})
export class EvidencePage implements DraftPage {
  readonly referralId = input.required<string>();

  private readonly router = inject(Router);
  /** Beside the questions; the page does without them when they cannot be read. */
  protected readonly referral = readReferralResource(this.referralId);
  protected readonly history = readSupportHistoryResource(this.referralId);
  readonly draft = new AssessmentEditor(this.referralId);
  protected readonly form = form(this.draft.answers, evidenceRules);
  protected readonly criteria = currentCriteria();
  protected readonly published = dayText(this.criteria.publishedOn);
  protected readonly options: readonly (readonly Option[])[] = this.criteria.criteria.map(({ anchors }) =>
    EVIDENCE_STRENGTHS.map((value) => ({ value, text: evidenceStrengthLabel(value), hint: anchors[value] })),
  );

  protected async goOn(): Promise<void> {
    if (!(await this.draft.save()) || !this.draft.problems.check(this.form)) return;
    await this.router.navigateByUrl(`/referrals/${this.referralId()}/assessments/new/judgement`);
  }
}
