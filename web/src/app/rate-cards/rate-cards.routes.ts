import type { Routes } from '@angular/router';

export const rateCardsRoutes: Routes = [
  {
    path: '',
    title: 'Rate cards',
    loadComponent: async () => (await import('./rate-card-list/rate-card-list-page.js')).RateCardListPage,
  },
  {
    path: 'new',
    title: 'Add a rate card',
    loadComponent: async () => (await import('./create-rate-card/create-rate-card-page.js')).CreateRateCardPage,
  },
];
