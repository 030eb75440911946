import { Component, computed, input } from '@angular/core';
import { answerSection } from '@panel/case-rules';
import { FormProblems } from '../../shell/form-problems.js';
import { AnswerEntries } from './answer-entries.js';
import { AnswerQuestion, type TypedAnswer } from './answer-question.js';
import { ContactChoices } from './contact-choices.js';
import type { DraftPage } from './leave-guard.js';
import { OpenReferralWarning } from './open-referral-warning.js';
import { questionPage } from './question-pages.js';
import { questionsOf } from './questions.js';
import { SectionDraft } from './section-draft.js';
import { SectionForm } from './section-form.js';
import { ToolkitChoices } from './toolkit-choices.js';

/** A page of questions of a referral: which ones, the route says. */
@Component({
  providers: [FormProblems],
  imports: [AnswerEntries, AnswerQuestion, ContactChoices, OpenReferralWarning, SectionForm, ToolkitChoices],
  template: `
    <app-section-form [draft]="draft" [referralId]="referralId()">
      @if (page().path === 'consent') {
        <app-contact-choices [draft]="draft" />
      }
      @for (question of questions(); track question.id) {
        <app-answer-question [question]="question" [problems]="draft.problems" (typed)="write($event)" />
      }
      @if (page().path === 'pupil') {
        <app-open-referral-warning [draft]="draft" [referralId]="referralId()" />
      }
      @for (list of page().lists ?? []; track list) {
        @if (list === 'toolkit') {
          <app-toolkit-choices [draft]="draft" />
        } @else {
          <app-answer-entries [draft]="draft" [list]="list" />
        }
      }
    </app-section-form>
  `,
})
export class QuestionPage implements DraftPage {
  readonly referralId = input.required<string>();
  /** Of the page: see QUESTION_PAGES. */
  readonly path = input.required<string>();

  protected readonly page = computed(() => questionPage(this.path()));
  readonly draft = new SectionDraft(this.page, this.referralId);

  protected readonly questions = computed(() => {
    const { section, questions } = this.page();
    const texts = Object.entries(this.draft.answers()).filter((pair): pair is [string, string] => isText(pair[1]));
    return questionsOf(answerSection(section).fields, Object.fromEntries(texts), '', questions ?? []);
  });

  protected write({ path, text }: TypedAnswer): void {
    this.draft.write(path, text);
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
