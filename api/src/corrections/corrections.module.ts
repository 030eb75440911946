import { Module } from '@nestjs/common';

import { ReferralsModule } from '../referrals/referrals.module.js';
import { CorrectionsController } from './corrections.controller.js';
import { CorrectionsRepository } from './corrections.repository.js';
import { CorrectionsService } from './corrections.service.js';

/** Facts of a child put right on request. */
@Module({
  imports: [ReferralsModule],
  controllers: [CorrectionsController],
  providers: [CorrectionsRepository, CorrectionsService],
})
export class CorrectionsModule {}
