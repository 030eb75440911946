import { Injectable } from '@nestjs/common';

import type { Actor } from '../../auth/actor.js';
import type { Tx } from '../../database/transactions.js';
import { visibleTo } from '../referral-visibility.js';

export interface CopyRow {
  readonly id: string;
  readonly referralId: string;
  readonly number: number;
  readonly status: 'queued' | 'ready' | 'failed';
  readonly requestedBy: string;
}

const columns = `k.id, k.referral_id as "referralId", k.number, k.status, k.requested_by as "requestedBy"`;

/** PDFs of what was sent. Seen by whoever asked for them and sees the referral still. */
@Injectable()
export class ReferralCopiesRepository {
  async insert(
    tx: Tx,
    copy: { authorityId: number; referralId: string; number: number; requestedBy: string; requestedAt: Date },
  ): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into referral_copies (authority_id, referral_id, number, requested_by, requested_at)
       values ($1, $2, $3, $4, $5) returning id`,
      [copy.authorityId, copy.referralId, copy.number, copy.requestedBy, copy.requestedAt],
    );
    if (!row) throw new Error('the insert of a copy gave no id');
    return row.id;
  }

  async findOwn(tx: Tx, actor: Actor, copyId: string): Promise<CopyRow | null> {
    const values: unknown[] = [copyId, actor.userId];
    const visible = visibleTo(actor, values);
    const [row] = await tx.rows<CopyRow>(
      `select ${columns} from referral_copies k join referrals r on r.authority_id = k.authority_id and r.id = k.referral_id
        where k.id = $1 and k.requested_by = $2 and ${visible}`,
      values,
    );
    return row ?? null;
  }

  async findPdf(tx: Tx, authorityId: number, copyId: string): Promise<Buffer | null> {
    const [row] = await tx.rows<{ pdf: Buffer | null }>(
      'select pdf from referral_copies where authority_id = $1 and id = $2',
      [authorityId, copyId],
    );
    return row?.pdf ?? null;
  }

  // For the job, which has no person and sees one authority.

  async lockQueued(tx: Tx, authorityId: number, copyId: string): Promise<CopyRow | null> {
    const [row] = await tx.rows<CopyRow>(
      `select ${columns} from referral_copies k where k.authority_id = $1 and k.id = $2 and k.status = 'queued' for update`,
      [authorityId, copyId],
    );
    return row ?? null;
  }

  async finish(tx: Tx, authorityId: number, copyId: string, pdf: Buffer | null): Promise<void> {
    await tx.rows('update referral_copies set status = $3, pdf = $4 where authority_id = $1 and id = $2', [
      authorityId,
      copyId,
      pdf === null ? 'failed' : 'ready',
      pdf,
    ]);
  }

  async markEnqueued(tx: Tx, authorityId: number, copyId: string, at: Date): Promise<void> {
    await tx.rows('update referral_copies set enqueued_at = $3 where authority_id = $1 and id = $2', [
      authorityId,
      copyId,
      at,
    ]);
  }

  async findForgotten(tx: Tx, authorityId: number, silentSince: Date): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `select id from referral_copies
        where authority_id = $1 and status = 'queued' and coalesce(enqueued_at, requested_at) < $2 limit 100`,
      [authorityId, silentSince],
    );
    return rows.map(({ id }) => id);
  }

  async deleteOlderThan(tx: Tx, authorityId: number, before: Date): Promise<void> {
    await tx.rows('delete from referral_copies where authority_id = $1 and requested_at < $2', [authorityId, before]);
  }
}
