import { Module } from '@nestjs/common';

import { RateCardsController } from './rate-cards.controller.js';
import { RateCardsRepository } from './rate-cards.repository.js';
import { RateCardsService } from './rate-cards.service.js';

@Module({
  controllers: [RateCardsController],
  providers: [RateCardsRepository, RateCardsService],
  exports: [RateCardsService],
})
export class RateCardsModule {}
