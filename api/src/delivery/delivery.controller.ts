import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Allocation } from '../allocations/allocation.dto.js';
import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { RecordDeliverySession } from './delivery.dto.js';
import { DeliveryService } from './delivery.service.js';

@ApiTags('delivery')
@Controller('allocations/:allocationId')
export class DeliveryController {
  constructor(private readonly delivery: DeliveryService) {}

  @Post('delivery-sessions')
  @Requires('allocation:deliver')
  @Audited('allocation.session_recorded')
  @ApiCreatedResponse({ type: Allocation })
  recordDeliverySession(
    @CurrentActor() actor: Actor,
    @Id('allocationId') allocationId: string,
    @IdempotencyKey() key: string,
    @Body() body: RecordDeliverySession,
  ): Promise<Allocation> {
    return this.delivery.recordSession(actor, allocationId, key, body);
  }

  @Post('complete')
  @HttpCode(200)
  @Requires('allocation:deliver')
  @Audited('allocation.completed')
  @ApiOkResponse({ type: Allocation })
  completeAllocation(
    @CurrentActor() actor: Actor,
    @Id('allocationId') allocationId: string,
    @IfMatch() version: number,
  ): Promise<Allocation> {
    return this.delivery.complete(actor, allocationId, version);
  }
}
