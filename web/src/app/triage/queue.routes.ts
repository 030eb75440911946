import type { Routes } from '@angular/router';
import { mustHave } from '../session/session-guards.js';

const act = async () => (await import('./act/act-on-cases-page.js')).ActOnCasesPage;

export const queueRoutes: Routes = [
  { path: '', title: 'Queue', loadComponent: async () => (await import('./queue/queue-page.js')).QueuePage },
  { path: 'act/:action', title: 'Selected cases', loadComponent: act },
  { path: 'assign/:referralId', title: 'Assign a case', loadComponent: act },
  {
    path: 'views',
    title: 'Your views of the queue',
    loadComponent: async () => (await import('./views/saved-views-page.js')).SavedViewsPage,
  },
  {
    path: 'views/new',
    title: 'Save this view',
    loadComponent: async () => (await import('./views/save-view-page.js')).SaveViewPage,
  },
  {
    path: 'deadlines',
    title: 'Deadlines of each step',
    canActivate: [mustHave('case_deadlines:set')],
    loadComponent: async () => (await import('./deadlines/case-deadlines-page.js')).CaseDeadlinesPage,
  },
];
