import { DestroyRef, effect, inject, type Signal, signal, untracked } from '@angular/core';
import type { SavedState } from '@panel/ui/forms/saved-state';
import { toProblem } from './problem.js';

/** What the API says of a saved draft. */
export interface SavedDraft {
  readonly version: number;
  /** Instant, ISO UTC. */
  readonly savedAt: string | null;
}

export interface DraftSaverOptions<TAnswers, TSaved extends SavedDraft> {
  /** What stands on the page now. */
  readonly answers: Signal<TAnswers>;
  /** Sends it, with the version as If-Match. */
  readonly save: (answers: TAnswers, version: number) => Promise<TSaved>;
  /**
   * Reads what the server has. Tells a real conflict from our own write whose answer got lost on the way: then the server
   * already has what we sent.
   */
  readonly reread?: () => Promise<SavedDraft & { readonly answers: TAnswers }>;
  /**
   * Puts what somebody else has saved together with what stands on the page, both changed since `base`. When it gives true,
   * `answers` holds the result (with their text wherever a person must still choose), which is saved at once.
   */
  readonly merge?: (base: TAnswers, theirs: TAnswers) => boolean;
  /** Whether something on the page is not among `answers`, because a person must choose first. */
  readonly isHoldingBack?: () => boolean;
  readonly onSaved?: (saved: TSaved) => void;
}

/** So often a save may meet another one of somebody else, before it is left to the next pause in typing. */
const mergesMax = 4;
/** Saved so long after the last key. */
const typingPause = 2_000;
const retryDelays = [2_000, 5_000, 10_000, 30_000];

/**
 * Saves the answers of a page as they are typed, so that nothing is lost: after a pause in typing, on demand, again and
 * again while the network is down, and when the page is left. One request at a time; the newest answers win. Somebody
 * else's change is a conflict, which the page must resolve by reading again and calling `opened`.
 *
 * Create it as a field of the page (it needs an injection context), and call `opened` when the answers have been read.
 */
export class DraftSaver<TAnswers, TSaved extends SavedDraft> {
  private readonly savedState = signal<SavedState>({ kind: 'unchanged' });
  /** For `<ui-saved-state [state]="saver.state()" />`. */
  readonly state = this.savedState.asReadonly();

  private version: number | undefined;
  /** The answers the server has, and the same as text. */
  private base: TAnswers | undefined;
  private known = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private isHeld = false;
  private running: Promise<boolean> | undefined;

  constructor(private readonly options: DraftSaverOptions<TAnswers, TSaved>) {
    effect(() => {
      options.answers();
      untracked(() => this.changed());
    });
    const retryNow = (): void => {
      if (this.savedState().kind === 'retrying') void this.saveNow();
    };
    const warn = (event: BeforeUnloadEvent): void => {
      if (this.isUnsaved() || options.isHoldingBack?.()) event.preventDefault();
    };
    window.addEventListener('online', retryNow);
    window.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('online', retryNow);
      window.removeEventListener('beforeunload', warn);
      if (this.canSave()) void this.saveNow();
      clearTimeout(this.timer);
    });
  }

  /**
   * The page now shows what the server has; or the server has `known`, and what stands on the page is newer. Until this is
   * called nothing is saved.
   */
  opened({ version, savedAt }: SavedDraft, known: TAnswers = untracked(this.options.answers)): void {
    clearTimeout(this.timer);
    this.version = version;
    this.failures = 0;
    this.know(known);
    this.savedState.set(savedAt ? { kind: 'saved', at: savedAt } : { kind: 'unchanged' });
    this.changed();
  }

  /** Saves nothing from here on, and waits for a save that is under way: what is on the page is being sent for good. */
  async hold(): Promise<void> {
    this.isHeld = true;
    clearTimeout(this.timer);
    while (this.running) await this.running;
  }

  /** It could not be sent: saves again. */
  release(): void {
    this.isHeld = false;
    if (this.canSave()) this.plan(0);
  }

  /** It was sent: there is nothing to save any longer. */
  close(): void {
    clearTimeout(this.timer);
    this.version = undefined;
    this.savedState.set({ kind: 'unchanged' });
  }

  /** Saves without waiting for a pause. True when the server has everything that stands on the page. */
  async saveNow(): Promise<boolean> {
    clearTimeout(this.timer);
    // What was typed during a running save needs another one.
    while (this.running) await this.running;
    if (!this.isUnsaved()) return true;
    if (!this.canSave()) return false;
    this.running = this.send().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Takes up what somebody else has saved meanwhile, where the page can put it together with what was typed here. */
  async takeUp(theirs: SavedDraft & { readonly answers: TAnswers }): Promise<void> {
    // A save that is under way would meet theirs, and merge by itself.
    while (this.running) await this.running;
    if (this.version === undefined || theirs.version <= this.version) return;
    if (!this.mergeWith(theirs)) return;
    if (this.isUnsaved()) this.plan(0);
    else this.savedState.set(theirs.savedAt ? { kind: 'saved', at: theirs.savedAt } : { kind: 'unchanged' });
  }

  /** The version of the server that the page has read, or saved itself. */
  knownVersion(): number {
    return this.version ?? 0;
  }

  private changed(): void {
    if (!this.canSave()) return;
    // While the network is down the next attempt is planned already, and will take the newest answers.
    if (this.savedState().kind === 'retrying') return;
    this.savedState.set({ kind: 'changed' });
    this.plan(typingPause);
  }

  private async send(merges = 0): Promise<boolean> {
    const answers = this.options.answers();
    const text = this.text();
    this.savedState.set({ kind: 'saving' });
    try {
      const saved = await this.options.save(answers, this.version ?? 0);
      this.keep(saved, answers);
      this.options.onSaved?.(saved);
    } catch (error) {
      return this.fail(error, text, merges);
    }
    return !this.isUnsaved();
  }

  private know(answers: TAnswers): void {
    this.base = answers;
    this.known = sortedJson(answers);
  }

  private keep({ version, savedAt }: SavedDraft, answers: TAnswers): void {
    this.version = version;
    this.know(answers);
    this.failures = 0;
    if (this.isUnsaved()) {
      this.savedState.set({ kind: 'changed' });
      this.plan(typingPause);
    } else {
      this.savedState.set({ kind: 'saved', at: savedAt ?? new Date().toISOString() });
    }
  }

  private async fail(error: unknown, text: string, merges = 0): Promise<boolean> {
    const problem = toProblem(error);
    if (problem.status === 412) return this.resolveConflict(text, merges);
    if (problem.isPassing && !problem.cause) {
      this.savedState.set({ kind: 'retrying' });
      this.plan(retryDelays[Math.min(this.failures, retryDelays.length - 1)] ?? typingPause);
      this.failures += 1;
      return false;
    }
    this.savedState.set({ kind: 'refused', reason: problem.detail || problem.title });
    return false;
  }

  private async resolveConflict(text: string, merges: number): Promise<boolean> {
    let theirs: (SavedDraft & { readonly answers: TAnswers }) | undefined;
    try {
      theirs = await this.options.reread?.();
    } catch (error) {
      return this.fail(error, text);
    }
    if (theirs && sortedJson(theirs.answers) === text) {
      this.keep(theirs, theirs.answers);
      return !this.isUnsaved();
    }
    if (!theirs || !this.mergeWith(theirs)) {
      this.savedState.set({ kind: 'conflict' });
      return false;
    }
    if (!this.isUnsaved()) {
      this.savedState.set({ kind: 'saved', at: theirs.savedAt ?? new Date().toISOString() });
      return true;
    }
    if (merges < mergesMax) return this.send(merges + 1);
    // Somebody saves faster than this page: a little later it is our turn.
    this.savedState.set({ kind: 'retrying' });
    this.plan(typingPause);
    return false;
  }

  private mergeWith(theirs: SavedDraft & { readonly answers: TAnswers }): boolean {
    if (this.base === undefined || !this.options.merge?.(this.base, theirs.answers)) return false;
    this.version = theirs.version;
    this.failures = 0;
    this.know(theirs.answers);
    return true;
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saveNow(), delay);
  }

  private isUnsaved(): boolean {
    return this.version !== undefined && this.text() !== this.known;
  }

  private canSave(): boolean {
    return this.isUnsaved() && !this.isHeld && this.savedState().kind !== 'conflict';
  }

  private text(): string {
    return sortedJson(untracked(this.options.answers));
  }
}

/** JSON with the keys of all objects in order: the server may give them back in another one. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
