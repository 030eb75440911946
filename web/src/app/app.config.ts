import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideEnvironmentInitializer,
} from '@angular/core';
import {
  provideRouter,
  RedirectCommand,
  Router,
  TitleStrategy,
  withComponentInputBinding,
  withNavigationErrorHandler,
} from '@angular/router';
import { routes } from './app.routes.js';
import { askToConfirmIdentity } from './session/confirm-identity.js';
import { CurrentSession } from './session/current-session.js';
import { markOwnRequests } from './session/own-request-interceptor.js';
import { ServiceDetails } from './session/service-details.js';
import { askToSignInAgain } from './session/sign-in-again.js';
import { Failures, ReportingErrorHandler } from './shell/failures.js';
import { forgetHistoryState } from './shell/history-state.js';
import { PageTitleStrategy } from './shell/page-title.js';
import { mapProblems } from './shell/problem-interceptor.js';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useClass: ReportingErrorHandler },
    // In place of <base>, which the content security policy forbids.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideHttpClient(
      withNoXsrfProtection(),
      // The first is the outermost: it sees problems, and repeats the request through the others.
      withInterceptors([askToConfirmIdentity, askToSignInAgain, mapProblems, markOwnRequests]),
    ),
    // The head of the page is complete when it is first seen: what came into it later would push the page down. Who cannot
    // be asked now is asked again by the page, which says so.
    provideAppInitializer(() => Promise.allSettled([inject(CurrentSession).start(), inject(ServiceDetails).asked])),
    provideEnvironmentInitializer(forgetHistoryState),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withNavigationErrorHandler(({ error, url }) => {
        inject(Failures).reportOfPage(error);
        return new RedirectCommand(inject(Router).parseUrl('/problem'), { browserUrl: url });
      }),
    ),
    { provide: TitleStrategy, useClass: PageTitleStrategy },
  ],
};
