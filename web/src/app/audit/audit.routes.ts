import type { Routes } from '@angular/router';

export const auditRoutes: Routes = [
  {
    path: '',
    title: 'Audit',
    loadComponent: async () => (await import('./audit-event-list-page.js')).AuditEventListPage,
  },
];
