import { Module } from '@nestjs/common';

import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { AssessmentDraftsRepository } from './assessment-drafts.repository.js';
import { AssessmentDraftsService } from './assessment-drafts.service.js';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { AssessmentsService } from './assessments.service.js';

@Module({
  imports: [RateCardsModule, ReferralsModule],
  controllers: [AssessmentsController],
  providers: [AssessmentsRepository, AssessmentDraftsRepository, AssessmentsService, AssessmentDraftsService],
  exports: [AssessmentsService],
})
export class AssessmentsModule {}
