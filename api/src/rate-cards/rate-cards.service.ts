import { Injectable } from '@nestjs/common';
import { rateCardInForce } from '@panel/cost-avoidance';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { type CreateRateCard, type RateCard, type RateCardList, toRateCard } from './rate-card.dto.js';
import type { RateCardEntity } from './rate-card.entity.js';
import { noRateCardInForce, rateCardDatesReversed, rateCardNameTaken, rateCardNotFound } from './rate-card.problems.js';
import { RateCardsRepository } from './rate-cards.repository.js';

/** The prices from which annual values are computed, each with the days on which it holds. */
@Injectable()
export class RateCardsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: RateCardsRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<RateCardList> {
    return this.transactions.read(actor, async (tx) => ({
      items: (await this.repository.findAll(tx, actor)).map(toRateCard),
    }));
  }

  create(actor: Actor, key: string, body: CreateRateCard): Promise<RateCard> {
    if (body.endsOn !== null && body.endsOn < body.startsOn) throw rateCardDatesReversed();
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'createRateCard', key, body, at }, async () => {
        const { bands, weeksPerYear, ...fields } = body;
        const card = {
          ...fields,
          authorityId: actor.authorityId,
          weeksTenths: Math.round(weeksPerYear * 10),
          bands: bands.map(({ weeklyHours, fixedAnnualPence }) => ({
            weeklyHoursHundredths: Math.round(weeklyHours * 100),
            fixedAnnualPence,
          })),
          createdAt: at,
        };
        const id = await this.repository.insert(tx, card);
        if (id === null) throw rateCardNameTaken();
        await this.audit.record(tx, actor, 'rate_card.created', 'rate_card', id);
        return toRateCard({ ...card, id });
      }),
    );
  }

  /** The one card in force on a day: that with the latest start among those whose days include it. */
  async inForce(tx: Tx, actor: Actor, day: string): Promise<RateCardEntity> {
    const card = await this.findInForce(tx, actor, day);
    if (!card) throw noRateCardInForce();
    return card;
  }

  /** The same, or null when there is none. */
  async findInForce(tx: Tx, actor: Actor, day: string): Promise<RateCardEntity | null> {
    return rateCardInForce(await this.repository.findAll(tx, actor), day);
  }

  async find(tx: Tx, actor: Actor, rateCardId: string): Promise<RateCardEntity> {
    const card = await this.repository.findOne(tx, actor, rateCardId);
    if (!card) throw rateCardNotFound();
    return card;
  }
}
