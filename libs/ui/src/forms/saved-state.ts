import { Component, computed, input, linkedSignal } from '@angular/core';
import { clockTime } from '../dates.js';

/** Where the answers of a page are. */
export type SavedState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'retrying' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Says quietly whether what was typed is safe: "Saving…", "Saved 10:42", "Not saved – retrying". */
@Component({
  selector: 'ui-saved-state',
  template: `
    <p class="app-saved-state" [class.app-saved-state--not-saved]="isNotSaved()">
      <span aria-hidden="true">{{ text() }}</span>
      <span class="govuk-visually-hidden" role="status">{{ announced() }}</span>
    </p>
  `,
})
export class SavedStateStatus {
  readonly state = input.required<SavedState>();

  protected readonly text = computed(() => savedStateText(this.state()));
  protected readonly isNotSaved = computed(() => ['retrying', 'conflict', 'refused'].includes(this.state().kind));
  /** A screen reader hears outcomes only, and "Saved 10:42" once a minute: not every pause in typing. */
  protected readonly announced = linkedSignal<SavedState, string>({
    source: this.state,
    computation: (state, previous) =>
      state.kind === 'saving' || state.kind === 'changed' ? (previous?.value ?? '') : savedStateText(state),
  });
}

function savedStateText(state: SavedState): string {
  switch (state.kind) {
    case 'unchanged':
      return '';
    case 'changed':
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Saved ${clockTime(state.at)}`;
    case 'retrying':
      return 'Not saved – retrying';
    case 'conflict':
      return 'Not saved – someone else has changed these answers';
    case 'refused':
      return `Not saved – ${state.reason}`;
  }
}
