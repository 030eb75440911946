import { Injectable } from '@nestjs/common';
import { isReferenceSearch } from '@panel/case-rules';
import { isIsoDate } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { fieldsInvalid } from '../common/common.problems.js';
import { Transactions } from '../database/transactions.js';
import type { ReferralListParameters, SearchReferrals } from './referral.dto.js';
import { type ReferralListFilter, ReferralListQuery } from './referral-list.query.js';
import { nameInAddress } from './referral.problems.js';

/** What is read of referrals without opening one: the list. */
@Injectable()
export class ReferralListService {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: ReferralListQuery,
    private readonly audit: AuditService,
  ) {}

  /** A `ReferralPage`, as JSON. */
  async list(actor: Actor, parameters: ReferralListParameters): Promise<string> {
    const filter = toFilter(parameters);
    if (filter.search !== undefined && !isReferenceSearch(filter.search)) throw nameInAddress();
    return this.transactions.read(actor, (tx) => this.query.run(tx, actor, filter));
  }

  /** The same by name. Who looks for somebody leaves a trace; the name does not. */
  search(actor: Actor, body: SearchReferrals): Promise<string> {
    const filter = toFilter(body);
    return this.transactions.run(actor, async (tx) => {
      await this.audit.record(tx, actor, 'referral.searched', 'referral', null);
      return this.query.run(tx, actor, filter);
    });
  }
}

const cursor = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/;

function toFilter({ after, search, sort, ...exact }: ReferralListParameters): ReferralListFilter {
  const match = after === undefined ? null : cursor.exec(after);
  const [, listedOn, id] = match ?? [];
  if (
    after !== undefined &&
    (listedOn === undefined ||
      id === undefined ||
      !isIsoDate(listedOn) ||
      !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
  ) {
    throw fieldsInvalid([
      { pointer: '/after', code: 'cursor_unknown', detail: 'Send the `nextAfter` of the page before.' },
    ]);
  }
  const words = search?.trim();
  return {
    ...exact,
    sort: sort ?? 'newest',
    ...(words && { search: words }),
    ...(listedOn !== undefined && id !== undefined && { after: { listedOn, id } }),
  };
}
