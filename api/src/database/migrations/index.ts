import { AuthoritiesAndPeople } from './0001-authorities-and-people.js';
import { AuditAndIdempotency } from './0002-audit-and-idempotency.js';
import { ChildrenAndReferrals } from './0003-children-and-referrals.js';
import { RateCardsAndAssessments } from './0004-rate-cards-and-assessments.js';
import { ContractsPanelsAllocations } from './0005-contracts-panels-allocations.js';
import { Outcomes } from './0006-outcomes.js';
import { AnalysesAndReports } from './0007-analyses-and-reports.js';
import { RowLevelSecurity } from './0008-row-level-security.js';
import { OutboxMails } from './0010-outbox-mails.js';
import { Accounts } from './0011-accounts.js';
import { SignIn } from './0020-sign-in.js';
import { IdentityProviders } from './0030-identity-providers.js';
import { AuditChain } from './0040-audit-chain.js';
import { AuditVerifications } from './0041-audit-verifications.js';
import { EmergencyAccesses } from './0042-emergency-accesses.js';
import { ConsentEvents } from './0050-consent-events.js';
import { AccessRequests } from './0051-access-requests.js';
import { Retention } from './0052-retention.js';
import { Corrections } from './0053-corrections.js';
import { EmergencyAccessesGoWithTheirCase } from './0054-emergency-accesses-go-with-their-case.js';
import { AccessPackDocuments } from './0055-access-pack-documents.js';
import { Documents } from './0060-documents.js';
import { Notes } from './0090-notes.js';
import { CaseTasks } from './0091-case-tasks.js';
import { ReferralVersions } from './0075-referral-versions.js';
import { Notifications } from './0095-notifications.js';
import { AgencyReportsGoWithTheirDocument } from './0096-agency-reports-go-with-their-document.js';
import { WholeReferrals } from './0070-whole-referrals.js';
import { Triage } from './0080-triage.js';
import { Toolkit } from './0081-toolkit.js';
import { ReturnItemsAndSignposts } from './0082-return-items-and-signposts.js';
import { CountsByIndex } from './0083-counts-by-index.js';
import { ContactDetailsAndGettingStarted } from './0098-contact-details-and-getting-started.js';
import { SignOffs } from './0076-sign-offs.js';
import { ReferralReceipts } from './0077-referral-receipts.js';
import { ReferralCopies } from './0078-referral-copies.js';
import { SchoolRegister } from './0085-school-register.js';
import { SchoolImports } from './0086-school-imports.js';
import { ChildRecords } from './0087-child-records.js';
import { AssessmentDrafts } from './0092-assessment-drafts.js';
import { SupportHistory } from './0093-support-history.js';
import { ReferralSectionWriters } from './0071-referral-section-writers.js';
import { CopiedAnswers } from './0072-copied-answers.js';
import { ReturnedVersions } from './0100-returned-versions.js';
import { AnswerAuthors } from './0101-answer-authors.js';
import { ToldApartChildren } from './0102-told-apart-children.js';
import { FormDrafts } from './0110-form-drafts.js';
import { EarlierSupport } from './0111-earlier-support.js';
import { DestroyedReferralCounts } from './0112-destroyed-referral-counts.js';
import { SignOffReminders } from './0113-sign-off-reminders.js';
import { NotesOfProvidersAndServiceIdentity } from './0114-notes-of-providers-and-service-identity.js';

/** In the order in which they run. Listed by hand: what is not here does not run. */
export const migrations = [
  AuthoritiesAndPeople,
  AuditAndIdempotency,
  ChildrenAndReferrals,
  RateCardsAndAssessments,
  ContractsPanelsAllocations,
  Outcomes,
  AnalysesAndReports,
  RowLevelSecurity,
  OutboxMails,
  Accounts,
  SignIn,
  IdentityProviders,
  AuditChain,
  AuditVerifications,
  EmergencyAccesses,
  ConsentEvents,
  AccessRequests,
  Retention,
  Corrections,
  EmergencyAccessesGoWithTheirCase,
  Documents,
  AccessPackDocuments,
  Notes,
  CaseTasks,
  ReferralVersions,
  Notifications,
  WholeReferrals,
  Triage,
  Toolkit,
  ReturnItemsAndSignposts,
  CountsByIndex,
  ContactDetailsAndGettingStarted,
  SignOffs,
  ReferralReceipts,
  ReferralCopies,
  SchoolRegister,
  SchoolImports,
  ChildRecords,
  AssessmentDrafts,
  SupportHistory,
  ReferralSectionWriters,
  CopiedAnswers,
  AgencyReportsGoWithTheirDocument,
  ReturnedVersions,
  AnswerAuthors,
  ToldApartChildren,
  FormDrafts,
  EarlierSupport,
  DestroyedReferralCounts,
  SignOffReminders,
  NotesOfProvidersAndServiceIdentity,
];
