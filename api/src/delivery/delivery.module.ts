import { Module } from '@nestjs/common';

import { AllocationsModule } from '../allocations/allocations.module.js';
import { ContractsModule } from '../contracts/contracts.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { DeliveryController } from './delivery.controller.js';
import { DeliveryRepository } from './delivery.repository.js';
import { DeliveryService } from './delivery.service.js';

@Module({
  imports: [ReferralsModule, ContractsModule, AllocationsModule],
  controllers: [DeliveryController],
  providers: [DeliveryRepository, DeliveryService],
})
export class DeliveryModule {}
