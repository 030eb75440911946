import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { NavigationStart, Router, RouterOutlet } from '@angular/router';
import { Footer, Header, NotificationBanner, PhaseBanner, ServiceNavigation, SkipLink } from '@panel/ui';
import { CurrentSession } from './session/current-session.js';
import { roleNames } from './session/role-names.js';
import { ServiceDetails } from './session/service-details.js';
import { SignInAgain } from './session/sign-in-again.js';
import { SignInAgainDialog } from './session/sign-in-again-dialog.js';
import { BeforeMainSlot } from './shell/before-main.js';
import { Connection } from './shell/connection.js';
import { Failures } from './shell/failures.js';
import { LiveRegion } from './shell/live-region.js';
import { Navigation } from './shell/navigation.js';
import { PageFocus } from './shell/page-focus.js';

/** The frame that all pages share. */
@Component({
  selector: 'app-root',
  imports: [
    Footer,
    Header,
    NgTemplateOutlet,
    NotificationBanner,
    PhaseBanner,
    RouterOutlet,
    ServiceNavigation,
    SignInAgainDialog,
    SkipLink,
  ],
  templateUrl: './app.html',
})
export class App {
  private readonly router = inject(Router);
  private readonly currentSession = inject(CurrentSession);
  protected readonly details = inject(ServiceDetails);
  protected readonly session = this.currentSession.session;
  protected readonly navigation = inject(Navigation);
  protected readonly connection = inject(Connection);
  protected readonly failures = inject(Failures);
  protected readonly beforeMain = inject(BeforeMainSlot);
  protected readonly live = inject(LiveRegion);
  protected readonly signInAgain = inject(SignInAgain);

  protected readonly roles = computed(() =>
    (this.session()?.roles ?? [])
      .map(({ role, organisationName }) => roleNames[role] + (organisationName ? `, ${organisationName}` : ''))
      .join('; '),
  );

  constructor() {
    inject(PageFocus).follow();
    this.router.events.subscribe((event) => {
      // The page that shows a failed navigation needs the failure.
      if (event instanceof NavigationStart && event.url !== '/problem') this.failures.clear();
    });
  }

  protected async signOut(): Promise<void> {
    await this.currentSession.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
