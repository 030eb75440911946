import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { ChildMerge, ChildMergePreview, MergeChildren, PreviewChildMerge, UndoChildMerge } from './child-merge.dto.js';
import { ChildMergesService } from './child-merges.service.js';

@ApiTags('child-merges')
@Controller('child-merges')
export class ChildMergesController {
  constructor(private readonly merges: ChildMergesService) {}

  @Post('preview')
  @HttpCode(200)
  @Requires('child:merge')
  @Audited('child.merge_previewed')
  @ApiOkResponse({ type: ChildMergePreview })
  previewChildMerge(@CurrentActor() actor: Actor, @Body() body: PreviewChildMerge): Promise<ChildMergePreview> {
    return this.merges.preview(actor, body);
  }

  @Post()
  @Requires('child:merge')
  @RequiresRecentSignIn()
  @Audited('child.merged')
  @ApiCreatedResponse({ type: ChildMerge })
  mergeChildren(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: MergeChildren,
  ): Promise<ChildMerge> {
    return this.merges.merge(actor, key, body);
  }

  @Get(':childMergeId')
  @Requires('child:merge')
  @Audited('child.merge_viewed')
  @ApiOkResponse({ type: ChildMerge })
  readChildMerge(@CurrentActor() actor: Actor, @Id('childMergeId') childMergeId: string): Promise<ChildMerge> {
    return this.merges.read(actor, childMergeId);
  }

  @Post(':childMergeId/undo')
  @HttpCode(200)
  @Requires('child:merge')
  @Audited('child.merge_undone')
  @ApiOkResponse({ type: ChildMerge })
  undoChildMerge(
    @CurrentActor() actor: Actor,
    @Id('childMergeId') childMergeId: string,
    @IfMatch() version: number,
    @Body() body: UndoChildMerge,
  ): Promise<ChildMerge> {
    return this.merges.undo(actor, childMergeId, version, body.reason);
  }
}
