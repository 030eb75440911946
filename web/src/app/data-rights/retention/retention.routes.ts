import type { Routes } from '@angular/router';
import { mustHave } from '../../session/session-guards.js';

export const retentionRoutes: Routes = [
  {
    path: '',
    title: 'Retention',
    loadComponent: async () => (await import('./retention-page.js')).RetentionPage,
  },
  {
    path: 'rules/:recordClass',
    title: 'Change a retention period',
    canActivate: [mustHave('retention:set')],
    loadComponent: async () => (await import('./set-rule-page.js')).SetRulePage,
  },
  {
    path: 'holds',
    title: 'Legal holds',
    canActivate: [mustHave('legal_hold:list')],
    loadComponent: async () => (await import('./legal-holds-page.js')).LegalHoldsPage,
  },
  {
    path: 'holds/new',
    title: 'Place a legal hold',
    canActivate: [mustHave('legal_hold:place')],
    loadComponent: async () => (await import('./place-hold-page.js')).PlaceHoldPage,
  },
  {
    path: 'holds/:legalHoldId/lift',
    title: 'Lift the legal hold',
    canActivate: [mustHave('legal_hold:lift')],
    loadComponent: async () => (await import('./lift-hold-page.js')).LiftHoldPage,
  },
  {
    path: 'destructions',
    title: 'What was destroyed',
    canActivate: [mustHave('destruction:list')],
    loadComponent: async () => (await import('./destructions-page.js')).DestructionsPage,
  },
];
