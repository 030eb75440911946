import { AuditEventEntity } from '../audit/audit-event.entity.js';
import { UserEntity } from '../auth/user.entity.js';
import { FederatedIdentityEntity } from '../identity-providers/federated-identity.entity.js';
import { IdentityProviderEntity } from '../identity-providers/identity-provider.entity.js';
import { ProviderStartEntity } from '../identity-providers/provider-start.entity.js';
import { RoleRuleEntity } from '../identity-providers/role-rule.entity.js';
import { AllocationEntity } from '../allocations/allocation.entity.js';
import { AnalysisRunEntity } from '../analyses/analysis-run.entity.js';
import { AssessmentEntity } from '../assessments/assessment.entity.js';
import { CommitmentEntryEntity } from '../contracts/commitment-entry.entity.js';
import { ContractEntity } from '../contracts/contract.entity.js';
import { EhcFactsEntity } from '../outcomes/ehc-facts.entity.js';
import { AgendaItemEntity } from '../panels/agenda-item.entity.js';
import { DecisionEntity } from '../panels/decision.entity.js';
import { PanelEntity } from '../panels/panel.entity.js';
import { RateCardEntity } from '../rate-cards/rate-card.entity.js';
import { ReportEntity } from '../reports/report.entity.js';
import { ReviewEntity } from '../outcomes/review.entity.js';
import { ChildEntity } from '../children/child.entity.js';
import { ReferralEntity } from '../referrals/referral.entity.js';
import { ReferralSectionEntity } from '../referrals/referral-section.entity.js';
import { DocumentEntity } from '../documents/document.entity.js';
import { DocumentVersionEntity } from '../documents/document-version.entity.js';
import { SchoolEntity } from '../schools/school.entity.js';

/** Every table that TypeORM knows. Listed by hand: no globs. */
export const entities = [
  UserEntity,
  AuditEventEntity,
  SchoolEntity,
  IdentityProviderEntity,
  RoleRuleEntity,
  FederatedIdentityEntity,
  ProviderStartEntity,
  ChildEntity,
  ReferralEntity,
  ReferralSectionEntity,
  DocumentEntity,
  DocumentVersionEntity,
  RateCardEntity,
  AssessmentEntity,
  ContractEntity,
  CommitmentEntryEntity,
  AllocationEntity,
  PanelEntity,
  AgendaItemEntity,
  DecisionEntity,
  ReviewEntity,
  EhcFactsEntity,
  AnalysisRunEntity,
  ReportEntity,
];
