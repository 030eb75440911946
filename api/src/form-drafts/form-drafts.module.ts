import { Module } from '@nestjs/common';

import { AllocationsModule } from '../allocations/allocations.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { AllocationFormDraftsController } from './allocation-form-drafts.controller.js';
import { FormDraftsController } from './form-drafts.controller.js';
import { FormDraftsRepository } from './form-drafts.repository.js';
import { FormDraftsService } from './form-drafts.service.js';

@Module({
  imports: [ReferralsModule, AllocationsModule],
  controllers: [FormDraftsController, AllocationFormDraftsController],
  providers: [FormDraftsRepository, FormDraftsService],
})
export class FormDraftsModule {}
