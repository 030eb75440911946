import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { idempotencyKeyReused } from './common.problems.js';

/**
 * Lets a creating request be repeated: the answer is kept under the key in the transaction of the effect, so a repeat
 * gets the same answer and a parallel one waits for the first.
 */
@Injectable()
export class IdempotencyRepository {
  constructor(private readonly audit: AuditService) {}

  async once<Answer extends object>(
    tx: Tx,
    requester: Actor,
    request: { readonly operation: string; readonly key: string; readonly body: unknown; readonly at: Date },
    effect: () => Promise<Answer>,
  ): Promise<Answer> {
    const fingerprint = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex');
    const who = [requester.authorityId, requester.userId, request.operation, request.key];
    const claimed = await tx.rows(
      `insert into idempotency_keys (authority_id, user_id, operation, key, fingerprint, created_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning key`,
      [...who, fingerprint, request.at],
    );
    if (claimed.length === 0) {
      const [kept] = await tx.rows<{ fingerprint: string; answer: Answer }>(
        'select fingerprint, answer from idempotency_keys where authority_id = $1 and user_id = $2 and operation = $3 and key = $4',
        who,
      );
      if (!kept || kept.fingerprint !== fingerprint) throw idempotencyKeyReused();
      await this.audit.record(tx, requester, 'request.repeated', 'route', null, { operation: request.operation });
      return kept.answer;
    }
    const answer = await effect();
    await tx.rows(
      'update idempotency_keys set answer = $5 where authority_id = $1 and user_id = $2 and operation = $3 and key = $4',
      [...who, JSON.stringify(answer)],
    );
    return answer;
  }
}
