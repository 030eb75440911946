import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import { Problem } from '../common/problem.js';
import { tooManyAttempts } from '../common/common.problems.js';
import { Transactions } from '../database/transactions.js';
import { identity } from './actor.js';
import { judgeAttempt, type RateLimit } from './rate-limit.js';
import { RateLimitsRepository } from './rate-limits.repository.js';

/** One thing that is counted: "sign-ins of this account from this address". */
export interface Counted {
  readonly limit: RateLimit;
  readonly key: string;
}

/** Limits that hold over all API processes, because they are counted in the database. */
@Injectable()
export class RateLimitsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: RateLimitsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt before it is made, so that a thousand at once are not one; refuses it with 429 when any limit is
   * reached, and then counts it nowhere.
   */
  count(all: readonly Counted[]): Promise<void> {
    const now = this.clock.now();
    return this.transactions.run(identity, async (tx) => {
      for (const { limit, key } of all) {
        const bucket = bucketOf(limit, key);
        const keptUntil = new Date(now.getTime() + limit.withinSeconds * 1000);
        const judgement = judgeAttempt(limit, await this.repository.lock(tx, bucket, keptUntil), now);
        if (!judgement.isAllowed) throw tooManyAttempts(judgement.waitSeconds);
        await this.repository.save(tx, bucket, judgement.attempts);
      }
    });
  }

  /** The same for who has another answer than 429: whether it was counted. */
  async tryCount(all: readonly Counted[]): Promise<boolean> {
    try {
      await this.count(all);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 429) return false;
      throw error;
    }
  }

  /** After a success: `forget` empties a bucket, `giveBack` takes only this attempt out of one that others share. */
  succeed(after: { readonly forget?: readonly Counted[]; readonly giveBack?: readonly Counted[] }): Promise<void> {
    return this.transactions.run(identity, async (tx) => {
      for (const { limit, key } of after.forget ?? []) await this.repository.forget(tx, bucketOf(limit, key));
      for (const { limit, key } of after.giveBack ?? []) await this.repository.giveBack(tx, bucketOf(limit, key));
    });
  }

  /** Buckets that nothing is counted in any more. */
  purge(): Promise<void> {
    return this.transactions.run(identity, (tx) => this.repository.purge(tx, this.clock.now()));
  }
}

function bucketOf({ name }: RateLimit, key: string): Buffer {
  return createHash('sha256').update(`${name}\n${key}`).digest();
}
