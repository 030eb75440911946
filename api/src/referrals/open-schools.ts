import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { SchoolEntity } from '../schools/school.entity.js';
import { SuccessorsQuery } from '../schools/successors.query.js';
import { schoolClosed } from './referral.problems.js';

/** A referral begins at a school that is open. */
@Injectable()
export class OpenSchools {
  constructor(private readonly successors: SuccessorsQuery) {}

  /** 422 with what became of the school. One that is to close, or to open, is open. */
  async refuseClosed(tx: Tx, { authorityId, urn, status }: SchoolEntity): Promise<void> {
    if (status !== 'closed') return;
    throw schoolClosed((await this.successors.run(tx, authorityId, [urn])).get(urn) ?? []);
  }
}
