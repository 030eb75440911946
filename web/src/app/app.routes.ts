import type { Routes } from '@angular/router';
import { mustBeSignedIn, mustBeSignedOut, signInPersonOfAddress } from './session/session-guards.js';
import { NoAccessPage, NotFoundPage, ProblemPage } from './shell/problem-pages.js';

/**
 * The features, in the order of the work. Each has its own routes file, loaded when it is first opened:
 *
 *     {
 *       path: 'referrals',
 *       data: { section: 'Referrals' },
 *       canActivate: [mustHave('referral:list')],
 *       loadChildren: () => import('./referrals/referrals.routes.js').then((file) => file.referralsRoutes),
 *     },
 *
 * and names every page with `title`. Angular loads a route's file before it knows what is in it, so the guard stands here.
 */
const features: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Your tasks',
    loadComponent: () => import('./home/home-page.js').then((file) => file.HomePage),
  },
];

export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in',
    canActivate: [signInPersonOfAddress, mustBeSignedOut],
    loadComponent: () => import('./session/sign-in-page.js').then((file) => file.SignInPage),
  },
  { path: 'problem', title: 'There is a problem', component: ProblemPage },
  { path: 'no-access', title: 'No access', component: NoAccessPage },
  { path: '', canActivate: [signInPersonOfAddress, mustBeSignedIn], children: features },
  { path: '**', title: 'Page not found', component: NotFoundPage },
];
