import type { Routes } from '@angular/router';
import { mustHave } from '../session/session-guards.js';
import { saveBeforeLeaving } from './draft/leave-guard.js';
import { QUESTION_PAGES } from './draft/question-pages.js';

export const referralsRoutes: Routes = [
  {
    path: '',
    title: 'Referrals',
    // A panel member reads cases of the panel, but no list of them.
    canActivate: [mustHave('referral:list')],
    loadComponent: async () => (await import('./list/referral-list-page.js')).ReferralListPage,
  },
  {
    path: 'start',
    title: 'Start a referral',
    canActivate: [mustHave('referral:create')],
    loadComponent: async () => (await import('./known-child/known-child-page.js')).KnownChildPage,
  },
  {
    path: 'new',
    title: 'Start a referral',
    canActivate: [mustHave('referral:create')],
    loadComponent: async () => (await import('./start/start-referral-page.js')).StartReferralPage,
  },
  {
    path: 'on-behalf',
    title: 'Write a referral for a school',
    canActivate: [mustHave('referral:create_on_behalf')],
    loadComponent: async () => (await import('./on-behalf/on-behalf-page.js')).OnBehalfPage,
  },
  {
    path: ':referralId/tasks',
    title: 'Make a referral',
    loadComponent: async () => (await import('./tasks/referral-tasks-page.js')).ReferralTasksPage,
  },
  ...QUESTION_PAGES.map(({ path, heading }) => ({
    path: `:referralId/${path}`,
    title: heading,
    data: { path },
    canDeactivate: [saveBeforeLeaving],
    loadComponent: async () => (await import('./draft/question-page.js')).QuestionPage,
  })),
  {
    path: ':referralId/check',
    title: 'Check your answers',
    loadComponent: async () => (await import('./check/check-answers-page.js')).CheckAnswersPage,
  },
  {
    path: ':referralId/sign-off',
    title: 'Head teacher’s sign-off',
    canActivate: [mustHave('sign_off:read')],
    loadComponent: async () => (await import('./sign-off/sign-off-page.js')).SignOffPage,
  },
  {
    path: ':referralId/submitted',
    title: 'Referral submitted',
    loadComponent: async () => (await import('./submitted/referral-submitted-page.js')).ReferralSubmittedPage,
  },
  {
    path: ':referralId/accept',
    title: 'Accept the referral',
    loadComponent: async () => (await import('./verbs/accept-referral-page.js')).AcceptReferralPage,
  },
  {
    path: ':referralId/return',
    title: 'Return the referral',
    loadComponent: async () => (await import('../triage/return/return-referral-page.js')).ReturnReferralPage,
  },
  {
    path: ':referralId/decline',
    title: 'Decline the referral',
    loadComponent: async () => (await import('../triage/decline/decline-referral-page.js')).DeclineReferralPage,
  },
  {
    path: ':referralId/triage',
    title: 'Triage',
    canActivate: [mustHave('referral:triage')],
    loadComponent: async () => (await import('../triage/case/triage-page.js')).TriagePage,
  },
  {
    path: ':referralId/withdraw',
    title: 'Withdraw the referral',
    loadComponent: async () => (await import('./verbs/withdraw-referral-page.js')).WithdrawReferralPage,
  },
  {
    path: ':referralId/reopen',
    title: 'Reopen the referral',
    canActivate: [mustHave('referral:reopen')],
    loadComponent: async () => (await import('./verbs/reopen-referral-page.js')).ReopenReferralPage,
  },
  {
    path: ':referralId/amend',
    title: 'Amend the referral',
    canActivate: [mustHave('referral:amend')],
    loadComponent: async () => (await import('./amend/start-amendment-page.js')).StartAmendmentPage,
  },
  {
    path: ':referralId/amendment/give-up',
    title: 'Give up the amendment',
    canActivate: [mustHave('referral:amend')],
    loadComponent: async () => (await import('./amend/give-up-amendment-page.js')).GiveUpAmendmentPage,
  },
  {
    path: ':referralId/ready-for-panel',
    title: 'Ready for panel',
    loadComponent: async () => (await import('./verbs/ready-for-panel-page.js')).ReadyForPanelPage,
  },
  {
    path: ':referralId/assessments/new',
    title: 'Assess the risk: the evidence',
    canActivate: [mustHave('assessment:draft')],
    canDeactivate: [saveBeforeLeaving],
    loadComponent: async () => (await import('../assessments/evidence-page.js')).EvidencePage,
  },
  {
    path: ':referralId/assessments/new/judgement',
    title: 'Assess the risk: what you expect',
    canActivate: [mustHave('assessment:draft')],
    canDeactivate: [saveBeforeLeaving],
    loadComponent: async () => (await import('../assessments/judgement-page.js')).JudgementPage,
  },
  {
    path: ':referralId/assessments/new/check',
    title: 'Check the assessment',
    canActivate: [mustHave('assessment:create')],
    loadComponent: async () => (await import('../assessments/check-assessment-page.js')).CheckAssessmentPage,
  },
  {
    path: ':referralId/reviews/new',
    title: 'Record a review',
    canActivate: [mustHave('review:create')],
    loadComponent: async () => (await import('../outcomes/review-page.js')).ReviewPage,
  },
  {
    path: ':referralId/ehc-facts',
    title: 'EHC needs assessment: what really happened',
    canActivate: [mustHave('ehc_facts:record')],
    loadComponent: async () => (await import('../outcomes/ehc-facts-page.js')).EhcFactsPage,
  },
  {
    path: ':referralId/consent-history/withdraw',
    title: 'Record that consent is withdrawn',
    canActivate: [mustHave('consent:withdraw')],
    data: { kind: 'withdraw' },
    loadComponent: async () => (await import('../data-rights/consent/record-consent-page.js')).RecordConsentPage,
  },
  {
    path: ':referralId/consent-history/give',
    title: 'Record that consent is given',
    canActivate: [mustHave('consent:give')],
    data: { kind: 'give' },
    loadComponent: async () => (await import('../data-rights/consent/record-consent-page.js')).RecordConsentPage,
  },
  {
    path: ':referralId/documents/:documentId/replace',
    title: 'Upload a new version',
    canActivate: [mustHave('document:upload')],
    loadComponent: async () => (await import('../documents/replace-document-page.js')).ReplaceDocumentPage,
  },
  {
    path: ':referralId/documents/:documentId/remove',
    title: 'Remove a document',
    canActivate: [mustHave('document:remove')],
    loadComponent: async () => (await import('../documents/remove-document-page.js')).RemoveDocumentPage,
  },
  {
    path: ':referralId/print',
    title: 'The case on one page',
    canActivate: [mustHave('referral:export')],
    loadComponent: async () => (await import('./case/print-case-page.js')).PrintCasePage,
  },
  {
    path: ':referralId/consultations/new',
    title: 'Record a consultation',
    canActivate: [mustHave('consultation:record')],
    loadComponent: async () => (await import('../support-history/consultation-page.js')).ConsultationPage,
  },
  {
    path: ':referralId/consultations/:consultationId/change',
    title: 'Change a consultation',
    canActivate: [mustHave('consultation:change')],
    loadComponent: async () => (await import('../support-history/consultation-page.js')).ConsultationPage,
  },
  {
    path: ':referralId/agency-reports/new',
    title: 'Record a report',
    canActivate: [mustHave('agency_report:record')],
    loadComponent: async () => (await import('../support-history/agency-report-page.js')).AgencyReportPage,
  },
  {
    path: ':referralId/agency-reports/:agencyReportId/change',
    title: 'Change a report',
    canActivate: [mustHave('agency_report:change')],
    loadComponent: async () => (await import('../support-history/agency-report-page.js')).AgencyReportPage,
  },
  {
    path: ':referralId/notes/new',
    title: 'Write a note',
    canActivate: [mustHave('note:write')],
    loadComponent: async () => (await import('../notes/write-note-page.js')).WriteNotePage,
  },
  {
    path: ':referralId/notes/:noteId/correct',
    title: 'Correct a note',
    canActivate: [mustHave('note:correct')],
    loadComponent: async () => (await import('../notes/correct-note-page.js')).CorrectNotePage,
  },
  {
    path: ':referralId/case-tasks/new',
    title: 'Add a task',
    canActivate: [mustHave('case_task:create')],
    loadComponent: async () => (await import('../case-tasks/add-task-page.js')).AddTaskPage,
  },
  {
    path: ':referralId/case-tasks/:caseTaskId/change',
    title: 'Change a task',
    canActivate: [mustHave('case_task:change')],
    loadComponent: async () => (await import('../case-tasks/change-task-page.js')).ChangeTaskPage,
  },
  {
    path: ':referralId/corrections/new',
    title: 'Correct a fact of the child',
    canActivate: [mustHave('correction:decide')],
    loadComponent: async () =>
      (await import('../data-rights/corrections/decide-correction-page.js')).DecideCorrectionPage,
  },
  {
    path: ':referralId',
    loadComponent: async () => (await import('./case/case-page.js')).CasePage,
    children: [
      {
        path: '',
        title: 'Overview of the case',
        loadComponent: async () => (await import('./case/overview-page.js')).OverviewPage,
      },
      {
        path: 'referral',
        title: 'Referral',
        loadComponent: async () => (await import('./case/case-answers-page.js')).CaseAnswersPage,
      },
      {
        path: 'versions',
        title: 'Versions',
        canActivate: [mustHave('referral_version:read')],
        loadComponent: async () => (await import('./versions/versions-page.js')).VersionsPage,
      },
      {
        path: 'versions/differences',
        title: 'What is different',
        canActivate: [mustHave('referral_version:read')],
        loadComponent: async () => (await import('./versions/compare-versions-page.js')).CompareVersionsPage,
      },
      {
        path: 'assessments',
        title: 'Assessments of risk',
        loadComponent: async () => (await import('../assessments/assessment-list-page.js')).AssessmentListPage,
      },
      {
        path: 'reviews',
        title: 'Reviews and outcomes',
        loadComponent: async () => (await import('../outcomes/outcomes-page.js')).OutcomesPage,
      },
      {
        path: 'consent-history',
        title: 'Consent to share',
        canActivate: [mustHave('consent:read')],
        loadComponent: async () => (await import('../data-rights/consent/consent-history-page.js')).ConsentHistoryPage,
      },
      {
        path: 'documents',
        title: 'Documents',
        canActivate: [mustHave('document:list')],
        loadComponent: async () => (await import('../documents/documents-page.js')).DocumentsPage,
      },
      {
        path: 'corrections',
        title: 'Corrections',
        canActivate: [mustHave('correction:read')],
        loadComponent: async () => (await import('../data-rights/corrections/corrections-page.js')).CorrectionsPage,
      },
      {
        path: 'support-history',
        title: 'Support so far',
        canActivate: [mustHave('support_history:read')],
        loadComponent: async () => (await import('../support-history/support-history-page.js')).SupportHistoryPage,
      },
      {
        path: 'notes',
        title: 'Notes',
        canActivate: [mustHave('note:list')],
        loadComponent: async () => (await import('../notes/notes-page.js')).NotesPage,
      },
      {
        path: 'case-tasks',
        title: 'Tasks',
        canActivate: [mustHave('case_task:list')],
        loadComponent: async () => (await import('../case-tasks/case-tasks-page.js')).CaseTasksPage,
      },
      {
        path: 'timeline',
        title: 'Timeline',
        loadComponent: async () => (await import('./case/timeline-page.js')).TimelinePage,
      },
    ],
  },
];
