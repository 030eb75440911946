import type { Routes } from '@angular/router';
import { mustHave } from '../../session/session-guards.js';
import type { AccessRequestChange } from './change-access-request-page.js';

const change = (path: AccessRequestChange, title: string): Routes[number] => ({
  path: `:accessRequestId/${path}`,
  title,
  data: { change: path },
  loadComponent: async () => (await import('./change-access-request-page.js')).ChangeAccessRequestPage,
});

export const accessRequestsRoutes: Routes = [
  {
    path: '',
    title: 'Access requests',
    loadComponent: async () => (await import('./access-request-list-page.js')).AccessRequestListPage,
  },
  {
    path: 'new',
    title: 'Log an access request',
    canActivate: [mustHave('access_request:log')],
    loadComponent: async () => (await import('./log-access-request-page.js')).LogAccessRequestPage,
  },
  {
    path: ':accessRequestId',
    title: 'Access request',
    loadComponent: async () => (await import('./access-request-page.js')).AccessRequestPage,
  },
  {
    path: ':accessRequestId/pack',
    title: 'Review the pack',
    canActivate: [mustHave('access_request:review')],
    loadComponent: async () => (await import('./review-pack-page.js')).ReviewPackPage,
  },
  change('prove-identity', 'Record that identity is proven'),
  change('pause', 'Pause the clock'),
  change('resume', 'Resume the clock'),
  change('extend', 'Extend by two months'),
  change('close', 'Close without an answer'),
];
