import { Injectable } from '@nestjs/common';
import { laestab } from '@panel/reference';

import type { Actor } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { trustAbsent } from './school.problems.js';
import type { Trust, TrustListParameters, TrustPage } from './trust.dto.js';
import { schoolsOfTrustMax, TrustsQuery, trustsOnAPage } from './trusts.query.js';

/** Academy trusts: made and named by the import of schools, and only read here. */
@Injectable()
export class TrustsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: TrustsQuery,
  ) {}

  list(actor: Actor, parameters: TrustListParameters): Promise<TrustPage> {
    return this.transactions.read(actor, async (tx) => {
      const { rows, total } = await this.query.findPage(tx, actor, parameters);
      const items = rows.slice(0, trustsOnAPage);
      return { items, total, nextAfter: rows.length > trustsOnAPage ? (items.at(-1)?.id ?? null) : null };
    });
  }

  read(actor: Actor, trustId: string): Promise<Trust> {
    return this.transactions.read(actor, async (tx) => {
      const trust = await this.query.find(tx, actor, trustId);
      if (!trust) throw trustAbsent();
      const rows = await this.query.findSchools(tx, actor, trustId);
      return {
        ...trust,
        schools: rows.slice(0, schoolsOfTrustMax).map(({ laCode, establishmentNumber, ...row }) => ({
          ...row,
          laestab: laestab(laCode, establishmentNumber),
        })),
        isCut: rows.length > schoolsOfTrustMax,
      };
    });
  }
}
