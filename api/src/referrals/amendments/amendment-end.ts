import { Injectable } from '@nestjs/common';
import { availableReferralVerbs } from '@panel/case-rules';

import type { Tx } from '../../database/transactions.js';
import type { ReferralEntity } from '../referral.entity.js';
import { ReferralAmendmentsRepository } from './referral-amendments.repository.js';

/** What becomes of an amendment that is being written when the referral moves on to where nothing can be amended. */
@Injectable()
export class AmendmentEnd {
  constructor(private readonly repository: ReferralAmendmentsRepository) {}

  async settle(tx: Tx, { authorityId, id, status }: ReferralEntity): Promise<void> {
    if (availableReferralVerbs(status, ['senco', 'coordinator']).includes('amend')) return;
    const amendment = await this.repository.find(tx, authorityId, id);
    if (!amendment) return;
    // What a school has typed is not lost when the referral comes back to it: it goes on from there.
    const goesOn = status === 'returned' && amendment.side === 'school';
    if (goesOn) await this.repository.takeOver(tx, authorityId, id, amendment.id);
    await this.repository.delete(tx, authorityId, amendment.id);
  }
}
