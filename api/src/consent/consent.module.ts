import { Module } from '@nestjs/common';

import { ReferralsModule } from '../referrals/referrals.module.js';
import { ConsentExpiryTask } from './consent-expiry.task.js';
import { ConsentController } from './consent.controller.js';
import { ConsentRepository } from './consent.repository.js';
import { ConsentService } from './consent.service.js';

/** What a family says about sharing once the referral is sent. */
@Module({
  imports: [ReferralsModule],
  controllers: [ConsentController],
  providers: [ConsentRepository, ConsentService, ConsentExpiryTask],
})
export class ConsentModule {}
