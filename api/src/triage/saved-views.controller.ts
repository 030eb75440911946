import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { SavedViews, SaveView } from './saved-view.dto.js';
import { SavedViewsService } from './saved-views.service.js';

const ownFilters = 'somebody’s own filters of a list; nothing of a case';

@ApiTags('saved-views')
@Controller('queue/saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @Requires('saved_view:keep')
  @NotAudited(ownFilters)
  @ApiOkResponse({ type: SavedViews })
  listSavedViews(@CurrentActor() actor: Actor): Promise<SavedViews> {
    return this.views.list(actor);
  }

  @Post()
  @Requires('saved_view:keep')
  @Audited('saved_view.created')
  @ApiCreatedResponse({ type: SavedViews })
  createSavedView(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: SaveView,
  ): Promise<SavedViews> {
    return this.views.create(actor, key, body);
  }

  @Put(':savedViewId')
  @Requires('saved_view:keep')
  @Audited('saved_view.changed')
  @ApiOkResponse({ type: SavedViews })
  changeSavedView(
    @CurrentActor() actor: Actor,
    @Id('savedViewId') savedViewId: string,
    @IfMatch() version: number,
    @Body() body: SaveView,
  ): Promise<SavedViews> {
    return this.views.change(actor, savedViewId, version, body);
  }

  @Delete(':savedViewId')
  @Requires('saved_view:keep')
  @Audited('saved_view.removed')
  @ApiOkResponse({ type: SavedViews })
  removeSavedView(
    @CurrentActor() actor: Actor,
    @Id('savedViewId') savedViewId: string,
    @IfMatch() version: number,
  ): Promise<SavedViews> {
    return this.views.remove(actor, savedViewId, version);
  }
}
