import type { Routes } from '@angular/router';

export const analysesRoutes: Routes = [
  {
    path: '',
    title: 'Analyses',
    loadComponent: async () => (await import('./analysis-list/analysis-list-page.js')).AnalysisListPage,
  },
  {
    path: 'new',
    title: 'Start an analysis',
    loadComponent: async () => (await import('./start-analysis/start-analysis-page.js')).StartAnalysisPage,
  },
  {
    path: ':analysisId',
    title: 'Analysis',
    loadComponent: async () => (await import('./analysis/analysis-page.js')).AnalysisPage,
  },
  {
    path: ':analysisId/lines',
    title: 'Every child’s line',
    loadComponent: async () => (await import('./analysis-lines/analysis-lines-page.js')).AnalysisLinesPage,
  },
  {
    path: ':analysisId/reconcile',
    title: 'Reconcile with a published total',
    loadComponent: async () => (await import('./reconcile-analysis/reconcile-analysis-page.js')).ReconcileAnalysisPage,
  },
  {
    path: ':analysisId/draft-report',
    title: 'Draft a report',
    loadComponent: async () => (await import('./draft-report/draft-report-page.js')).DraftReportPage,
  },
];
