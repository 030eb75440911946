import type { Routes } from '@angular/router';
import { knowWhoIsThere } from '../session/session-guards.js';

/** Open to everybody, signed in or not: the law asks for that. */
export const statementsRoutes: Routes = [
  {
    path: 'accessibility-statement',
    title: 'Accessibility statement',
    canActivate: [knowWhoIsThere],
    loadComponent: () => import('./accessibility-statement-page.js').then((file) => file.AccessibilityStatementPage),
  },
  {
    path: 'privacy-notice',
    title: 'Privacy notice',
    canActivate: [knowWhoIsThere],
    loadComponent: () => import('./privacy-notice-page.js').then((file) => file.PrivacyNoticePage),
  },
  {
    path: 'privacy-notice/young-people',
    title: 'Your information: for children and young people',
    canActivate: [knowWhoIsThere],
    loadComponent: () => import('./young-people-notice-page.js').then((file) => file.YoungPeopleNoticePage),
  },
  {
    path: 'cookies',
    title: 'Cookies',
    canActivate: [knowWhoIsThere],
    loadComponent: () => import('./cookies-page.js').then((file) => file.CookiesPage),
  },
];
