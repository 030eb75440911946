export { type Move, type Refusal, type StatusDisplay, type TagColour, type Transition } from './moves.js';
export { isRole, type Role, roleLabel, ROLES } from './roles.js';
export {
  canEditReferral,
  isReferralOpen,
  isReferralStatus,
  REFERRAL_STATUSES,
  type ReferralStatus,
} from './referral-statuses.js';
export {
  availableReferralVerbs,
  mayDoReferralVerb,
  moveReferral,
  REFERRAL_TRANSITIONS,
  REFERRAL_VERBS,
  referralStatusDisplay,
  REOPEN_WITHIN_DAYS,
  type ReferralVerb,
  type ReferralVerbFacts,
} from './referral-states.js';
export { decidableOutcomes, referralStatusAfterDecision } from './referral-decisions.js';
export { isNextStepOverdue, type NextStep, type NextStepDates, referralNextStep } from './referral-next-step.js';
export {
  availablePanelVerbs,
  canEditAgenda,
  canRecordDecisions,
  mayDoPanelVerb,
  movePanel,
  PANEL_STATUSES,
  PANEL_TRANSITIONS,
  PANEL_VERBS,
  type PanelStatus,
  panelStatusDisplay,
  type PanelVerb,
  type PanelVerbFacts,
} from './panel-states.js';
export {
  ALLOCATION_STATUSES,
  ALLOCATION_TRANSITIONS,
  ALLOCATION_VERBS,
  type AllocationStatus,
  allocationStatusDisplay,
  type AllocationVerb,
  type AllocationVerbFacts,
  availableAllocationVerbs,
  isAllocationOpen,
  mayDoAllocationVerb,
  moveAllocation,
  unitsTaken,
} from './allocation-states.js';
export {
  ANALYSIS_STATUSES,
  ANALYSIS_TRANSITIONS,
  ANALYSIS_VERBS,
  type AnalysisStatus,
  analysisStatusDisplay,
  type AnalysisVerb,
  type AnalysisVerbFacts,
  availableAnalysisVerbs,
  isAnalysisFinished,
  mayDoAnalysisVerb,
  moveAnalysis,
} from './analysis-states.js';
export {
  availableSchoolImportVerbs,
  isSchoolImportUnderWay,
  moveSchoolImport,
  SCHOOL_IMPORT_STATUSES,
  SCHOOL_IMPORT_TRANSITIONS,
  SCHOOL_IMPORT_UNDO_HOURS,
  SCHOOL_IMPORT_VERBS,
  type SchoolImportStatus,
  schoolImportStatusDisplay,
  type SchoolImportVerb,
  type SchoolImportVerbFacts,
} from './school-import-states.js';
export {
  availableReportVerbs,
  mayDoReportVerb,
  moveReport,
  REPORT_STATUSES,
  REPORT_TRANSITIONS,
  REPORT_VERBS,
  type ReportStatus,
  reportStatusDisplay,
  type ReportVerb,
  type ReportVerbFacts,
} from './report-states.js';
export {
  DECISION_OUTCOMES,
  decisionAllocates,
  type DecisionFacts,
  decisionNeedsDeclineReason,
  type DecisionOutcome,
  decisionOutcomeLabel,
  findDecisionProblems,
  isDecisionOutcome,
  PANEL_DECISION_OUTCOMES,
  REVIEW_DECISION_OUTCOMES,
  STATUTORY_ROUTE_NOTICE,
} from './decisions.js';
export {
  DECLINE_REASONS,
  type DeclineReason,
  declineReasonLabel,
  declineReasonNextSteps,
  isDeclineReason,
} from './decline-reasons.js';
export {
  type ChildIdentity,
  DUPLICATE_GROUNDS,
  type DuplicateGround,
  duplicateGroundLabel,
  duplicateGrounds,
  findDuplicateReason,
  groundsToSuggest,
} from './duplicate-children.js';
export {
  isOutcomeCategory,
  OUTCOME_CATEGORIES,
  type OutcomeCategory,
  outcomeCategoryLabel,
} from './outcome-categories.js';
export {
  firstReviewOn,
  PANEL_DATE_DEFAULTS,
  papersCloseOn,
  papersPublishedOn,
  schoolInformedBy,
  triageDueOn,
} from './panel-dates.js';
export {
  type AnswerField,
  type AnswerFields,
  type AnswerKind,
  type AnswerList,
  type AnswerSection,
  longestAnswer,
  LONG_TEXT_MAX,
  SHORT_TEXT_MAX,
} from './answers/field.js';
export {
  type AgencyAnswers,
  allAnswerFields,
  answerList,
  answerSection,
  type AttendanceAnswers,
  type ConsentAnswers,
  type ContactAnswers,
  type CycleAnswers,
  type FamilyAnswers,
  type FieldOfSection,
  type FlagsAnswers,
  type GoalAnswers,
  type GraduatedResponseAnswers,
  isReferralSection,
  type MeasuresAnswers,
  type NeedsAnswers,
  type PupilAnswers,
  REFERRAL_SECTIONS,
  type ReferralAnswers,
  type ReferralSection,
  referralSectionLabel,
  type RequestAnswers,
  type SdqAnswers,
  type VoiceAnswers,
} from './answers/sections.js';
export { CONSENT_METHODS, type ConsentMethod, consentMethodLabel, isConsentMethod } from './answers/consent.js';
export { CYCLES_MAX, CYCLES_MIN } from './answers/graduated-response.js';
export { ATTAINMENT_CODES, GOALS_MAX, SDQ_AGE_FORMS, SDQ_BANDINGS, SDQ_INFORMANTS } from './answers/measures.js';
export { SUPPORT_CODES } from './answers/request.js';
export {
  type AnswerEntry,
  type AnswerRecord,
  emptyAnswers,
  emptyEntry,
  emptyReferralAnswers,
  isBlankEntry,
  readAnswers,
  readReferralAnswers,
  toAnswerRecord,
} from './answers/read-answers.js';
export { type ComparedVersions, lastChangeOf, type SectionChanges } from './answer-authors.js';
export { type AnswerDifference, answerDifferences, answersFingerprint } from './answer-differences.js';
export { type AnswerBlock, answerBlocks, type AnswerLine, answerText } from './answers/answer-text.js';
export {
  type AnswerConflict,
  answerAt,
  type AnswersOfTwo,
  type AnswerValue,
  changedPaths,
  isSameAnswer,
  mergeAnswers,
  type MergedAnswers,
  withAnswerAt,
} from './answers/merge-answers.js';
export { answeredPaths, carriedOverAnswers } from './answers/carried-over.js';
export { answersForCaseworkersOnly, withoutAnswersForCaseworkers } from './answers/hidden-answers.js';
export { isAsked } from './answers/is-asked.js';
export { type MeasureFacts, measureFacts, type SdqFacts } from './measure-facts.js';
export { RECEIPT_CHANNELS, type ReceiptChannel, receiptChannelLabel } from './receipts.js';
export {
  SIGN_OFF_FORM_STATEMENT,
  SIGN_OFF_LINK_DAYS,
  SIGN_OFF_REMINDER_WORKING_DAYS,
  signOffRemindersDue,
  SIGN_OFF_STATEMENT,
  SIGN_OFF_STATES,
  SIGN_OFF_STATUSES,
  SIGN_OFF_WAYS,
  SIGN_OFF_WHY,
  type SignOffFacts,
  signOffRefusal,
  type SignOffState,
  signOffState,
  type SignOffStatus,
  type SignOffWay,
} from './sign-off.js';
export { type ReferralGap } from './gaps/gap.js';
export { findReferralGaps, isSectionComplete } from './referral-gaps.js';
export { type CycleFacts, type ReferralFacts, type ReferralFactsResult, toReferralFacts } from './referral-facts.js';
export {
  canChangeDocuments,
  cleanFileName,
  DOCUMENT_KINDS,
  DOCUMENT_MAX_BYTES,
  DOCUMENT_NAME_MAX,
  DOCUMENT_VERSIONS_MAX,
  type DocumentKind,
  documentKindOfName,
  DOCUMENTS_MAX,
  fileSizeText,
  findDocumentProblem,
  mediaTypeOf,
  SCAN_STATUSES,
  type ScanStatus,
  scanStatusDisplay,
} from './documents.js';
export {
  accessRequestDue,
  MONTHS_MORE_WHEN_COMPLEX,
  MONTHS_TO_ANSWER,
  nextWorkingDay,
  type AccessRequestDates,
  type AccessRequestDue,
  type ClockPause,
  type DueStep,
  type DueStepKind,
} from './data-rights/access-request-due.js';
export {
  CONSENT_CHANNELS,
  consentState,
  hasConsentEnded,
  sharingGroupLabel,
  SHARING_GROUPS,
  type ConsentEvent,
  type ConsentState,
  type FirstConsent,
  type SharingGroup,
} from './data-rights/consent.js';
export {
  canDestroy,
  classOfCase,
  DEFAULT_RETENTION,
  defaultRetentionRule,
  draftExpiry,
  DRAFT_WARNING_DAYS,
  isRecordClass,
  RECORD_CLASSES,
  recordClassLabel,
  retentionEnd,
  retentionPeriodProblem,
  RETENTION_STARTS,
  type CaseFacts,
  type DestructionFacts,
  type KeptReason,
  type RecordClass,
  type RetentionRule,
  type RetentionStart,
} from './data-rights/retention.js';
export {
  canCorrectNote,
  NOTE_CORRECTION_HOURS,
  NOTE_VISIBILITIES,
  NOTE_VISIBILITIES_OF_PROVIDER,
  noteVisibilitiesOf,
  type NoteVisibility,
  noteVisibilityLabel,
} from './case-file/notes.js';
export { nextActor } from './case-file/next-actor.js';
export {
  AGENCIES,
  type Agency,
  agencyLabel,
  CONSULTATION_TIMES,
  type ConsultationTime,
  consultationTimeLabel,
  inTimeOrder,
  type SupportEntry,
  supportOfReferral,
} from './case-file/support-history.js';
export {
  CASE_TASK_ROLES,
  type CaseTaskRole,
  effectiveDueOn,
  latestOverdueDate,
  workingDaysOverdue,
} from './case-file/case-tasks.js';
export { isReferenceSearch } from './reference-search.js';
export {
  NOTIFICATION_DELIVERIES,
  NOTIFICATION_TOPICS,
  type NotificationDelivery,
  type NotificationTopic,
  type NotificationTopicWords,
  notificationTopicsOf,
  notificationTopicWords,
} from './notification-topics.js';
export * from './triage/index.js';
