import { Injectable } from '@nestjs/common';
import { canEditReferral, type ReceiptChannel } from '@panel/case-rules';

import type { Actor } from '../../auth/actor.js';
import type { Tx } from '../../database/transactions.js';
import { sideOf } from '../referral-editing.js';
import type { ReferralEntity } from '../referral.entity.js';

export interface ReceiptRow {
  readonly receivedFrom: string;
  readonly receivedOn: string;
  readonly channel: ReceiptChannel;
  readonly recordedByName: string;
}

/** How referrals came that a coordinator writes for a school. The referral was already found to be visible. */
@Injectable()
export class ReferralReceiptsRepository {
  async find(tx: Tx, authorityId: number, referralId: string): Promise<ReceiptRow | null> {
    const [row] = await tx.rows<ReceiptRow>(
      `select c.received_from as "receivedFrom", c.received_on::text as "receivedOn", c.channel, u.name as "recordedByName"
         from referral_receipts c join users u on u.id = c.recorded_by
        where c.authority_id = $1 and c.referral_id = $2`,
      [authorityId, referralId],
    );
    return row ?? null;
  }

  async insert(
    tx: Tx,
    receipt: Omit<ReceiptRow, 'recordedByName'> & {
      readonly authorityId: number;
      readonly referralId: string;
      readonly recordedBy: string;
      readonly recordedAt: Date;
    },
  ): Promise<void> {
    await tx.rows(
      `insert into referral_receipts (authority_id, referral_id, received_from, received_on, channel, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        receipt.authorityId,
        receipt.referralId,
        receipt.receivedFrom,
        receipt.receivedOn,
        receipt.channel,
        receipt.recordedBy,
        receipt.recordedAt,
      ],
    );
  }

  /**
   * Whether this person writes the answers now, before they are sent or after they came back: the school its own, a
   * coordinator those that a coordinator began for a school.
   */
  async mayWrite(tx: Tx, actor: Actor, referral: ReferralEntity): Promise<boolean> {
    if (!canEditReferral(referral.status)) return false;
    const side = sideOf(actor, referral);
    if (side !== 'authority') return side === 'school';
    return (await this.find(tx, referral.authorityId, referral.id)) !== null;
  }
}
