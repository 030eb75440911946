import { Module } from '@nestjs/common';

import { AnalysesModule } from '../analyses/analyses.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { DemoDocumentsService } from './demo-documents.service.js';
import { UsersModule } from '../users/users.module.js';
import { DemoInvitationService } from './demo-invitation.service.js';
import { DemoReportService } from './demo-report.service.js';
import { DemoRepository } from './demo.repository.js';
import { DemoService } from './demo.service.js';

/** Loaded only where the environment says demo; production refuses that. */
@Module({
  imports: [AnalysesModule, DocumentsModule, ReportsModule, UsersModule],
  providers: [DemoRepository, DemoService, DemoInvitationService, DemoReportService, DemoDocumentsService],
})
export class DemoModule {}
