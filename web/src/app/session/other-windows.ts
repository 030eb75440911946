import { DOCUMENT, inject, Injectable } from '@angular/core';
import { LiveRegion } from '../shell/live-region.js';
import { CurrentSession } from './current-session.js';
import type { Session } from './session-contract.js';

/**
 * The windows of a browser share one session. What another one has changed about it shows here as soon as somebody looks at
 * this one again: the role in the header, and what the navigation offers.
 */
@Injectable({ providedIn: 'root' })
export class OtherWindows {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(CurrentSession);
  private readonly live = inject(LiveRegion);

  /** Called once by the application. */
  watch(): void {
    this.document.addEventListener('visibilitychange', () => void this.look());
  }

  async look(): Promise<void> {
    const before = this.session.session();
    if (this.document.visibilityState !== 'visible' || !before) return;
    // Without an answer all stays as it was; the next request says what is wrong.
    const after = await this.session.renew().then(
      () => this.session.session(),
      () => before,
    );
    if (!after) return;
    if (after.userId !== before.userId || after.authority.id !== before.authority.id) this.startAfresh();
    else if (rolesOf(after) !== rolesOf(before)) this.live.announce('Your role was changed in another window.');
  }

  /** Somebody else has signed in, or works for another council now: nothing of before stays on the page or in memory. */
  protected startAfresh(): void {
    this.document.location.assign('/');
  }
}

function rolesOf({ roles, actsInOneRole }: Session): string {
  return JSON.stringify([roles, actsInOneRole]);
}
