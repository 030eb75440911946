import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { DeliverySessionEntity } from './delivery-session.entity.js';

@Injectable()
export class DeliveryRepository {
  async insert(tx: Tx, session: Omit<DeliverySessionEntity, 'id'>): Promise<void> {
    await tx.rows(
      `insert into delivery_sessions (authority_id, allocation_id, held_on, minutes, attendance, note, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        session.authorityId,
        session.allocationId,
        session.heldOn,
        session.minutes,
        session.attendance,
        session.note,
        session.recordedBy,
        session.recordedAt,
      ],
    );
  }
}
