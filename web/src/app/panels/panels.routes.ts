import type { Routes } from '@angular/router';
import { mustHave } from '../session/session-guards.js';
import { DecisionDraft } from './decide/decision-draft.js';

const confirmPanelPage = async () => (await import('./confirm-panel/confirm-panel-page.js')).ConfirmPanelPage;

export const panelsRoutes: Routes = [
  {
    path: '',
    title: 'Panels',
    loadComponent: async () => (await import('./panel-list/panel-list-page.js')).PanelListPage,
  },
  {
    path: 'new',
    title: 'Plan a panel',
    canActivate: [mustHave('panel:plan')],
    loadComponent: async () => (await import('./plan-panel/plan-panel-page.js')).PlanPanelPage,
  },
  {
    path: ':panelId',
    title: 'Panel',
    loadComponent: async () => (await import('./panel/panel-page.js')).PanelPage,
  },
  {
    path: ':panelId/add',
    title: 'Add cases to the agenda',
    loadComponent: async () => (await import('./add-case/add-case-page.js')).AddCasePage,
  },
  {
    path: ':panelId/publish-papers',
    title: 'Publish the papers',
    data: { verb: 'publish_papers' },
    loadComponent: confirmPanelPage,
  },
  { path: ':panelId/start', title: 'Start the panel', data: { verb: 'start' }, loadComponent: confirmPanelPage },
  { path: ':panelId/close', title: 'Close the panel', data: { verb: 'close' }, loadComponent: confirmPanelPage },
  {
    path: ':panelId/items/:itemId/decide',
    // The answers are kept between the question and the check.
    providers: [DecisionDraft],
    children: [
      {
        path: '',
        title: 'Record a decision',
        loadComponent: async () => (await import('./decide/decide-page.js')).DecidePage,
      },
      {
        path: 'check',
        title: 'Check the decision',
        loadComponent: async () => (await import('./decide/check-decision-page.js')).CheckDecisionPage,
      },
    ],
  },
];
