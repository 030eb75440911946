import type { Routes } from '@angular/router';

export const identityProvidersRoutes: Routes = [
  {
    path: '',
    title: 'Single sign-on',
    loadComponent: async () =>
      (await import('./identity-provider-list/identity-provider-list-page.js')).IdentityProviderListPage,
  },
  {
    path: 'new',
    title: 'Add an identity provider',
    loadComponent: async () => (await import('./choose-kind/choose-kind-page.js')).ChooseKindPage,
  },
  {
    path: 'new/:kind',
    title: 'Add an identity provider',
    loadComponent: async () =>
      (await import('./create-identity-provider/create-identity-provider-page.js')).CreateIdentityProviderPage,
  },
  {
    path: ':identityProviderId',
    title: 'Identity provider',
    loadComponent: async () => (await import('./identity-provider/identity-provider-page.js')).IdentityProviderPage,
  },
  {
    path: ':identityProviderId/change',
    title: 'Change an identity provider',
    loadComponent: async () =>
      (await import('./change-identity-provider/change-identity-provider-page.js')).ChangeIdentityProviderPage,
  },
  {
    path: ':identityProviderId/enable',
    title: 'Switch on an identity provider',
    data: { verb: 'enable' },
    loadComponent: async () =>
      (await import('./confirm-identity-provider/confirm-identity-provider-page.js')).ConfirmIdentityProviderPage,
  },
  {
    path: ':identityProviderId/disable',
    title: 'Switch off an identity provider',
    data: { verb: 'disable' },
    loadComponent: async () =>
      (await import('./confirm-identity-provider/confirm-identity-provider-page.js')).ConfirmIdentityProviderPage,
  },
];
