import { Module } from '@nestjs/common';

import { ReferralsModule } from '../referrals/referrals.module.js';
import { EarlierSupportRepository } from './earlier-support.repository.js';
import { SupportHistoryController } from './support-history.controller.js';
import { SupportHistoryRepository } from './support-history.repository.js';
import { SupportHistoryService } from './support-history.service.js';

@Module({
  imports: [ReferralsModule],
  controllers: [SupportHistoryController],
  providers: [SupportHistoryRepository, EarlierSupportRepository, SupportHistoryService],
  exports: [SupportHistoryService],
})
export class SupportHistoryModule {}
