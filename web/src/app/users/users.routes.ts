import type { Routes } from '@angular/router';
import { mustHave } from '../session/session-guards.js';

const confirm = async () => (await import('./confirm-user-page.js')).ConfirmUserPage;

export const usersRoutes: Routes = [
  { path: '', title: 'People', loadComponent: async () => (await import('./user-list-page.js')).UserListPage },
  {
    path: 'invite',
    title: 'Invite somebody',
    canActivate: [mustHave('user:invite')],
    loadComponent: async () => (await import('./invite-user-page.js')).InviteUserPage,
  },
  {
    path: 'invitations/:invitationId',
    title: 'Invitation',
    loadComponent: async () => (await import('./invitation-page.js')).InvitationPage,
  },
  { path: ':userId', title: 'Person', loadComponent: async () => (await import('./user-page.js')).UserPage },
  {
    path: ':userId/name',
    title: 'Change the name',
    loadComponent: async () => (await import('./rename-user-page.js')).RenameUserPage,
  },
  {
    path: ':userId/roles/new',
    title: 'Give a role',
    loadComponent: async () => (await import('./grant-role-page.js')).GrantRolePage,
  },
  {
    path: ':userId/roles/:roleGrantId/take-away',
    title: 'Take a role away',
    data: { verb: 'take_role_away' },
    loadComponent: confirm,
  },
  {
    path: ':userId/reset-second-factor',
    title: 'Reset the second step',
    data: { verb: 'reset_second_factor' },
    loadComponent: confirm,
  },
  { path: ':userId/deactivate', title: 'Deactivate', data: { verb: 'deactivate' }, loadComponent: confirm },
  { path: ':userId/reactivate', title: 'Reactivate', data: { verb: 'reactivate' }, loadComponent: confirm },
];
