import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import {
  ChildList,
  ChildRecord,
  DuplicateList,
  LinkSibling,
  MoveChild,
  SearchChildren,
  SetNcYear,
} from './child-record.dto.js';
import { ChildRecordsService } from './child-records.service.js';
import { DuplicatesService } from './duplicates.service.js';

@ApiTags('children')
@Controller()
export class ChildRecordsController {
  constructor(
    private readonly records: ChildRecordsService,
    private readonly duplicates: DuplicatesService,
  ) {}

  /** A read by POST: what is searched for is a child's name or UPN, which must not stand in an address. */
  @Post('children/search')
  @HttpCode(200)
  @Requires('child:list')
  @Audited('child.searched')
  @ApiOkResponse({ type: ChildList })
  searchChildren(@CurrentActor() actor: Actor, @Body() body: SearchChildren): Promise<ChildList> {
    return this.records.search(actor, body.search);
  }

  @Get('child-duplicates')
  @Requires('child:merge')
  @Audited('child.duplicates_listed')
  @ApiOkResponse({ type: DuplicateList })
  listDuplicates(@CurrentActor() actor: Actor): Promise<DuplicateList> {
    return this.duplicates.list(actor);
  }

  @Get('children/:childId')
  @Requires('child:read')
  @Audited('child.viewed')
  @ApiOkResponse({ type: ChildRecord })
  readChild(@CurrentActor() actor: Actor, @Id('childId') childId: string): Promise<ChildRecord> {
    return this.records.read(actor, childId);
  }

  @Get('children/:childId/duplicates')
  @Requires('child:merge')
  @Audited('child.duplicates_listed')
  @ApiOkResponse({ type: DuplicateList })
  listDuplicatesOfChild(@CurrentActor() actor: Actor, @Id('childId') childId: string): Promise<DuplicateList> {
    return this.duplicates.listOf(actor, childId);
  }

  @Put('children/:childId/nc-year')
  @Requires('child:change')
  @Audited('child.nc_year_set')
  @ApiOkResponse({ type: ChildRecord })
  setChildNcYear(
    @CurrentActor() actor: Actor,
    @Id('childId') childId: string,
    @IfMatch() version: number,
    @Body() body: SetNcYear,
  ): Promise<ChildRecord> {
    return this.records.setNcYear(actor, childId, version, body.ncYear ?? null);
  }

  @Post('children/:childId/moves')
  @Requires('child:change')
  @Audited('child.moved')
  @ApiCreatedResponse({ type: ChildRecord })
  moveChild(
    @CurrentActor() actor: Actor,
    @Id('childId') childId: string,
    @IdempotencyKey() key: string,
    @Body() body: MoveChild,
  ): Promise<ChildRecord> {
    return this.records.move(actor, childId, key, body);
  }

  @Post('child-moves/:childMoveId/remove')
  @HttpCode(200)
  @Requires('child:change')
  @Audited('child.move_removed')
  @ApiOkResponse({ type: ChildRecord })
  removeChildMove(@CurrentActor() actor: Actor, @Id('childMoveId') childMoveId: string): Promise<ChildRecord> {
    return this.records.removeMove(actor, childMoveId);
  }

  @Post('children/:childId/siblings')
  @Requires('child:link_sibling')
  @Audited('child.sibling_linked')
  @ApiCreatedResponse({ type: ChildRecord })
  linkSibling(
    @CurrentActor() actor: Actor,
    @Id('childId') childId: string,
    @IdempotencyKey() key: string,
    @Body() body: LinkSibling,
  ): Promise<ChildRecord> {
    return this.records.linkSibling(actor, childId, key, body);
  }

  @Post('sibling-links/:siblingLinkId/remove')
  @HttpCode(200)
  @Requires('child:link_sibling')
  @Audited('child.sibling_unlinked')
  @ApiOkResponse({ type: ChildRecord })
  unlinkSibling(@CurrentActor() actor: Actor, @Id('siblingLinkId') siblingLinkId: string): Promise<ChildRecord> {
    return this.records.unlinkSibling(actor, siblingLinkId);
  }
}
