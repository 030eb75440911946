import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey } from '../common/versions.js';
import { TellApart, ToldApartList } from './told-apart.dto.js';
import { ToldApartService } from './told-apart.service.js';

@ApiTags('told-apart')
@Controller()
export class ToldApartController {
  constructor(private readonly toldApart: ToldApartService) {}

  @Get('children/:childId/told-apart')
  @Requires('child:merge')
  @Audited('child.duplicates_listed')
  @ApiOkResponse({ type: ToldApartList })
  listToldApart(@CurrentActor() actor: Actor, @Id('childId') childId: string): Promise<ToldApartList> {
    return this.toldApart.list(actor, childId);
  }

  @Post('children/:childId/told-apart')
  @Requires('child:merge')
  @Audited('child.told_apart')
  @ApiCreatedResponse({ type: ToldApartList })
  tellApart(
    @CurrentActor() actor: Actor,
    @Id('childId') childId: string,
    @IdempotencyKey() key: string,
    @Body() body: TellApart,
  ): Promise<ToldApartList> {
    return this.toldApart.tell(actor, childId, key, body);
  }

  @Post('told-apart/:toldApartId/undo')
  @HttpCode(204)
  @Requires('child:merge')
  @Audited('child.told_apart_undone')
  @ApiNoContentResponse()
  undoTellingApart(@CurrentActor() actor: Actor, @Id('toldApartId') toldApartId: string): Promise<void> {
    return this.toldApart.undo(actor, toldApartId);
  }
}
