import { Module } from '@nestjs/common';

import { ContractsModule } from '../contracts/contracts.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { AllocationViewQuery } from './allocation-view.query.js';
import { AllocationsController } from './allocations.controller.js';
import { AllocationsRepository } from './allocations.repository.js';
import { AllocationsService } from './allocations.service.js';

@Module({
  imports: [ReferralsModule, ContractsModule],
  controllers: [AllocationsController],
  providers: [AllocationsRepository, AllocationViewQuery, AllocationsService],
  exports: [AllocationsService, AllocationsRepository, AllocationViewQuery],
})
export class AllocationsModule {}
