import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { NavigationEnd, NavigationStart, Router, RouterLink, RouterOutlet, type UrlTree } from '@angular/router';
import { NotificationBanner } from '@panel/ui/content/notification-banner';
import { Footer } from '@panel/ui/page/footer';
import { Header } from '@panel/ui/page/header';
import { PhaseBanner } from '@panel/ui/page/phase-banner';
import { ServiceNavigation } from '@panel/ui/page/service-navigation';
import { SkipLink } from '@panel/ui/page/skip-link';
import { ConfirmIdentity } from './session/confirm-identity.js';
import { ConfirmIdentityDialog } from './session/confirm-identity-dialog.js';
import { ConfirmedElsewhere } from './session/confirmed-elsewhere.js';
import { CurrentSession } from './session/current-session.js';
import { IdleWarning } from './session/idle-warning.js';
import { IdleWarningDialog } from './session/idle-warning-dialog.js';
import { OtherWindows } from './session/other-windows.js';
import { roleNames } from './session/role-names.js';
import { ServiceDetails } from './session/service-details.js';
import { SignInAgain } from './session/sign-in-again.js';
import { SignInAgainDialog } from './session/sign-in-again-dialog.js';
import { SignOut } from './session/sign-out.js';
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
    IdleWarningDialog,
    NgTemplateOutlet,
    NotificationBanner,
    PhaseBanner,
    RouterLink,
    RouterOutlet,
    ServiceNavigation,
    ConfirmIdentityDialog,
    SignInAgainDialog,
    SkipLink,
  ],
  template: `
    <ui-skip-link />
    <header class="govuk-template__header">
      <ui-header [organisation]="details.councilName() || details.serviceName()" />
      <ui-service-navigation
        [serviceName]="details.serviceName()"
        [items]="navigation.items()"
        [hasEnd]="session() !== null"
      >
        @if (session(); as person) {
          <div class="app-account">
            <span
              ><span class="govuk-visually-hidden">Signed in as </span
              ><a class="govuk-link app-account__link" routerLink="/account/sign-in-methods"
                >{{ person.name }}<span class="govuk-visually-hidden">: your account</span></a
              >&ngsp;
              @if (person.hasSeveralHats) {
                <span class="app-account__role">Acting as {{ roles() }} </span>
                <a class="govuk-link app-account__link" routerLink="/account/role"
                  >Change<span class="govuk-visually-hidden"> the role you act in</span></a
                >
              } @else {
                <span class="app-account__role">({{ roles() }})</span>
              }
            </span>
            <button type="button" class="app-link-button" (click)="signOut()">Sign out</button>
          </div>
        }
      </ui-service-navigation>
      @if (details.isDemo()) {
        <ui-phase-banner tag="Demo"
          >Everybody and everything here is invented. Do not enter real children.</ui-phase-banner
        >
      }
    </header>
    <div class="govuk-width-container">
      <ng-container [ngTemplateOutlet]="beforeMain.template()" />
      <main class="govuk-main-wrapper app-main" id="main-content" [hidden]="!hasPage()">
        <div role="status">
          @if (connection.isOffline()) {
            <ui-notification-banner heading="You are offline">
              <p class="govuk-notification-banner__heading">
                What you type is kept on this page and saved when the connection is back. Do not close the page.
              </p>
            </ui-notification-banner>
          }
          @if (confirmedElsewhere.isNews()) {
            <ui-notification-banner heading="You have confirmed that it is you">
              <p class="govuk-notification-banner__heading">
                Nothing has been changed yet. Do now what you came to do.
              </p>
            </ui-notification-banner>
          }
        </div>
        <div role="alert">
          @if (failures.latest(); as failure) {
            <ui-notification-banner heading="There is a problem">
              <p class="govuk-notification-banner__heading">{{ failure.title }}</p>
              <p class="govuk-body">{{ failure.detail }}</p>
            </ui-notification-banner>
          }
        </div>
        <router-outlet />
      </main>
    </div>
    <footer class="govuk-template__footer" [hidden]="!hasPage()">
      <ui-footer [links]="footerLinks()">{{ details.serviceName() }}</ui-footer>
    </footer>
    <div class="govuk-visually-hidden" role="status">{{ live.text() }}</div>
    @defer (when signInAgain.isAsked()) {
      <app-sign-in-again-dialog />
    }
    @defer (when confirmIdentity.isAsked()) {
      <app-confirm-identity-dialog />
    }
    @defer (when idleWarning.isAsked()) {
      <app-idle-warning-dialog />
    }
  `,
})
export class App {
  private readonly router = inject(Router);
  private readonly leaving = inject(SignOut);
  protected readonly details = inject(ServiceDetails);
  protected readonly session = inject(CurrentSession).session;
  protected readonly navigation = inject(Navigation);
  protected readonly connection = inject(Connection);
  protected readonly failures = inject(Failures);
  protected readonly beforeMain = inject(BeforeMainSlot);
  protected readonly live = inject(LiveRegion);
  protected readonly signInAgain = inject(SignInAgain);
  protected readonly idleWarning = inject(IdleWarning);
  protected readonly confirmIdentity = inject(ConfirmIdentity);
  protected readonly confirmedElsewhere = inject(ConfirmedElsewhere);

  /** Nothing stands where the first page will be before it is there with what it puts above itself: it would jump. */
  protected readonly hasPage = signal(false);

  /** Whose words a stranger reads, where several councils share the service: it goes along from page to page. */
  private readonly council = signal('');
  protected readonly footerLinks = computed(() => {
    const query = this.council() ? `?${new URLSearchParams({ council: this.council() }).toString()}` : '';
    return [
      { text: 'Help', link: `/help${query}` },
      { text: 'Accessibility statement', link: `/accessibility-statement${query}` },
      { text: 'Privacy notice', link: `/privacy-notice${query}` },
      { text: 'Cookies', link: `/cookies${query}` },
    ];
  });

  protected readonly roles = computed(() =>
    (this.session()?.roles ?? [])
      .map(({ role, organisationName }) => roleNames[role] + (organisationName ? `, ${organisationName}` : ''))
      .join('; '),
  );

  constructor() {
    inject(PageFocus).follow();
    this.idleWarning.watch();
    inject(OtherWindows).watch();
    this.confirmedElsewhere.follow();
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.failures.clear();
      if (!(event instanceof NavigationEnd)) return;
      this.council.set(councilNamedIn(this.router.parseUrl(event.url)));
      this.hasPage.set(true);
    });
  }

  protected signOut(): Promise<void> {
    return this.leaving.now();
  }
}

function councilNamedIn({ queryParams }: UrlTree): string {
  const named: unknown = queryParams['council'];
  return typeof named === 'string' ? named : '';
}
