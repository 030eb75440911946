import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { LegalHoldsService } from './legal-holds.service.js';
import {
  Destructions,
  LegalHold,
  LegalHolds,
  LiftHold,
  PlaceHold,
  RetentionPreview,
  RetentionPreviewQuery,
  RetentionRules,
  SetRetentionRule,
} from './retention.dto.js';
import { RetentionService } from './retention.service.js';

@ApiTags('retention')
@Controller()
export class RetentionController {
  constructor(
    private readonly retention: RetentionService,
    private readonly holds: LegalHoldsService,
  ) {}

  @Get('retention-rules')
  @Requires('retention:read')
  @NotAudited('periods of the authority, about nobody')
  @ApiOkResponse({ type: RetentionRules })
  listRetentionRules(@CurrentActor() actor: Actor): Promise<RetentionRules> {
    return this.retention.rules(actor);
  }

  @Put('retention-rules/:recordClass')
  @Requires('retention:set')
  @RequiresRecentSignIn()
  @Audited('retention.rule_set')
  @ApiOkResponse({ type: RetentionRules })
  setRetentionRule(
    @CurrentActor() actor: Actor,
    @Param('recordClass') recordClass: string,
    @IfMatch() version: number,
    @Body() body: SetRetentionRule,
  ): Promise<RetentionRules> {
    return this.retention.setRule(actor, recordClass, version, body);
  }

  @Get('retention-preview')
  @Requires('retention:preview')
  @Audited('retention.previewed')
  @ApiOkResponse({ type: RetentionPreview })
  previewRetention(@CurrentActor() actor: Actor, @Query() query: RetentionPreviewQuery): Promise<RetentionPreview> {
    return this.retention.preview(actor, query.until);
  }

  @Get('destructions')
  @Requires('destruction:list')
  @NotAudited('counts and hashes, about nobody')
  @ApiOkResponse({ type: Destructions })
  listDestructions(@CurrentActor() actor: Actor): Promise<Destructions> {
    return this.retention.destructions(actor);
  }

  @Get('legal-holds')
  @Requires('legal_hold:list')
  @Audited('legal_hold.listed')
  @ApiOkResponse({ type: LegalHolds })
  listLegalHolds(@CurrentActor() actor: Actor): Promise<LegalHolds> {
    return this.holds.list(actor);
  }

  @Post('legal-holds')
  @Requires('legal_hold:place')
  @Audited('legal_hold.placed')
  @ApiCreatedResponse({ type: LegalHold })
  placeLegalHold(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: PlaceHold,
  ): Promise<LegalHold> {
    return this.holds.place(actor, key, body);
  }

  @Post('legal-holds/:legalHoldId/lift')
  @HttpCode(200)
  @Requires('legal_hold:lift')
  @RequiresRecentSignIn()
  @Audited('legal_hold.lifted')
  @ApiOkResponse({ type: LegalHold })
  liftLegalHold(
    @CurrentActor() actor: Actor,
    @Id('legalHoldId') holdId: string,
    @IfMatch() version: number,
    @Body() body: LiftHold,
  ): Promise<LegalHold> {
    return this.holds.lift(actor, holdId, version, body.reason);
  }
}
