import {
  computed,
  DestroyRef,
  effect,
  inject,
  type Signal,
  signal,
  untracked,
  type WritableSignal,
} from '@angular/core';
import type { AllocationForm, FormDraft as KeptDraft, ReferralForm, SavedFormDraft } from '@panel/api-client';
import { FormDraftsService } from '@panel/api-client/form-drafts/form-drafts.service';
import { clockTime, instantText, type SavedState } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ifMatch } from '../referrals/request-headers.js';
import { DraftSaver } from '../shell/draft-saver.js';
import { LiveRegion } from '../shell/live-region.js';
import { toProblem } from '../shell/problem.js';

/** Which form of which case. `subjectId` where it is about one thing of the case, such as the note that is corrected. */
export type FormOfCase =
  | { readonly form: ReferralForm; readonly referralId: string; readonly subjectId?: string }
  | { readonly form: AllocationForm; readonly allocationId: string };

/** What a page shows of a form that is kept while it is typed: for `<app-form-draft-notice [draft]="…" />`. */
export interface KeptForm {
  /** For `<ui-saved-state [state]="draft.state()" />`. */
  readonly state: Signal<SavedState>;
  /** When what stands in the form was typed and not sent, in words; empty when it was not. */
  readonly restored: Signal<string>;
  /** When something else was typed into the same form in another window, in words; empty when it was not. */
  readonly elsewhere: Signal<string>;
  readonly failure: Signal<string>;
  discard(): Promise<boolean>;
  keepThis(): void;
  useOther(): void;
}

interface Kept<T> {
  readonly version: number;
  readonly savedAt: string | null;
  /** What differs from the form as it was opened. */
  readonly answers: Partial<T>;
}

/**
 * Keeps what somebody types into a form of a case, on the server, until the form is sent: through a lost connection, the end
 * of a session and a closed tab. Only what differs from the form as it is opened is kept, so a form that changes something
 * never brings back the old value of a field that nobody touched.
 *
 * Create it as a field of the page. `which` says which form it is, and undefined until the form has its first answers.
 */
export class FormDraft<T extends object> implements KeptForm {
  readonly restored = signal('');
  readonly failure = signal('');
  readonly state: Signal<SavedState>;
  readonly elsewhere: Signal<string>;

  private readonly service = inject(FormDraftsService);
  private readonly live = inject(LiveRegion);
  private readonly saver: DraftSaver<Partial<T>, SavedFormDraft>;
  private readonly initial = signal<T | undefined>(undefined);
  private readonly other = signal<Kept<T> | undefined>(undefined);
  private opened = '';
  private isLeft = false;

  constructor(
    private readonly which: Signal<FormOfCase | undefined>,
    private readonly answers: WritableSignal<T>,
  ) {
    this.saver = new DraftSaver<Partial<T>, SavedFormDraft>({
      answers: computed(() => this.typed()),
      save: (typed, version) => this.save(typed, version),
      reread: () => this.readOther(),
      // The other window has sent its form or thrown it away: what stands here is the only one.
      merge: () => Object.keys(this.other()?.answers ?? {}).length === 0,
    });
    this.state = computed(() => {
      const state = this.saver.state();
      const isOther = state.kind === 'conflict' || this.other() !== undefined;
      return isOther ? { kind: 'refused', reason: 'something else was typed in another window' } : state;
    });
    this.elsewhere = computed(() => {
      const other = this.other();
      return other?.savedAt && Object.keys(other.answers).length > 0 ? instantText(other.savedAt) : '';
    });
    inject(DestroyRef).onDestroy(() => (this.isLeft = true));
    effect(() => {
      const key = JSON.stringify(this.which() ?? '');
      // The page may read its case again meanwhile; the form stays the same one.
      if (!this.which() || key === this.opened) return;
      this.opened = key;
      void untracked(() => this.open());
    });
  }

  /** Sends the form. Nothing is kept meanwhile, and nothing once it was sent: the server has forgotten it with the sending. */
  async sending<R>(send: () => Promise<R>): Promise<R> {
    await this.saver.hold();
    try {
      const answer = await send();
      this.saver.close();
      return answer;
    } catch (error) {
      this.saver.release();
      throw error;
    }
  }

  /** Throws away what was typed: the form is again as it was opened first. */
  async discard(): Promise<boolean> {
    const initial = this.initial();
    if (!initial) return false;
    this.failure.set('');
    await this.saver.hold();
    try {
      await this.remove();
    } catch (error) {
      this.saver.release();
      const { detail, title } = toProblem(error);
      this.failure.set(`It was not thrown away. ${detail || title}`);
      return false;
    }
    this.answers.set(initial);
    this.restored.set('');
    this.other.set(undefined);
    this.saver.release();
    this.saver.opened({ version: 0, savedAt: null });
    this.live.announce('Thrown away. The form is as it was before you typed.');
    return true;
  }

  /** What stands on this page counts, not what was typed in the other window. */
  keepThis(): void {
    const other = this.other();
    if (!other) return;
    this.other.set(undefined);
    this.saver.opened(other, other.answers);
    void this.saver.saveNow();
  }

  /** What was typed in the other window counts. */
  useOther(): void {
    const other = this.other();
    if (other) this.restore(other);
  }

  private async open(): Promise<void> {
    this.initial.set(this.answers());
    let kept: Kept<T>;
    try {
      kept = this.fitting(await this.read());
    } catch (error) {
      // Without a connection: from here on what is typed is kept; should there be something already, the person chooses.
      if (toProblem(error).isPassing) this.saver.opened({ version: 0, savedAt: null }, {});
      return;
    }
    if (this.isLeft) return;
    if (Object.keys(kept.answers).length === 0) this.saver.opened({ version: kept.version, savedAt: null }, {});
    else if (Object.keys(this.typed()).length > 0) this.other.set(kept);
    else this.restore(kept);
  }

  private restore(kept: Kept<T>): void {
    const initial = this.initial();
    if (!initial) return;
    this.other.set(undefined);
    this.answers.set({ ...initial, ...kept.answers });
    this.saver.opened(kept);
    this.restored.set(kept.savedAt ? instantText(kept.savedAt) : '');
    this.live.announce(`What you typed at ${kept.savedAt ? clockTime(kept.savedAt) : ''} is in the form again.`);
  }

  private async readOther(): Promise<Kept<T>> {
    const other = this.fitting(await this.read());
    this.other.set(Object.keys(other.answers).length > 0 ? other : undefined);
    return other;
  }

  /** What stands in the form and did not when it was opened. */
  private typed(): Partial<T> {
    const initial = this.initial();
    if (!initial) return {};
    const answers = this.answers();
    const typed: Partial<T> = {};
    for (const name of namesOf(initial)) {
      if (JSON.stringify(answers[name]) !== JSON.stringify(initial[name])) typed[name] = answers[name];
    }
    return typed;
  }

  /** A form may have changed since: only what still fits into it. */
  private fitting({ version, savedAt, answers }: KeptDraft): Kept<T> {
    const initial = this.initial();
    const fitting: Partial<T> = {};
    for (const name of initial ? namesOf(initial) : []) {
      const value = answers?.[String(name)];
      if (initial && isLike(value, initial[name])) fitting[name] = value;
    }
    return { version, savedAt, answers: fitting };
  }

  private read(): Promise<KeptDraft> {
    return firstValueFrom(
      this.byCase(
        (id, form, subject) => this.service.readFormDraft(id, form, subject),
        (id, form) => this.service.readFormDraftOfAllocation(id, form),
      ),
    );
  }

  private save(typed: Partial<T>, version: number): Promise<SavedFormDraft> {
    const body = { answers: { ...typed } };
    return firstValueFrom(
      this.byCase(
        (id, form, subject) => this.service.saveFormDraft(id, form, subject, body, ifMatch(version)),
        (id, form) => this.service.saveFormDraftOfAllocation(id, form, body, ifMatch(version)),
      ),
    );
  }

  private remove(): Promise<unknown> {
    return firstValueFrom(
      this.byCase(
        (id, form, subject) => this.service.discardFormDraft(id, form, subject),
        (id, form) => this.service.discardFormDraftOfAllocation(id, form),
      ),
    );
  }

  private byCase<R>(
    ofReferral: (referralId: string, form: ReferralForm, subjectId: string) => R,
    ofAllocation: (allocationId: string, form: AllocationForm) => R,
  ): R {
    const which = this.which();
    if (!which) throw new Error('The page keeps a form before it knows which one');
    return 'allocationId' in which
      ? ofAllocation(which.allocationId, which.form)
      : ofReferral(which.referralId, which.form, which.subjectId ?? which.referralId);
  }
}

function namesOf<T extends object>(value: T): readonly (keyof T)[] {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- keys of a plain object are its own
  return Object.keys(value) as (keyof T)[];
}

function isLike<V>(value: unknown, example: V): value is V {
  return typeof value === typeof example && Array.isArray(value) === Array.isArray(example) && value !== null;
}
