import type { Routes } from '@angular/router';
import { mustHave } from '../session/session-guards.js';

const confirm = async () => (await import('./record/confirm-removal-page.js')).ConfirmRemovalPage;

export const childrenRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Children',
    canActivate: [mustHave('child:list')],
    loadComponent: async () => (await import('./search/children-page.js')).ChildrenPage,
  },
  {
    path: 'merges/:childMergeId',
    title: 'Merge of two records',
    canActivate: [mustHave('child:merge')],
    loadComponent: async () => (await import('./merge/child-merge-page.js')).ChildMergePage,
  },
  {
    path: ':childId',
    title: 'Child',
    loadComponent: async () => (await import('./record/child-page.js')).ChildPage,
  },
  {
    path: ':childId/nc-year',
    title: 'Change the year group',
    canActivate: [mustHave('child:change')],
    loadComponent: async () => (await import('./record/nc-year-page.js')).NcYearPage,
  },
  {
    path: ':childId/move',
    title: 'Record a change of school',
    canActivate: [mustHave('child:change')],
    loadComponent: async () => (await import('./record/move-child-page.js')).MoveChildPage,
  },
  {
    path: ':childId/siblings/new',
    title: 'Link a sibling',
    canActivate: [mustHave('child:link_sibling')],
    loadComponent: async () => (await import('./record/link-sibling-page.js')).LinkSiblingPage,
  },
  {
    path: ':childId/siblings/:removedId/remove',
    title: 'Unlink a sibling',
    data: { what: 'sibling' },
    canActivate: [mustHave('child:link_sibling')],
    loadComponent: confirm,
  },
  {
    path: ':childId/moves/:removedId/remove',
    title: 'Remove a change of school',
    data: { what: 'move' },
    canActivate: [mustHave('child:change')],
    loadComponent: confirm,
  },
  {
    path: ':childId/told-apart/:otherId',
    title: 'Two children',
    canActivate: [mustHave('child:merge')],
    loadComponent: async () => (await import('./told-apart/tell-apart-page.js')).TellApartPage,
  },
  {
    path: ':childId/told-apart/:toldApartId/undo',
    title: 'Undo that these are two children',
    canActivate: [mustHave('child:merge')],
    loadComponent: async () => (await import('./told-apart/undo-telling-apart-page.js')).UndoTellingApartPage,
  },
  {
    path: ':childId/merge',
    title: 'Find the other record',
    canActivate: [mustHave('child:merge')],
    loadComponent: async () => (await import('./merge/choose-record-page.js')).ChooseRecordPage,
  },
  {
    path: ':childId/merge/:otherId',
    title: 'Merge two records',
    canActivate: [mustHave('child:merge')],
    loadComponent: async () => (await import('./merge/merge-children-page.js')).MergeChildrenPage,
  },
];
