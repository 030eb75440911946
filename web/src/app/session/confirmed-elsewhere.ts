import { Location } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';

/** As the API ends the address of a page to which one comes back from a confirmation at an identity provider. */
const fragment = '#confirmed';

/** The page was loaded anew, so what one wanted to do was not done: it says that one can do it now. */
@Injectable({ providedIn: 'root' })
export class ConfirmedElsewhere {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly news = signal(false);

  /** Somebody has just come back. */
  readonly isNews = this.news.asReadonly();

  /** Called once by the application. */
  follow(): void {
    this.router.events.subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      const address = event.urlAfterRedirects;
      this.news.set(address.endsWith(fragment));
      // Loaded again later it would be no news.
      if (this.news()) this.location.replaceState(address.slice(0, -fragment.length));
    });
  }
}
