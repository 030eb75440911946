import { DOCUMENT, inject, Injectable } from '@angular/core';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focusin'] as const;
/** Who has touched nothing for so long is taken to be away from the desk. */
const awayAfter = 2 * 60_000;

/** Whether anybody is there. What a page asks for by itself while nobody is must not keep a session alive. */
@Injectable({ providedIn: 'root' })
export class Presence {
  private last = Date.now();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const note = (): void => void (this.last = Date.now());
    for (const sign of signs) window?.addEventListener(sign, note, { capture: true, passive: true });
  }

  isAway(): boolean {
    return Date.now() - this.last > awayAfter;
  }
}
