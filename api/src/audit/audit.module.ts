import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';

import { AccessRefusals } from './access-refusals.service.js';
import { AuditChainQuery } from './audit-chain.query.js';
import { AuditChainService } from './audit-chain.service.js';
import { AuditVerificationsRepository } from './audit-verifications.repository.js';
import { AuditEventsController } from './audit-events.controller.js';
import { AuditEventsRepository } from './audit-events.repository.js';
import { AuditEventsService } from './audit-events.service.js';
import { AuditExportService } from './audit-export.service.js';
import { AuditInterceptor } from './audit.interceptor.js';
import { AuditService } from './audit.service.js';

@Global()
@Module({
  controllers: [AuditEventsController],
  providers: [
    AccessRefusals,
    AuditChainQuery,
    AuditChainService,
    AuditEventsRepository,
    AuditEventsService,
    AuditExportService,
    AuditService,
    AuditVerificationsRepository,
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
  ],
  exports: [AccessRefusals, AuditChainService, AuditService, AuditEventsRepository],
})
export class AuditModule {}
