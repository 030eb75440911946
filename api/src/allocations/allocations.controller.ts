import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IfMatch } from '../common/versions.js';
import { Allocation, AllocationList, DeclineAllocation } from './allocation.dto.js';
import { AllocationsService } from './allocations.service.js';

@ApiTags('allocations')
@Controller('allocations')
export class AllocationsController {
  constructor(private readonly allocations: AllocationsService) {}

  @Get()
  @Requires('allocation:list')
  @Audited('allocation.viewed')
  @ApiOkResponse({ type: AllocationList })
  listAllocations(@CurrentActor() actor: Actor): Promise<AllocationList> {
    return this.allocations.list(actor);
  }

  @Get(':allocationId')
  @Requires('allocation:read')
  @Audited('allocation.viewed')
  @ApiOkResponse({ type: Allocation })
  readAllocation(@CurrentActor() actor: Actor, @Id('allocationId') allocationId: string): Promise<Allocation> {
    return this.allocations.read(actor, allocationId);
  }

  @Post(':allocationId/accept')
  @HttpCode(200)
  @Requires('allocation:accept')
  @Audited('allocation.accepted')
  @ApiOkResponse({ type: Allocation })
  acceptAllocation(
    @CurrentActor() actor: Actor,
    @Id('allocationId') allocationId: string,
    @IfMatch() version: number,
  ): Promise<Allocation> {
    return this.allocations.accept(actor, allocationId, version);
  }

  @Post(':allocationId/decline')
  @HttpCode(200)
  @Requires('allocation:decline')
  @Audited('allocation.declined_by_provider')
  @ApiOkResponse({ type: Allocation })
  declineAllocation(
    @CurrentActor() actor: Actor,
    @Id('allocationId') allocationId: string,
    @IfMatch() version: number,
    @Body() body: DeclineAllocation,
  ): Promise<Allocation> {
    return this.allocations.decline(actor, allocationId, version, body.reason);
  }
}
