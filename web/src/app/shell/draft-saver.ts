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
  readonly onSaved?: (saved: TSaved) => void;
}

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
  /** The answers the server has, as text. */
  private known = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
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
      if (this.isUnsaved()) event.preventDefault();
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

  /** The page now shows what the server has. Until this is called nothing is saved. */
  opened({ version, savedAt }: SavedDraft): void {
    clearTimeout(this.timer);
    this.version = version;
    this.failures = 0;
    this.known = this.text();
    this.savedState.set(savedAt ? { kind: 'saved', at: savedAt } : { kind: 'unchanged' });
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

  private changed(): void {
    if (!this.isUnsaved() || this.savedState().kind === 'conflict') return;
    // While the network is down the next attempt is planned already, and will take the newest answers.
    if (this.savedState().kind === 'retrying') return;
    this.savedState.set({ kind: 'changed' });
    this.plan(typingPause);
  }

  private async send(): Promise<boolean> {
    const answers = this.options.answers();
    const text = this.text();
    this.savedState.set({ kind: 'saving' });
    try {
      const saved = await this.options.save(answers, this.version ?? 0);
      this.keep(saved, text);
      this.options.onSaved?.(saved);
    } catch (error) {
      return this.fail(error, text);
    }
    return !this.isUnsaved();
  }

  private keep({ version, savedAt }: SavedDraft, text: string): void {
    this.version = version;
    this.known = text;
    this.failures = 0;
    if (this.isUnsaved()) {
      this.savedState.set({ kind: 'changed' });
      this.plan(typingPause);
    } else {
      this.savedState.set({ kind: 'saved', at: savedAt ?? new Date().toISOString() });
    }
  }

  private async fail(error: unknown, text: string): Promise<boolean> {
    const problem = toProblem(error);
    if (problem.status === 412) return this.resolveConflict(text);
    if (problem.isPassing && !problem.cause) {
      this.savedState.set({ kind: 'retrying' });
      this.plan(retryDelays[Math.min(this.failures, retryDelays.length - 1)] ?? typingPause);
      this.failures += 1;
      return false;
    }
    this.savedState.set({ kind: 'refused', reason: problem.detail || problem.title });
    return false;
  }

  private async resolveConflict(text: string): Promise<boolean> {
    try {
      const theirs = await this.options.reread?.();
      if (theirs && sortedJson(theirs.answers) === text) {
        this.keep(theirs, text);
        return !this.isUnsaved();
      }
    } catch (error) {
      return this.fail(error, text);
    }
    this.savedState.set({ kind: 'conflict' });
    return false;
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saveNow(), delay);
  }

  private isUnsaved(): boolean {
    return this.version !== undefined && this.text() !== this.known;
  }

  private canSave(): boolean {
    return this.isUnsaved() && this.savedState().kind !== 'conflict';
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
