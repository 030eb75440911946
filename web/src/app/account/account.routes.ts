import type { Routes } from '@angular/router';

export const accountRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'sign-in-methods' },
  {
    path: 'sign-in-methods',
    title: 'Sign-in methods',
    loadComponent: () => import('./sign-in-methods-page.js').then((file) => file.SignInMethodsPage),
  },
  {
    path: 'sign-in-methods/app',
    title: 'Set up an authenticator app',
    loadComponent: () => import('./add-app-page.js').then((file) => file.AddAppPage),
  },
  {
    path: 'sign-in-methods/app/remove',
    title: 'Remove the authenticator app',
    loadComponent: () => import('./remove-method-page.js').then((file) => file.RemoveMethodPage),
  },
  {
    path: 'sign-in-methods/passkey',
    title: 'Add a passkey',
    loadComponent: () => import('./add-passkey-page.js').then((file) => file.AddPasskeyPage),
  },
  {
    path: 'sign-in-methods/passkeys/:passkeyId/remove',
    title: 'Remove a passkey',
    loadComponent: () => import('./remove-method-page.js').then((file) => file.RemoveMethodPage),
  },
  {
    path: 'sign-in-methods/passkeys/:passkeyId/rename',
    title: 'Rename a passkey',
    loadComponent: () => import('./rename-passkey-page.js').then((file) => file.RenamePasskeyPage),
  },
  {
    path: 'sign-in-methods/recovery-codes',
    title: 'New recovery codes',
    loadComponent: () => import('./recovery-codes-page.js').then((file) => file.RecoveryCodesPage),
  },
  {
    path: 'password',
    title: 'Change your password',
    loadComponent: () => import('./change-password-page.js').then((file) => file.ChangePasswordPage),
  },
  {
    path: 'email',
    title: 'Change your email address',
    loadComponent: () => import('./change-email-page.js').then((file) => file.ChangeEmailPage),
  },
  {
    path: 'sessions',
    title: 'Where you are signed in',
    loadComponent: () => import('./sessions-page.js').then((file) => file.SessionsPage),
  },
  {
    path: 'messages',
    title: 'Messages',
    loadComponent: () => import('./messages-page.js').then((file) => file.MessagesPage),
  },
  {
    path: 'role',
    title: 'Your role',
    loadComponent: () => import('./role-page.js').then((file) => file.RolePage),
  },
];
