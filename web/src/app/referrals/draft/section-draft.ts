import { computed, effect, inject, linkedSignal, type Signal, signal, untracked } from '@angular/core';
import type { Referral, ReferralGapAnswer, SavedSection } from '@panel/api-client';
import { readReferralResource } from '@panel/api-client/referrals/referrals.resource';
import { ReferralsService } from '@panel/api-client/referrals/referrals.service';
import {
  answerAt,
  type AnswerRecord,
  emptyAnswers,
  readAnswers,
  toAnswerRecord,
  withAnswerAt,
} from '@panel/case-rules';
import { clockTime } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { DraftSaver } from '../../shell/draft-saver.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { toProblem } from '../../shell/problem.js';
import { asProblem, type PointedMessage } from '../field-messages.js';
import { ifMatch } from '../request-headers.js';
import { mergeSections, nameOfAnswer, type OpenChoice, savable, type TheirSection } from './open-choices.js';
import { isOnPage, type QuestionPageContent } from './question-pages.js';

/**
 * The answers of one section while somebody writes them. They are saved unvalidated as they are typed; what is missing is
 * shown on "Continue". What somebody else saves in between is put together with what was typed here, answer by answer; where
 * both have changed the same one, both texts stay until the person has chosen. A field of its page, which provides
 * `FormProblems`.
 */
export class SectionDraft {
  readonly problems = inject(FormProblems);
  readonly referral;
  /** What stands on the page. */
  readonly answers;
  readonly saver: DraftSaver<AnswerRecord, SavedSection>;
  /** Where somebody else has changed the same answer, and nobody has chosen yet. */
  readonly choices = signal<readonly OpenChoice[]>([]);
  /** What was last taken over from somebody else, in words. */
  readonly takenOver = signal('');
  readonly isEditable: Signal<boolean>;
  /** Who saved the section before this page did, and when. */
  readonly savedBefore: Signal<{ readonly byName: string; readonly at: string } | undefined>;

  private readonly service = inject(ReferralsService);
  private readonly live = inject(LiveRegion);
  /** What the page still needs, as of the last save. */
  private readonly gaps;
  private readonly payload: Signal<AnswerRecord>;
  private theirs: TheirSection | undefined;
  private lastFailure: unknown;
  private hasWarned = false;

  constructor(
    readonly page: Signal<QuestionPageContent>,
    private readonly referralId: Signal<string>,
  ) {
    this.referral = readReferralResource(referralId);
    const read = computed<Referral | undefined>(() => (this.referral.hasValue() ? this.referral.value() : undefined));
    this.isEditable = computed(() => read()?.isEditable === true);
    this.savedBefore = computed(() => {
      const saved = read()?.sections[page().section];
      return saved?.savedAt && saved.savedByName ? { byName: saved.savedByName, at: saved.savedAt } : undefined;
    });
    // A referral that is no longer there (the page is being left, or reads again) leaves what was typed as it is.
    this.answers = linkedSignal<Referral | undefined, AnswerRecord>({
      source: read,
      computation: (referral, previous) =>
        referral
          ? this.recordOf(referral)
          : (previous?.value ?? toAnswerRecord(page().section, emptyAnswers(page().section))),
    });
    this.gaps = linkedSignal<Referral | undefined, readonly ReferralGapAnswer[]>({
      source: read,
      computation: (referral, previous) => (referral ? this.ownGaps(referral.gaps) : (previous?.value ?? [])),
    });
    this.payload = computed(() => savable(page().section, this.answers(), this.choices()));
    this.saver = new DraftSaver<AnswerRecord, SavedSection>({
      answers: this.payload,
      save: (answers, version) => this.remembering(this.save(answers, version)),
      reread: () => this.readTheirs(),
      merge: (base) => this.merge(base),
      isHoldingBack: () => this.choices().length > 0,
      onSaved: ({ gaps }) => {
        this.gaps.set(this.ownGaps(gaps));
        this.hasWarned = false;
      },
    });
    effect(() => {
      const referral = read();
      if (referral && this.isEditable()) untracked(() => this.saver.opened(referral.sections[page().section]));
    });
  }

  /** The text of an answer: 'concerns', or 'cycles/0/strategy' by the place of the entry. */
  text(path: string): string {
    const [name = '', index, field = ''] = path.split('/');
    const value = this.answers()[name] ?? '';
    return typeof value === 'string' ? value : (value[Number(index)]?.[field] ?? '');
  }

  /** Whether this page asks for the answer at a path, by whatever names its entry. */
  asksFor(path: string): boolean {
    return isOnPage(this.page(), this.page().section, path);
  }

  write(path: string, text: string): void {
    const [name = '', index, field] = path.split('/');
    this.answers.update((answers) => {
      const value = answers[name];
      if (!Array.isArray(value)) return { ...answers, [name]: text };
      const key = value[Number(index)]?.['key'] ?? '';
      return withAnswerAt(this.page().section, answers, `${name}/${key}/${field ?? ''}`, text);
    });
    this.settleEqual();
  }

  /** Saves and shows what the page still needs; true when it needs nothing. */
  async saveAndCheck(): Promise<boolean> {
    if (!(await this.saver.saveNow())) {
      this.problems.show(this.whyNotSaved());
      return false;
    }
    const open = this.choices().map(({ path }, index) => ({
      pointer: `/choice-${index}`,
      message: `Choose whose text to keep: ${nameOfAnswer(this.page().section, this.answers(), path)}`,
    }));
    const gaps = [...open, ...this.gaps().map(withinSection)];
    if (gaps.length > 0) {
      this.problems.show(asProblem(gaps));
      return false;
    }
    this.problems.clear();
    await this.confirmCopied();
    return true;
  }

  /** Who goes on from a page has seen what was copied onto it. */
  private async confirmCopied(): Promise<void> {
    const { section } = this.page();
    const copied = this.referral.hasValue() ? this.referral.value().sections[section].copiedFrom : null;
    const answers = copied?.answers.filter((path) => this.asksFor(path)) ?? [];
    if (answers.length === 0) return;
    try {
      await firstValueFrom(this.service.confirmCopiedAnswers(this.referralId(), section, { answers }));
    } catch {
      // The answers themselves are saved; they stay marked, and are asked for again before the referral is sent.
    }
  }

  /** Saves before the page is left. Stays once when that fails; whoever leaves again gives the last changes up. */
  async leave(): Promise<boolean> {
    const isSaved = await this.saver.saveNow();
    if ((isSaved && this.choices().length === 0) || this.hasWarned) return true;
    this.hasWarned = true;
    const { detail } = isSaved ? { detail: '' } : toProblem(this.whyNotSaved());
    const message = isSaved
      ? 'You have not chosen whose text to keep. If you leave this page again, yours is given up'
      : 'Your last changes are not saved. If you leave this page again, you give them up';
    this.problems.show(asProblem([...(detail ? [{ pointer: '', message: detail }] : []), { pointer: '', message }]));
    return false;
  }

  /** Ends a choice with the text of the other person, or with what was typed here. */
  choose(choice: OpenChoice, whose: 'mine' | 'theirs'): void {
    if (whose === 'theirs') {
      this.answers.update((answers) => withAnswerAt(this.page().section, answers, choice.path, choice.theirs));
    }
    this.choices.update((open) => open.filter((each) => each !== choice));
    this.hasWarned = false;
    if (this.choices().length === 0) this.problems.clear();
    void this.saver.saveNow();
  }

  /** Looks whether somebody else has saved a newer version than `known`, and takes it up. */
  async takeUpNewer(version: number): Promise<void> {
    if (!this.isEditable() || version <= this.saver.knownVersion()) return;
    await this.saver.takeUp(await this.readTheirs());
  }

  private save(answers: AnswerRecord, version: number): Promise<SavedSection> {
    const { section } = this.page();
    return firstValueFrom(
      this.service.saveSection<SavedSection>(
        this.referralId(),
        section,
        readAnswers(section, answers),
        ifMatch(version),
      ),
    );
  }

  private async readTheirs() {
    const latest = await firstValueFrom(this.service.readReferral<Referral>(this.referralId()));
    const saved = latest.sections[this.page().section];
    const theirs = { ...saved, answers: this.recordOf(latest) };
    this.theirs = theirs;
    this.gaps.set(this.ownGaps(latest.gaps));
    return theirs;
  }

  /** With what was just read: see `readTheirs`. */
  private merge(base: AnswerRecord): boolean {
    const theirs = this.theirs;
    if (!theirs) return false;
    const { section } = this.page();
    const { answers, choices, taken } = mergeSections(section, { base, mine: this.answers(), theirs }, this.choices());
    const focused = document.activeElement;
    this.answers.set(answers);
    this.choices.set(choices);
    // An entry that moves to another place in its list would lose the focus with what is being typed.
    if (focused instanceof HTMLElement) setTimeout(() => focused.isConnected && focused.focus());
    this.tellOf(theirs, taken, choices);
    return true;
  }

  private tellOf(theirs: TheirSection, taken: readonly string[], choices: readonly OpenChoice[]): void {
    const { section } = this.page();
    const who = theirs.savedByName ?? 'Somebody else';
    const when = theirs.savedAt ? ` at ${clockTime(theirs.savedAt)}` : '';
    if (taken.length > 0) {
      const names = taken.map((path) => nameOfAnswer(section, theirs.answers, path)).join(', ');
      this.takenOver.set(`${who} has changed this section${when}. Taken over here: ${names}.`);
      this.live.announce(this.takenOver());
    }
    if (choices.length > 0) {
      this.live.announce(
        `${who} has changed the same answer as you. Choose whose text to keep at the top of the page.`,
      );
    }
  }

  /** Whoever types what the other one has typed has chosen. */
  private settleEqual(): void {
    const { section } = this.page();
    this.choices.update((open) =>
      open.filter(({ path, theirs }) => answerAt(section, this.answers(), path) !== theirs || theirs === null),
    );
  }

  private recordOf(referral: Referral): AnswerRecord {
    const { section } = this.page();
    return toAnswerRecord(section, referral.sections[section].answers);
  }

  private ownGaps(gaps: readonly ReferralGapAnswer[]): readonly ReferralGapAnswer[] {
    const { section } = this.page();
    return gaps.filter(
      (gap) => gap.section === section && isOnPage(this.page(), section, gap.pointer.replace(/^\/[^/]+\//, '')),
    );
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
    const message = 'Others are changing this section at the same time. Try again in a moment';
    return asProblem([{ pointer: '', message }]);
  }
}

/** `/pupil/upn` → `/upn`: the page shows one section, so the ids of its controls do without the name of it. */
function withinSection({ pointer, message }: PointedMessage): PointedMessage {
  return { pointer: pointer.replace(/^\/[^/]+/, ''), message };
}
