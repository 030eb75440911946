import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { CreateReview, EhcFacts, RecordEhcFacts, Review, ReviewList } from './outcome.dto.js';
import { OutcomesService } from './outcomes.service.js';

@ApiTags('outcomes')
@Controller('referrals/:referralId')
export class OutcomesController {
  constructor(private readonly outcomes: OutcomesService) {}

  @Get('reviews')
  @Requires('review:read')
  @Audited('review.viewed')
  @ApiOkResponse({ type: ReviewList })
  listReviews(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<ReviewList> {
    return this.outcomes.listReviews(actor, referralId);
  }

  @Post('reviews')
  @Requires('review:create')
  @Audited('review.created')
  @ApiCreatedResponse({ type: Review })
  createReview(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IdempotencyKey() key: string,
    @Body() body: CreateReview,
  ): Promise<Review> {
    return this.outcomes.createReview(actor, referralId, key, body);
  }

  @Get('ehc-facts')
  @Requires('ehc_facts:read')
  @Audited('ehc_facts.viewed')
  @ApiOkResponse({ type: EhcFacts })
  readEhcFacts(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<EhcFacts> {
    return this.outcomes.readEhcFacts(actor, referralId);
  }

  @Put('ehc-facts')
  @Requires('ehc_facts:record')
  @Audited('ehc_facts.recorded')
  @ApiOkResponse({ type: EhcFacts })
  recordEhcFacts(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: RecordEhcFacts,
  ): Promise<EhcFacts> {
    return this.outcomes.recordEhcFacts(actor, referralId, version, body);
  }
}
