import type { Routes } from '@angular/router';
import { mustHave } from '../session/session-guards.js';

export const emergencyAccessesRoutes: Routes = [
  {
    path: '',
    title: 'Emergency accesses',
    loadComponent: async () => (await import('./list/emergency-access-list-page.js')).EmergencyAccessListPage,
  },
  {
    path: 'new',
    title: 'Open a case under emergency access',
    canActivate: [mustHave('emergency_access:start')],
    loadComponent: async () => (await import('./start/start-emergency-access-page.js')).StartEmergencyAccessPage,
  },
  {
    path: ':accessId',
    title: 'Emergency access',
    loadComponent: async () => (await import('./access/emergency-access-page.js')).EmergencyAccessPage,
  },
  {
    path: ':accessId/review',
    title: 'Review an emergency access',
    canActivate: [mustHave('emergency_access:review')],
    loadComponent: async () => (await import('./review/review-emergency-access-page.js')).ReviewEmergencyAccessPage,
  },
];
