import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { IdempotencyKey } from '../common/versions.js';
import { CreateRateCard, RateCard, RateCardList } from './rate-card.dto.js';
import { RateCardsService } from './rate-cards.service.js';

@ApiTags('rate-cards')
@Controller('rate-cards')
export class RateCardsController {
  constructor(private readonly rateCards: RateCardsService) {}

  @Get()
  @Requires('rate_card:list')
  @NotAudited('rates; no person')
  @ApiOkResponse({ type: RateCardList })
  listRateCards(@CurrentActor() actor: Actor): Promise<RateCardList> {
    return this.rateCards.list(actor);
  }

  @Post()
  @Requires('rate_card:create')
  @Audited('rate_card.created')
  @ApiCreatedResponse({ type: RateCard })
  createRateCard(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: CreateRateCard,
  ): Promise<RateCard> {
    return this.rateCards.create(actor, key, body);
  }
}
