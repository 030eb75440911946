import type { Routes } from '@angular/router';

export const contractsRoutes: Routes = [
  {
    path: '',
    title: 'Contracts',
    loadComponent: async () => (await import('./contract-list/contract-list-page.js')).ContractListPage,
  },
  {
    path: ':contractId',
    title: 'Contract',
    loadComponent: async () => (await import('./contract/contract-page.js')).ContractPage,
  },
];
