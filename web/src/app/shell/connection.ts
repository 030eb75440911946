import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** Whether the browser has a network. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly offline = signal(false);
  readonly isOffline = this.offline.asReadonly();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    this.offline.set(window?.navigator.onLine === false);
    window?.addEventListener('offline', () => this.offline.set(true));
    window?.addEventListener('online', () => this.offline.set(false));
  }
}
