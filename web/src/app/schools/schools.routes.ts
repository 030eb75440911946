import type { Routes } from '@angular/router';
import { mustHave } from '../session/session-guards.js';

export const schoolsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Schools',
    canActivate: [mustHave('school:register')],
    loadComponent: async () => (await import('./register/school-register-page.js')).SchoolRegisterPage,
  },
  {
    path: 'trusts',
    title: 'Trusts',
    canActivate: [mustHave('trust:list')],
    loadComponent: async () => (await import('./trusts/trust-list-page.js')).TrustListPage,
  },
  {
    path: 'trusts/:trustId',
    title: 'Trust',
    canActivate: [mustHave('trust:read')],
    loadComponent: async () => (await import('./trusts/trust-page.js')).TrustPage,
  },
  {
    path: 'imports',
    title: 'Imports of schools',
    canActivate: [mustHave('school_import:list')],
    loadComponent: async () => (await import('./imports/import-list-page.js')).ImportListPage,
  },
  {
    path: 'imports/new',
    title: 'Import schools',
    canActivate: [mustHave('school_import:start')],
    loadComponent: async () => (await import('./imports/start-import-page.js')).StartImportPage,
  },
  {
    path: 'imports/:schoolImportId',
    title: 'Import of schools',
    canActivate: [mustHave('school_import:read')],
    loadComponent: async () => (await import('./imports/import-page.js')).ImportPage,
  },
  {
    path: 'imports/:schoolImportId/rows/:action',
    title: 'Rows of an import',
    canActivate: [mustHave('school_import:read')],
    loadComponent: async () => (await import('./imports/import-rows-page.js')).ImportRowsPage,
  },
  {
    path: 'imports/:schoolImportId/confirm',
    title: 'Confirm the import',
    canActivate: [mustHave('school_import:confirm')],
    loadComponent: async () => (await import('./imports/confirm-import-page.js')).ConfirmImportPage,
  },
  {
    path: 'imports/:schoolImportId/undo',
    title: 'Undo the import',
    canActivate: [mustHave('school_import:undo')],
    loadComponent: async () => (await import('./imports/undo-import-page.js')).UndoImportPage,
  },
  {
    path: ':schoolId',
    title: 'School',
    loadComponent: async () => (await import('./school/school-page.js')).SchoolPage,
  },
  {
    path: ':schoolId/correct',
    title: 'Correct the school',
    canActivate: [mustHave('school:correct')],
    loadComponent: async () => (await import('./school/correct-school-page.js')).CorrectSchoolPage,
  },
  {
    path: ':schoolId/follow-register',
    title: 'Follow the national register again',
    canActivate: [mustHave('school:correct')],
    loadComponent: async () => (await import('./school/follow-register-page.js')).FollowRegisterPage,
  },
];
