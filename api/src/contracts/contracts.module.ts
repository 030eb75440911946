import { Module } from '@nestjs/common';

import { ContractLedgerQuery } from './contract-ledger.query.js';
import { ContractsController } from './contracts.controller.js';
import { ContractsRepository } from './contracts.repository.js';
import { ContractsService } from './contracts.service.js';

@Module({
  controllers: [ContractsController],
  providers: [ContractsRepository, ContractLedgerQuery, ContractsService],
  exports: [ContractsService],
})
export class ContractsModule {}
