import { Module } from '@nestjs/common';

import { DestroyRepository } from './destroy.repository.js';
import { LegalHoldsRepository } from './legal-holds.repository.js';
import { LegalHoldsService } from './legal-holds.service.js';
import { RetentionController } from './retention.controller.js';
import { RetentionRepository } from './retention.repository.js';
import { RetentionService } from './retention.service.js';
import { RetentionTask } from './retention.task.js';

/** How long records are kept, what stops their end, and the end itself. */
@Module({
  controllers: [RetentionController],
  providers: [
    RetentionRepository,
    DestroyRepository,
    LegalHoldsRepository,
    RetentionService,
    LegalHoldsService,
    RetentionTask,
  ],
  exports: [RetentionService],
})
export class RetentionModule {}
