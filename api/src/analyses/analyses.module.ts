import { Module } from '@nestjs/common';

import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { AnalysesController } from './analyses.controller.js';
import { AnalysesRepository } from './analyses.repository.js';
import { AnalysesService } from './analyses.service.js';
import { AnalysisProcessor } from './analysis.processor.js';
import { CohortQuery } from './cohort.query.js';
import { ReconciliationService } from './reconciliation.service.js';

@Module({
  imports: [RateCardsModule],
  controllers: [AnalysesController],
  providers: [AnalysesRepository, CohortQuery, AnalysesService, AnalysisProcessor, ReconciliationService],
  exports: [AnalysesService, AnalysesRepository, AnalysisProcessor],
})
export class AnalysesModule {}
