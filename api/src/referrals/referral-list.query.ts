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

export const referralsOnAPage = 25;
/** Counting stops here: "more than 1,000" is as useful as the exact number and costs a thousandth at 100,000 rows. */
export const countedAtMost = 1000;

/** The referral list: one statement whose plan the connection keeps, filtered, ordered by index, and paged by keyset. */
@Injectable()
export class ReferralListQuery {
  /** A `ReferralPage` as the JSON that Postgres wrote: nothing is read into objects only to be written out again. */
  async run(tx: Tx, actor: Actor, filter: ReferralListFilter): Promise<string> {
    const { sql, values, name } = referralListStatement(actor, filter);
    const [row] = await tx.rows<{ page: string }>(sql, values, name);
    return row?.page ?? '{}';
  }
}

/** The statement of one list: text, values, and the name under which a connection keeps its plan. */
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
  const inOrder = `l.listed_on ${direction}, l.id ${direction}`;
  // One row more than a page tells whether there is a next one; it is numbered and then left out.
  const sql = `
    with page as materialized (
      select l.*, row_number() over (order by ${inOrder}) as place
        from (select * from referrals r where ${page}
               order by r.listed_on ${direction}, r.id ${direction} limit ${referralsOnAPage + 1}) l),
    counted as (select count(*) as total from (select 1 from referrals r where ${matching} limit ${countedAtMost + 1}) c)
    select json_build_object(
      'items', coalesce((
        select json_agg(json_build_object('id', l.id, 'reference', l.reference, 'pupilName', l.pupil_name, 'ncYear', l.nc_year,
                 'schoolName', s.name, 'status', l.status, 'primaryNeed', l.primary_need, 'riskLevel', a.risk_level,
                 'isUrgent', l.is_urgent, 'submittedOn', l.submitted_on) order by l.place)
          from page l
          join schools s on s.authority_id = l.authority_id and s.id = l.school_id
          left join lateral (select risk_level from assessments
                              where authority_id = l.authority_id and referral_id = l.id
                              order by number desc limit 1) a on true
         where l.place <= ${referralsOnAPage}), '[]'::json),
      'total', (select least(total, ${countedAtMost}) from counted),
      'totalIsAtLeast', (select total > ${countedAtMost} from counted),
      'nextAfter', (select last.listed_on || '.' || last.id from page last
                     where last.place = ${referralsOnAPage} and exists (select 1 from page where place > ${referralsOnAPage}))
    )::text as page`;
  // The same filters give the same text and so the same name: few plans a connection, whatever people type.
  return { sql, values, name: `referral_list_${createHash('sha1').update(sql).digest('hex').slice(0, 16)}` };
}
