import type { Routes } from '@angular/router';

export const auditRoutes: Routes = [
  {
    path: '',
    title: 'Audit',
    loadComponent: async () => (await import('./event-list/audit-event-list-page.js')).AuditEventListPage,
  },
  {
    path: ':eventSeq',
    title: 'Audit event',
    loadComponent: async () => (await import('./event/audit-event-page.js')).AuditEventPage,
  },
];
