import type { Routes } from '@angular/router';

const confirmReportPage = async () => (await import('./confirm-report/confirm-report-page.js')).ConfirmReportPage;

export const reportsRoutes: Routes = [
  {
    path: '',
    title: 'Reports',
    loadComponent: async () => (await import('./report-list/report-list-page.js')).ReportListPage,
  },
  {
    path: ':reportId',
    title: 'Report',
    loadComponent: async () => (await import('./report/report-page.js')).ReportPage,
  },
  { path: ':reportId/approve', title: 'Approve a report', data: { verb: 'approve' }, loadComponent: confirmReportPage },
  { path: ':reportId/publish', title: 'Publish a report', data: { verb: 'publish' }, loadComponent: confirmReportPage },
];
