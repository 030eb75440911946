import { inject, linkedSignal, type WritableSignal } from '@angular/core';
import { CurrentSession } from './current-session.js';

/**
 * A name that somebody searches for in a list. Not in the address, which browsers and servers write down, and not in the
 * browser's storage: it lasts as long as the page, and no longer than the person is signed in.
 */
export function wordsOfSession(): WritableSignal<string> {
  const session = inject(CurrentSession);
  return linkedSignal<string | undefined, string>({
    source: () => session.session()?.userId,
    computation: () => '',
  });
}
