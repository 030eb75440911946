import { Injectable, signal } from '@angular/core';

/** The one polite live region: says to a screen reader what has changed on the page: "12 referrals found". */
@Injectable({ providedIn: 'root' })
export class LiveRegion {
  private readonly message = signal('');
  readonly text = this.message.asReadonly();
  private timer: ReturnType<typeof setTimeout> | undefined;

  announce(text: string): void {
    // Emptied first: the same words a second time would be no change, and silent.
    this.message.set('');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.message.set(text), 100);
  }
}
