import type { Routes } from '@angular/router';
import { knowWhoIsThere } from '../session/session-guards.js';

/** Open to everybody: who cannot sign in needs help most. */
export const helpRoutes: Routes = [
  {
    path: '',
    title: 'Help',
    canActivate: [knowWhoIsThere],
    loadComponent: () => import('./help-page.js').then((file) => file.HelpPage),
  },
  {
    path: ':slug',
    title: 'Help',
    canActivate: [knowWhoIsThere],
    loadComponent: () => import('./help-topic-page.js').then((file) => file.HelpTopicPage),
  },
];
