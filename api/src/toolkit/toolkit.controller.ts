import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { SaveToolkitResource, ToolkitPage, ToolkitParameters, ToolkitResource } from './toolkit.dto.js';
import { ToolkitService } from './toolkit.service.js';

@ApiTags('toolkit')
@Controller('toolkit')
export class ToolkitController {
  constructor(private readonly toolkit: ToolkitService) {}

  @Get()
  @Requires('toolkit:read')
  @NotAudited('advice for schools; no person')
  @ApiOkResponse({ type: ToolkitPage })
  listToolkit(@CurrentActor() actor: Actor, @Query() parameters: ToolkitParameters): Promise<ToolkitPage> {
    return this.toolkit.list(actor, parameters);
  }

  @Post()
  @Requires('toolkit:keep')
  @Audited('toolkit_resource.created')
  @ApiCreatedResponse({ type: ToolkitResource })
  createToolkitResource(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: SaveToolkitResource,
  ): Promise<ToolkitResource> {
    return this.toolkit.create(actor, key, body);
  }

  @Get(':resourceId')
  @Requires('toolkit:read')
  @NotAudited('advice for schools; no person')
  @ApiOkResponse({ type: ToolkitResource })
  readToolkitResource(@CurrentActor() actor: Actor, @Id('resourceId') resourceId: string): Promise<ToolkitResource> {
    return this.toolkit.read(actor, resourceId);
  }

  @Put(':resourceId')
  @Requires('toolkit:keep')
  @Audited('toolkit_resource.changed')
  @ApiOkResponse({ type: ToolkitResource })
  changeToolkitResource(
    @CurrentActor() actor: Actor,
    @Id('resourceId') resourceId: string,
    @IfMatch() version: number,
    @Body() body: SaveToolkitResource,
  ): Promise<ToolkitResource> {
    return this.toolkit.change(actor, resourceId, version, body);
  }

  @Post(':resourceId/retire')
  @HttpCode(200)
  @Requires('toolkit:keep')
  @Audited('toolkit_resource.retired')
  @ApiOkResponse({ type: ToolkitResource })
  retireToolkitResource(
    @CurrentActor() actor: Actor,
    @Id('resourceId') resourceId: string,
    @IfMatch() version: number,
  ): Promise<ToolkitResource> {
    return this.toolkit.retire(actor, resourceId, version);
  }
}
