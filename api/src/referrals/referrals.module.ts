import { Module } from '@nestjs/common';

import { ChildrenModule } from '../children/children.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { ReferralDraftsService } from './referral-drafts.service.js';
import { ReferralListQuery } from './referral-list.query.js';
import { ReferralListService } from './referral-list.service.js';
import { ReferralsController } from './referrals.controller.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';

@Module({
  imports: [SchoolsModule, ChildrenModule],
  controllers: [ReferralsController],
  providers: [ReferralsRepository, ReferralListQuery, ReferralsService, ReferralDraftsService, ReferralListService],
  exports: [ReferralsService, ReferralsRepository],
})
export class ReferralsModule {}
