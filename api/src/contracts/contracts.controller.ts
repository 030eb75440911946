import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { Contract, ContractList } from './contract.dto.js';
import { ContractsService } from './contracts.service.js';

@ApiTags('contracts')
@Controller('contracts')
export class ContractsController {
  constructor(private readonly contracts: ContractsService) {}

  @Get()
  @Requires('contract:list')
  @NotAudited('money and capacity; no child')
  @ApiOkResponse({ type: ContractList })
  listContracts(@CurrentActor() actor: Actor): Promise<ContractList> {
    return this.contracts.list(actor);
  }

  @Get(':contractId')
  @Requires('contract:read')
  @NotAudited('money and capacity; cases by reference only')
  @ApiOkResponse({ type: Contract })
  readContract(@CurrentActor() actor: Actor, @Id('contractId') contractId: string): Promise<Contract> {
    return this.contracts.read(actor, contractId);
  }
}
