import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { CurrentSession } from '../../session/current-session.js';

/** A case that was ticked, as it was seen. */
export interface SelectedCase {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
}

/**
 * What the queue remembers between its pages: which cases are ticked, and a name that is searched for. Neither stands in the
 * address, which browsers and servers write down, nor in the browser's storage; both end with the session.
 */
@Injectable({ providedIn: 'root' })
export class QueueMemory {
  private readonly session = inject(CurrentSession);
  private readonly userId = computed(() => this.session.session()?.userId);

  readonly words = linkedSignal<string | undefined, string>({ source: this.userId, computation: () => '' });
  readonly selected = linkedSignal<string | undefined, readonly SelectedCase[]>({
    source: this.userId,
    computation: () => [],
  });

  isSelected(id: string): boolean {
    return this.selected().some((each) => each.id === id);
  }

  /** Ticks or unticks these. */
  select(cases: readonly SelectedCase[], isTicked: boolean): void {
    const ids = cases.map(({ id }) => id);
    this.selected.update((before) => {
      const others = before.filter(({ id }) => !ids.includes(id));
      return isTicked
        ? [...others, ...cases.map(({ id, reference, version }) => ({ id, reference, version }))]
        : others;
    });
  }
}
