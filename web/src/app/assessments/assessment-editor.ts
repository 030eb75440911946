import { computed, effect, inject, linkedSignal, type Signal, signal, untracked } from '@angular/core';
import type { AssessmentAnswers, AssessmentDraft, SavedAssessmentDraft } from '@panel/api-client';
import { readAssessmentDraftResource } from '@panel/api-client/assessments/assessments.resource';
import { AssessmentsService } from '@panel/api-client/assessments/assessments.service';
import { currentCriteria } from '@panel/risk';
import { firstValueFrom } from 'rxjs';
import { asProblem } from '../referrals/field-messages.js';
import { ifMatch } from '../referrals/request-headers.js';
import { DraftSaver } from '../shell/draft-saver.js';
import { FormProblems } from '../shell/form-problems.js';
import { toProblem } from '../shell/problem.js';
import { emptyAssessment } from './assessment-form.js';

/**
 * The answers of the next assessment while a coordinator writes them: saved as they are typed, unchecked. When a colleague has
 * saved the draft in between, what was typed stays until the person chooses whose answers count. A field of its page, which
 * provides `FormProblems`.
 */
export class AssessmentEditor {
  readonly problems = inject(FormProblems);
  readonly draft;
  /** What stands on the page. */
  readonly answers;
  readonly saver: DraftSaver<AssessmentAnswers, SavedAssessmentDraft>;
  /** What a colleague saved while this page was open. */
  readonly theirs = signal<AssessmentDraft | undefined>(undefined);

  private readonly service = inject(AssessmentsService);
  private lastFailure: unknown;
  private hasWarned = false;

  constructor(private readonly referralId: Signal<string>) {
    this.draft = readAssessmentDraftResource(referralId);
    const read = computed(() => (this.draft.hasValue() ? this.draft.value() : undefined));
    // A draft that is no longer there (the page is being left, or reads again) leaves what was typed as it is.
    this.answers = linkedSignal<AssessmentDraft | undefined, AssessmentAnswers>({
      source: read,
      computation: (draft, previous) =>
        draft ? byCurrentCriteria(draft.answers) : (previous?.value ?? emptyAssessment()),
    });
    this.saver = new DraftSaver<AssessmentAnswers, SavedAssessmentDraft>({
      answers: this.answers,
      save: (answers, version) =>
        this.remembering(
          firstValueFrom(this.service.saveAssessmentDraft(this.referralId(), answers, ifMatch(version))),
        ),
      reread: () => this.readTheirs(),
      onSaved: () => (this.hasWarned = false),
    });
    effect(() => {
      const draft = read();
      if (draft) untracked(() => this.saver.opened(draft));
    });
  }

  /** True when the server has everything that stands on the page; else says why not. */
  async save(): Promise<boolean> {
    if (await this.saver.saveNow()) return true;
    this.problems.show(this.whyNotSaved());
    return false;
  }

  /** Saves before the page is left. Stays once when that fails; whoever leaves again gives the last changes up. */
  async leave(): Promise<boolean> {
    if ((await this.saver.saveNow()) || this.hasWarned) return true;
    this.hasWarned = true;
    const { detail } = toProblem(this.whyNotSaved());
    const message = 'Your last changes are not saved. If you leave this page again, you give them up';
    this.problems.show(asProblem([...(detail ? [{ pointer: '', message: detail }] : []), { pointer: '', message }]));
    return false;
  }

  /** Ends a conflict with the answers of the colleague. */
  useTheirs(): void {
    const theirs = this.theirs();
    if (theirs) this.takeUp(theirs);
  }

  /** Ends a conflict with what was typed here. */
  async keepMine(): Promise<void> {
    const theirs = this.theirs();
    if (!theirs) return;
    const mine = this.answers();
    this.takeUp(theirs);
    this.answers.set(mine);
    await this.save();
  }

  private takeUp(theirs: AssessmentDraft): void {
    this.theirs.set(undefined);
    this.problems.clear();
    this.hasWarned = false;
    this.answers.set(theirs.answers);
    this.saver.opened(theirs);
  }

  private async readTheirs(): Promise<AssessmentDraft> {
    const latest = await firstValueFrom(this.service.readAssessmentDraft(this.referralId()));
    this.theirs.set(latest);
    return latest;
  }

  private async remembering<T>(saving: Promise<T>): Promise<T> {
    try {
      return await saving;
    } catch (error) {
      this.lastFailure = error;
      throw error;
    }
  }

  private whyNotSaved(): unknown {
    if (this.saver.state().kind !== 'conflict') return this.lastFailure;
    return asProblem([
      { pointer: '/conflict', message: 'A colleague has changed this assessment. Choose whose answers to keep' },
    ]);
  }
}

/** A draft that was begun by older criteria: what was answered stays where the criterion is still asked for. */
function byCurrentCriteria(answers: AssessmentAnswers): AssessmentAnswers {
  const { version, criteria } = currentCriteria();
  if (answers.criteriaVersion === version) return answers;
  const strengths = new Map(answers.evidence.map(({ criterion, strength }) => [criterion, strength]));
  const evidence = criteria.map(({ code }) => ({ criterion: code, strength: strengths.get(code) ?? '' }));
  return { ...answers, criteriaVersion: version, evidence };
}
