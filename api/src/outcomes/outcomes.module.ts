import { Module } from '@nestjs/common';

import { ReferralsModule } from '../referrals/referrals.module.js';
import { OutcomesController } from './outcomes.controller.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { OutcomesService } from './outcomes.service.js';

@Module({
  imports: [ReferralsModule],
  controllers: [OutcomesController],
  providers: [OutcomesRepository, OutcomesService],
  exports: [OutcomesService],
})
export class OutcomesModule {}
