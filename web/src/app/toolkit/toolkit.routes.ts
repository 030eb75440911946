import type { Routes } from '@angular/router';
import { mustHave } from '../session/session-guards.js';

const edit = async () => (await import('./edit-resource-page.js')).EditResourcePage;

export const toolkitRoutes: Routes = [
  { path: '', title: 'Toolkit', loadComponent: async () => (await import('./toolkit-list-page.js')).ToolkitListPage },
  { path: 'new', title: 'Add a resource', canActivate: [mustHave('toolkit:keep')], loadComponent: edit },
  {
    path: ':resourceId',
    title: 'Resource',
    loadComponent: async () => (await import('./toolkit-resource-page.js')).ToolkitResourcePage,
  },
  {
    path: ':resourceId/change',
    title: 'Change a resource',
    canActivate: [mustHave('toolkit:keep')],
    loadComponent: edit,
  },
  {
    path: ':resourceId/retire',
    title: 'Retire a resource',
    canActivate: [mustHave('toolkit:keep')],
    loadComponent: async () => (await import('./retire-resource-page.js')).RetireResourcePage,
  },
];
