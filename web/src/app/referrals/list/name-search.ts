import { inject, Injectable, linkedSignal } from '@angular/core';
import { CurrentSession } from '../../session/current-session.js';

/**
 * The name that somebody searches for in the list. Not in the address, which browsers and servers write down, and not in the
 * browser's storage: it lasts as long as the page, and no longer than the person is signed in.
 */
@Injectable({ providedIn: 'root' })
export class NameSearch {
  private readonly session = inject(CurrentSession);
  readonly words = linkedSignal<string | undefined, string>({
    source: () => this.session.session()?.userId,
    computation: () => '',
  });
}
