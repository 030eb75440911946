import { computed, effect, inject, linkedSignal, type Signal, signal, untracked } from '@angular/core';
import type { Referral, ReferralGapAnswer, ReferralSections, SavedSection } from '@panel/api-client';
import { readReferralResource } from '@panel/api-client/referrals/referrals.resource';
import { ReferralsService } from '@panel/api-client/referrals/referrals.service';
import type { ReferralSection } from '@panel/case-rules';
import { firstValueFrom, type Observable } from 'rxjs';
import { DraftSaver } from '../../shell/draft-saver.js';
import { FormProblems } from '../../shell/form-problems.js';
import { toProblem } from '../../shell/problem.js';
import { asProblem, type PointedMessage } from '../field-messages.js';

type Saved<S extends ReferralSection> = ReferralSections[S];
type AnswersOf<S extends ReferralSection> = Saved<S>['answers'];

/**
 * The answers of one section while somebody writes them. They are saved unvalidated as they are typed; what is missing is
 * shown on "Continue". When somebody else has saved the section in between, what was typed stays until the person chooses
 * whose answers count. A field of its page, which provides `FormProblems`.
 */
export class SectionDraft<S extends ReferralSection> {
  readonly problems = inject(FormProblems);
  readonly referral;
  /** What stands on the page. */
  readonly answers;
  readonly saver: DraftSaver<AnswersOf<S>, SavedSection>;
  /** What somebody else saved while this page was open. */
  readonly theirs = signal<Saved<S> | undefined>(undefined);
  readonly isEditable: Signal<boolean>;

  private readonly service = inject(ReferralsService);
  /** What the section still needs, as of the last save. */
  private readonly gaps;
  private lastFailure: unknown;
  private hasWarned = false;

  constructor(
    readonly section: S,
    private readonly referralId: Signal<string>,
    empty: AnswersOf<S>,
    save: (service: ReferralsService, answers: AnswersOf<S>, version: number) => Observable<SavedSection>,
  ) {
    this.referral = readReferralResource(referralId);
    const read = computed<Referral | undefined>(() => (this.referral.hasValue() ? this.referral.value() : undefined));
    this.isEditable = computed(() => read()?.isEditable === true);
    // A referral that is no longer there (the page is being left, or reads again) leaves what was typed as it is.
    this.answers = linkedSignal<Referral | undefined, AnswersOf<S>>({
      source: read,
      computation: (referral, previous) => referral?.sections[section].answers ?? previous?.value ?? empty,
    });
    this.gaps = linkedSignal<Referral | undefined, readonly ReferralGapAnswer[]>({
      source: read,
      computation: (referral, previous) => (referral ? this.ownGaps(referral.gaps) : (previous?.value ?? [])),
    });
    this.saver = new DraftSaver<AnswersOf<S>, SavedSection>({
      answers: this.answers,
      save: (answers, version) => this.remembering(firstValueFrom(save(this.service, answers, version))),
      reread: () => this.readTheirs(),
      onSaved: ({ gaps }) => {
        this.gaps.set(this.ownGaps(gaps));
        this.hasWarned = false;
      },
    });
    effect(() => {
      const referral = read();
      if (referral && this.isEditable()) untracked(() => this.saver.opened(referral.sections[section]));
    });
  }

  /** Saves and shows what the section still needs; true when it needs nothing. */
  async saveAndCheck(): Promise<boolean> {
    if (!(await this.saver.saveNow())) {
      this.problems.show(this.whyNotSaved());
      return false;
    }
    const gaps = this.gaps();
    if (gaps.length === 0) this.problems.clear();
    else this.problems.show(asProblem(gaps.map(withinSection)));
    return gaps.length === 0;
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

  /** Ends a conflict with the answers of the other person. */
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
    if (!(await this.saver.saveNow())) this.problems.show(this.whyNotSaved());
  }

  private takeUp(theirs: Saved<S>): void {
    this.theirs.set(undefined);
    this.problems.clear();
    this.hasWarned = false;
    this.answers.set(theirs.answers);
    this.saver.opened(theirs);
  }

  private async readTheirs(): Promise<Saved<S>> {
    const latest = await firstValueFrom(this.service.readReferral(this.referralId()));
    const theirs = latest.sections[this.section];
    this.theirs.set(theirs);
    this.gaps.set(this.ownGaps(latest.gaps));
    return theirs;
  }

  private ownGaps(gaps: readonly ReferralGapAnswer[]): readonly ReferralGapAnswer[] {
    return gaps.filter((gap) => gap.section === this.section);
  }

  /** The saver tells only that it failed; on "Continue" people need to hear which answer was refused. */
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
    const message = 'Somebody else has changed these answers. Choose whose answers to keep';
    return asProblem([{ pointer: '/conflict', message }]);
  }
}

/** `/pupil/upn` → `/upn`: the page shows one section, so the ids of its controls do without the name of it. */
function withinSection({ pointer, message }: PointedMessage): PointedMessage {
  return { pointer: pointer.replace(/^\/[^/]+/, ''), message };
}
