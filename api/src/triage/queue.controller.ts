import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, AuditedWhen, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { IdempotencyKey } from '../common/versions.js';
import {
  AcceptCases,
  AssignCases,
  Coordinators,
  MarkCasesUrgent,
  QueueActionResults,
  QueuePage,
  QueueParameters,
  SearchQueue,
} from './queue.dto.js';
import { QueueActionsService } from './queue-actions.service.js';
import { QueueService } from './queue.service.js';

@ApiTags('queue')
@Controller('queue')
export class QueueController {
  constructor(
    private readonly queue: QueueService,
    private readonly actions: QueueActionsService,
  ) {}

  @Get()
  @Requires('queue:list')
  @NotAudited('leafing through the queue opens no case; who looks for somebody by name asks by POST')
  @ApiOkResponse({ type: QueuePage })
  listQueue(@CurrentActor() actor: Actor, @Query() parameters: QueueParameters): Promise<QueuePage> {
    return this.queue.list(actor, parameters);
  }

  /** A read by POST: what is searched for may be a child's name, which must not stand in an address. */
  @Post('search')
  @HttpCode(200)
  @Requires('queue:list')
  @Audited('referral.searched')
  @ApiOkResponse({ type: QueuePage })
  searchQueue(@CurrentActor() actor: Actor, @Body() body: SearchQueue): Promise<QueuePage> {
    return this.queue.search(actor, body);
  }

  @Get('coordinators')
  @Requires('queue:list')
  @NotAudited('names of colleagues to whom a case can be given')
  @ApiOkResponse({ type: Coordinators })
  listCoordinators(@CurrentActor() actor: Actor): Promise<Coordinators> {
    return this.queue.coordinators(actor);
  }

  /** All of it is one transaction: each case is done, or stays as it is and the answer says why. */
  @Post('assign')
  @HttpCode(200)
  @Requires('referral:assign')
  @AuditedWhen('a case changed hands', 'referral.assigned', 'referral.unassigned')
  @ApiOkResponse({ type: QueueActionResults })
  assignCases(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: AssignCases,
  ): Promise<QueueActionResults> {
    return this.actions.assign(actor, key, body);
  }

  @Post('accept')
  @HttpCode(200)
  @Requires('referral:accept')
  @AuditedWhen('at least one could be accepted', 'referral.accepted')
  @ApiOkResponse({ type: QueueActionResults })
  acceptCases(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: AcceptCases,
  ): Promise<QueueActionResults> {
    return this.actions.accept(actor, key, body);
  }

  @Post('mark-urgent')
  @HttpCode(200)
  @Requires('referral:mark_urgent')
  @AuditedWhen('a case changed', 'referral.marked_urgent', 'referral.unmarked_urgent')
  @ApiOkResponse({ type: QueueActionResults })
  markCasesUrgent(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: MarkCasesUrgent,
  ): Promise<QueueActionResults> {
    return this.actions.markUrgent(actor, key, body);
  }
}
