import { Injectable } from '@nestjs/common';

import type { Scope, Tx } from '../database/transactions.js';
import { RateCardEntity } from './rate-card.entity.js';

interface AuthorityScope extends Scope {
  readonly authorityId: number;
}

/** Rate cards hold nothing personal: whoever may list them sees all of the authority's. */
@Injectable()
export class RateCardsRepository {
  findAll(tx: Tx, { authorityId }: AuthorityScope): Promise<RateCardEntity[]> {
    return tx.manager.find(RateCardEntity, { where: { authorityId }, order: { startsOn: 'DESC', name: 'ASC' } });
  }

  findOne(tx: Tx, { authorityId }: AuthorityScope, rateCardId: string): Promise<RateCardEntity | null> {
    return tx.manager.findOneBy(RateCardEntity, { authorityId, id: rateCardId });
  }

  /** The new card's id, or null when its name is taken. */
  async insert(tx: Tx, card: Omit<RateCardEntity, 'id'>): Promise<string | null> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into rate_cards (authority_id, name, starts_on, ends_on, hourly_rate_pence, weeks_tenths, school_contribution_pence,
         rounding, price_year, source, bands, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict on constraint rate_cards_name_key do nothing returning id`,
      [
        card.authorityId,
        card.name,
        card.startsOn,
        card.endsOn,
        card.hourlyRatePence,
        card.weeksTenths,
        card.schoolContributionPence,
        card.rounding,
        card.priceYear,
        card.source,
        JSON.stringify(card.bands),
        card.createdAt,
      ],
    );
    return row?.id ?? null;
  }
}
