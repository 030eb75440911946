import type { Routes } from '@angular/router';

const confirmAllocationPage = async () =>
  (await import('./confirm-allocation/confirm-allocation-page.js')).ConfirmAllocationPage;

export const allocationsRoutes: Routes = [
  {
    path: '',
    title: 'Allocations',
    loadComponent: async () => (await import('./allocation-list/allocation-list-page.js')).AllocationListPage,
  },
  {
    path: ':allocationId',
    title: 'Allocation',
    loadComponent: async () => (await import('./allocation/allocation-page.js')).AllocationPage,
  },
  {
    path: ':allocationId/accept',
    title: 'Accept an allocation',
    data: { verb: 'accept' },
    loadComponent: confirmAllocationPage,
  },
  {
    path: ':allocationId/decline',
    title: 'Decline an allocation',
    loadComponent: async () => (await import('./decline-allocation/decline-allocation-page.js')).DeclineAllocationPage,
  },
  {
    path: ':allocationId/record-session',
    title: 'Record a session',
    loadComponent: async () => (await import('./record-session/record-session-page.js')).RecordSessionPage,
  },
  {
    path: ':allocationId/notes/new',
    title: 'Write a note',
    loadComponent: async () => (await import('../notes/write-allocation-note-page.js')).WriteAllocationNotePage,
  },
  {
    path: ':allocationId/complete',
    title: 'Complete the support',
    data: { verb: 'complete' },
    loadComponent: confirmAllocationPage,
  },
];
