import type { Routes } from '@angular/router';
import { statementsRoutes } from './statements/statements.routes.js';
import { mustBeSignedIn, mustBeSignedOut, mustHave, signInPersonOfAddress } from './session/session-guards.js';
import { NoAccessPage, NotFoundPage, ProblemPage } from './shell/problem-pages.js';

/**
 * `data: { reads }` names what a page that is often opened by its address will ask the API for: the server has the browser ask
 * for it while the scripts are still on their way (`build-steps/finish.mjs`). It must be what the page asks for, to the letter.
 *
 * The features, in the order of the work. Each has its own routes file, loaded when it is first opened. Angular loads such a
 * file before it knows what is in it, so the guard stands here.
 */
const features: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Your tasks',
    data: { reads: ['/api/home', '/api/getting-started'] },
    loadComponent: () => import('./home/home-page.js').then((file) => file.HomePage),
  },
  {
    path: 'referrals',
    data: { section: 'Referrals' },
    canActivate: [mustHave('referral:read')],
    loadChildren: () => import('./referrals/referrals.routes.js').then((file) => file.referralsRoutes),
  },
  {
    path: 'case-tasks',
    title: 'Tasks given to you',
    canActivate: [mustHave('case_task:list_own')],
    loadComponent: () => import('./case-tasks/own-case-tasks-page.js').then((file) => file.OwnCaseTasksPage),
  },
  {
    path: 'children',
    data: { section: 'Children' },
    canActivate: [mustHave('child:read')],
    loadChildren: () => import('./children/children.routes.js').then((file) => file.childrenRoutes),
  },
  {
    path: 'schools',
    data: { section: 'Schools' },
    canActivate: [mustHave('school:read')],
    loadChildren: () => import('./schools/schools.routes.js').then((file) => file.schoolsRoutes),
  },
  {
    path: 'queue',
    data: { section: 'Queue' },
    canActivate: [mustHave('queue:list')],
    loadChildren: () => import('./triage/queue.routes.js').then((file) => file.queueRoutes),
  },
  {
    path: 'toolkit',
    data: { section: 'Toolkit' },
    canActivate: [mustHave('toolkit:read')],
    loadChildren: () => import('./toolkit/toolkit.routes.js').then((file) => file.toolkitRoutes),
  },
  {
    path: 'panels',
    data: { section: 'Panels' },
    canActivate: [mustHave('panel:list')],
    loadChildren: () => import('./panels/panels.routes.js').then((file) => file.panelsRoutes),
  },
  {
    path: 'allocations',
    data: { section: 'Allocations' },
    canActivate: [mustHave('allocation:list')],
    loadChildren: () => import('./allocations/allocations.routes.js').then((file) => file.allocationsRoutes),
  },
  {
    path: 'contracts',
    data: { section: 'Contracts' },
    canActivate: [mustHave('contract:list')],
    loadChildren: () => import('./contracts/contracts.routes.js').then((file) => file.contractsRoutes),
  },
  {
    path: 'analyses',
    data: { section: 'Analyses' },
    canActivate: [mustHave('analysis:list')],
    loadChildren: () => import('./analyses/analyses.routes.js').then((file) => file.analysesRoutes),
  },
  {
    path: 'reports',
    data: { section: 'Reports' },
    canActivate: [mustHave('report:list')],
    loadChildren: () => import('./reports/reports.routes.js').then((file) => file.reportsRoutes),
  },
  {
    path: 'rate-cards',
    data: { section: 'Rate cards' },
    canActivate: [mustHave('rate_card:list')],
    loadChildren: () => import('./rate-cards/rate-cards.routes.js').then((file) => file.rateCardsRoutes),
  },
  {
    path: 'identity-providers',
    data: { section: 'Single sign-on' },
    canActivate: [mustHave('identity_provider:list')],
    loadChildren: () =>
      import('./identity-providers/identity-providers.routes.js').then((file) => file.identityProvidersRoutes),
  },
  {
    path: 'account/linked-sign-ins',
    title: 'Linked sign-in',
    data: { section: 'Your account' },
    canActivate: [mustHave('linked_sign_in:list')],
    loadComponent: () =>
      import('./identity-providers/linked-sign-ins/linked-sign-ins-page.js').then((file) => file.LinkedSignInsPage),
  },
  {
    path: 'account',
    data: { section: 'Your account' },
    canActivate: [mustHave('account:manage')],
    loadChildren: () => import('./account/account.routes.js').then((file) => file.accountRoutes),
  },
  {
    path: 'access-requests',
    data: { section: 'Access requests' },
    canActivate: [mustHave('access_request:read')],
    loadChildren: () =>
      import('./data-rights/access-requests/access-requests.routes.js').then((file) => file.accessRequestsRoutes),
  },
  {
    path: 'retention',
    data: { section: 'Retention' },
    canActivate: [mustHave('retention:read')],
    loadChildren: () => import('./data-rights/retention/retention.routes.js').then((file) => file.retentionRoutes),
  },
  {
    path: 'contact-details',
    data: { section: 'Contact details' },
    canActivate: [mustHave('contact_details:read')],
    loadChildren: () => import('./contact-details/contact-details.routes.js').then((file) => file.contactDetailsRoutes),
  },
  {
    path: 'getting-started',
    title: 'Getting started',
    loadComponent: () => import('./getting-started/getting-started-page.js').then((file) => file.GettingStartedPage),
  },
  {
    path: 'emergency-accesses',
    data: { section: 'Emergency accesses' },
    canActivate: [mustHave('emergency_access:list')],
    loadChildren: () =>
      import('./emergency-accesses/emergency-accesses.routes.js').then((file) => file.emergencyAccessesRoutes),
  },
  {
    path: 'users',
    data: { section: 'People' },
    canActivate: [mustHave('user:list')],
    loadChildren: () => import('./users/users.routes.js').then((file) => file.usersRoutes),
  },
  {
    path: 'audit-events',
    data: { section: 'Audit' },
    canActivate: [mustHave('audit:read')],
    loadChildren: () => import('./audit/audit.routes.js').then((file) => file.auditRoutes),
  },
];

export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in',
    data: { reads: ['/api/identity-providers/sign-in-options', '/api/demo/people'] },
    canActivate: [signInPersonOfAddress, mustBeSignedOut],
    loadComponent: () => import('./session/sign-in-page.js').then((file) => file.SignInPage),
  },
  {
    path: 'sign-in/continue',
    title: 'Sign in',
    loadComponent: () => import('./session/continue-sign-in-page.js').then((file) => file.ContinueSignInPage),
  },
  {
    path: 'sign-in/refused',
    title: 'You were not signed in',
    loadComponent: () => import('./session/sign-in-refused-page.js').then((file) => file.SignInRefusedPage),
  },
  {
    path: 'invitation',
    title: 'Invitation',
    loadComponent: () => import('./account/accept-invitation-page.js').then((file) => file.AcceptInvitationPage),
  },
  {
    path: 'sign-off',
    title: 'Sign off a referral',
    loadComponent: () => import('./sign-off/sign-off-link-page.js').then((file) => file.SignOffLinkPage),
  },
  {
    path: 'forgotten-password',
    title: 'Set a new password',
    loadComponent: () => import('./account/forgotten-password-page.js').then((file) => file.ForgottenPasswordPage),
  },
  {
    path: 'reset-password',
    title: 'Choose a new password',
    loadComponent: () => import('./account/reset-password-page.js').then((file) => file.ResetPasswordPage),
  },
  {
    path: 'confirm-email',
    title: 'Confirm your email address',
    loadComponent: () => import('./account/confirm-email-page.js').then((file) => file.ConfirmEmailPage),
  },
  {
    path: 'outbox',
    title: 'Outbox',
    loadComponent: () => import('./outbox/outbox-page.js').then((file) => file.OutboxPage),
  },
  ...statementsRoutes,
  {
    path: 'help',
    data: { section: 'Help' },
    loadChildren: () => import('./help/help.routes.js').then((file) => file.helpRoutes),
  },
  { path: 'problem', title: 'There is a problem', component: ProblemPage },
  { path: 'no-access', title: 'No access', component: NoAccessPage },
  { path: '', canActivate: [signInPersonOfAddress, mustBeSignedIn], children: features },
  { path: '**', title: 'Page not found', component: NotFoundPage },
];
