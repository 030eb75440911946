import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';

import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { PasswordsModule } from './auth/passwords.module.js';
import { Clock } from './common/clock.js';
import { CommonModule } from './common/common.module.js';
import { ProblemFilter } from './common/problem.filter.js';
import { validationPipe } from './common/validation.js';
import { VersionInterceptor } from './common/version.interceptor.js';
import type { Environment } from './config/environment.js';
import { DatabaseModule } from './database/database.module.js';
import { entities } from './database/entities.js';
import { AccessRequestsModule } from './access-requests/access-requests.module.js';
import { AllocationsModule } from './allocations/allocations.module.js';
import { AnalysesModule } from './analyses/analyses.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { ConsentModule } from './consent/consent.module.js';
import { CorrectionsModule } from './corrections/corrections.module.js';
import { CaseFilesModule } from './case-files/case-files.module.js';
import { CaseTasksModule } from './case-tasks/case-tasks.module.js';
import { ContactDetailsModule } from './contact-details/contact-details.module.js';
import { ContractsModule } from './contracts/contracts.module.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { FormDraftsModule } from './form-drafts/form-drafts.module.js';
import { GettingStartedModule } from './getting-started/getting-started.module.js';
import { HealthModule } from './health/health.module.js';
import { EmergencyAccessesModule } from './emergency-accesses/emergency-accesses.module.js';
import { HomeModule } from './home/home.module.js';
import { IdentityProvidersModule } from './identity-providers/identity-providers.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { MailModule } from './mail/mail.module.js';
import { NotesModule } from './notes/notes.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OutcomesModule } from './outcomes/outcomes.module.js';
import { PanelsModule } from './panels/panels.module.js';
import { RateCardsModule } from './rate-cards/rate-cards.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ChildRecordsModule } from './child-records/child-records.module.js';
import { ChildrenModule } from './children/children.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { ReferralsModule } from './referrals/referrals.module.js';
import { SchoolImportsModule } from './school-imports/school-imports.module.js';
import { SchoolsModule } from './schools/schools.module.js';
import { ToolkitModule } from './toolkit/toolkit.module.js';
import { TriageModule } from './triage/triage.module.js';
import { SupportHistoryModule } from './support-history/support-history.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { UsersModule } from './users/users.module.js';

/** In reading order: a feature may call the services of features to its left, never back. */
export const features = [
  SchoolsModule,
  SchoolImportsModule,
  UsersModule,
  IdentityProvidersModule,
  AccountsModule,
  NotificationsModule,
  ChildrenModule,
  ReferralsModule,
  ToolkitModule,
  TriageModule,
  ChildRecordsModule,
  DocumentsModule,
  ConsentModule,
  CorrectionsModule,
  RateCardsModule,
  AssessmentsModule,
  ContractsModule,
  AllocationsModule,
  FormDraftsModule,
  PanelsModule,
  DeliveryModule,
  OutcomesModule,
  NotesModule,
  CaseTasksModule,
  SupportHistoryModule,
  CaseFilesModule,
  AnalysesModule,
  ReportsModule,
  AccessRequestsModule,
  RetentionModule,
  EmergencyAccessesModule,
  ContactDetailsModule,
  HomeModule,
  GettingStartedModule,
];

@Module({})
export class AppModule {
  static with(environment: Environment, clock: Clock = new Clock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CommonModule.with(environment, clock),
        DatabaseModule.with(entities),
        AuditModule,
        AuthModule,
        PasswordsModule,
        JobsModule,
        HealthModule,
        MailModule,
        ...features,
        ...(environment.isDemo ? [DemoModule] : []),
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_INTERCEPTOR, useClass: VersionInterceptor },
      ],
    };
  }
}
