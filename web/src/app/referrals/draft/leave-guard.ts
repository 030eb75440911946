import type { CanDeactivateFn } from '@angular/router';

/** A page whose answers are saved before it is left. */
export interface DraftPage {
  readonly draft: { leave(): Promise<boolean> };
}

export const saveBeforeLeaving: CanDeactivateFn<DraftPage> = (page) => page.draft.leave();
