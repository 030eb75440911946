import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { visibleTo } from './referral-visibility.js';

export interface ReferralListFilter {
  readonly status?: string;
  readonly primaryNeed?: string;
  readonly schoolId?: string;
  readonly search?: string;
  readonly sort: 'newest' | 'oldest';
  /** The last row of the page before: its day and id. */
  readonly after?: { readonly listedOn: string; readonly id: string };
}

export interface ReferralListRow {
  readonly id: string;
  readonly reference: string;
  readonly pupilName: string;
  readonly ncYear: string | null;
  readonly schoolName: string;
  readonly status: string;
  readonly primaryNeed: string | null;
  readonly riskLevel: string | null;
  readonly isUrgent: boolean;
  readonly submittedOn: string | null;
  readonly listedOn: string;
}

export interface ReferralListPage {
  readonly items: readonly ReferralListRow[];
  readonly total: number;
}

export const referralsOnAPage = 25;
/** Counting stops here: "more than 1,000" is as useful as the exact number and costs a thousandth at 100,000 rows. */
export const countedAtMost = 1000;

/** The referral list: one statement whose plan the connection keeps, filtered, ordered by index, and paged by keyset. */
@Injectable()
export class ReferralListQuery {
  async run(tx: Tx, actor: Actor, filter: ReferralListFilter): Promise<ReferralListPage> {
    const { sql, values, name } = referralListStatement(actor, filter);
    const [row] = await tx.rows<{ page: ReferralListPage }>(sql, values, name);
    return row?.page ?? { items: [], total: 0 };
  }
}

/** One more than a page is read, to know whether there is a next one. */
export function referralListStatement(
  actor: Actor,
  filter: ReferralListFilter,
): { sql: string; values: unknown[]; name: string } {
  const values: unknown[] = [];
  const conditions = [visibleTo(actor, values)];
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  if (filter.status !== undefined) add(filter.status, (p) => `r.status = ${p}`);
  if (filter.primaryNeed !== undefined) add(filter.primaryNeed, (p) => `r.primary_need = ${p}`);
  if (filter.schoolId !== undefined) add(filter.schoolId, (p) => `r.school_id = ${p}::uuid`);
  if (filter.search !== undefined) {
    add(
      `%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%`,
      (p) => `(r.reference ilike ${p} or r.pupil_name ilike ${p})`,
    );
  }
  const matching = conditions.join(' and ');
  const [compare, direction] = filter.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  let page = matching;
  if (filter.after) {
    values.push(filter.after.listedOn, filter.after.id);
    page += ` and (r.listed_on, r.id) ${compare} ($${values.length - 1}::date, $${values.length}::uuid)`;
  }
  const sql = `
    select json_build_object('items', coalesce((
      select json_agg(json_build_object('id', l.id, 'reference', l.reference, 'pupilName', l.pupil_name, 'ncYear', l.nc_year,
               'schoolName', s.name, 'status', l.status, 'primaryNeed', l.primary_need, 'riskLevel', a.risk_level,
               'isUrgent', l.is_urgent, 'submittedOn', l.submitted_on, 'listedOn', l.listed_on)
               order by l.listed_on ${direction}, l.id ${direction})
        from (select * from referrals r where ${page}
               order by r.listed_on ${direction}, r.id ${direction} limit ${referralsOnAPage + 1}) l
        join schools s on s.authority_id = l.authority_id and s.id = l.school_id
        left join lateral (select risk_level from assessments
                            where authority_id = l.authority_id and referral_id = l.id
                            order by number desc limit 1) a on true), '[]'::json),
      'total', (select count(*) from (select 1 from referrals r where ${matching} limit ${countedAtMost + 1}) counted)) as page`;
  // The same filters give the same text and so the same name: few plans a connection, whatever people type.
  return { sql, values, name: `referral_list_${createHash('sha1').update(sql).digest('hex').slice(0, 16)}` };
}
