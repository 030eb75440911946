import { Injectable } from '@nestjs/common';

import { type Actor, hasRole, sencoSchoolIds } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { visibleTo } from '../referrals/referral-visibility.js';
import type { ChildListItem, ChildReferral, ChildSchool, ChildSibling } from './child-record.dto.js';
import { childVisibleTo } from './child-visibility.js';

export const childrenFoundMax = 50;

export interface ChildRow {
  readonly id: string;
  readonly version: number;
  readonly upn: string;
  readonly legalForename: string;
  readonly legalSurname: string;
  readonly preferredName: string;
  readonly bornOn: string;
  readonly sex: string;
  readonly ncYear: string | null;
}

const identity = `c.id, c.version, c.upn, c.legal_forename as "legalForename", c.legal_surname as "legalSurname",
  c.preferred_name as "preferredName", c.born_on as "bornOn", c.sex, c.nc_year as "ncYear"`;

export const listItem = (
  c: string,
): string => `${c}.id, ${c}.upn, concat_ws(' ', ${c}.legal_forename, ${c}.legal_surname) as name, ${c}.born_on as "bornOn",
  (select s.name from (
     select m.school_id, m.moved_on as day from child_moves m where m.authority_id = ${c}.authority_id and m.child_id = ${c}.id
     union all
     select r.school_id, r.listed_on from referrals r where r.authority_id = ${c}.authority_id and r.child_id = ${c}.id and r.status <> 'draft') h
    join schools s on s.authority_id = ${c}.authority_id and s.id = h.school_id order by h.day desc limit 1) as "schoolName"`;

/** What is read of children. Each part of a record holds what the person may see of it. */
@Injectable()
export class ChildRecordQuery {
  /** By the id of a record, or of one that was merged into it. */
  async find(
    tx: Tx,
    actor: Actor,
    today: string,
    childId: string,
    locking: '' | 'for update of c' = '',
  ): Promise<ChildRow | null> {
    const values: unknown[] = [childId];
    const visible = childVisibleTo(actor, today, values);
    const [row] = await tx.rows<ChildRow>(
      `select ${identity} from children c where c.id = surviving_child($1) and ${visible} ${locking}`,
      values,
    );
    return row ?? null;
  }

  /** By the UPN of a record, or of one that was merged into it. */
  async findByUpn(tx: Tx, actor: Actor, today: string, upn: string): Promise<ChildRow | null> {
    const values: unknown[] = [upn];
    const visible = childVisibleTo(actor, today, values);
    const [row] = await tx.rows<ChildRow>(
      `select ${identity} from children c
        where c.id = surviving_child((select o.id from children o where o.authority_id = ${actor.authorityId} and o.upn = $1)) and ${visible}`,
      values,
    );
    return row ?? null;
  }

  search(tx: Tx, actor: Actor, today: string, words: string): Promise<ChildListItem[]> {
    const values: unknown[] = [
      `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`,
      words.replaceAll(/[\s-]/g, '').toUpperCase(),
    ];
    const visible = childVisibleTo(actor, today, values);
    return tx.rows<ChildListItem>(
      `select ${listItem('c')} from children c
        where ${visible} and (concat_ws(' ', c.legal_forename, c.legal_surname) ilike $1 or concat_ws(' ', c.preferred_name, c.legal_surname) ilike $1
          or c.upn = $2 or exists (select 1 from children o where o.authority_id = c.authority_id and o.merged_into_id = c.id and o.upn = $2))
        order by c.legal_surname, c.legal_forename, c.id limit ${childrenFoundMax + 1}`,
      values,
    );
  }

  findReferrals(tx: Tx, actor: Actor, childId: string): Promise<ChildReferral[]> {
    const values: unknown[] = [childId, hasRole(actor, 'coordinator')];
    const own = this.ofOwnSchools(actor, 'r.school_id', values);
    return tx.rows<ChildReferral>(
      `select r.id, r.reference, r.status, s.name as "schoolName", r.submitted_on as "submittedOn", r.primary_need as "primaryNeed",
              (select d.outcome from decisions d where d.authority_id = r.authority_id and d.referral_id = r.id order by d.decided_at desc limit 1)
                as decision,
              r.decline_reason as "declineReason",
              case when $2 then (select v.outcome_category from reviews v where v.authority_id = r.authority_id and v.referral_id = r.id
                order by v.reviewed_on desc limit 1) end as outcome
         from referrals r join schools s on s.authority_id = r.authority_id and s.id = r.school_id
        where r.child_id = $1 and ${own} and ${visibleTo(actor, values)} order by r.listed_on desc, r.id desc`,
      values,
    );
  }

  /**
   * Where the child was known from which day, by referrals and by moves that were recorded. An entry ends where another school
   * begins; one after the other of the same school are one.
   */
  findSchools(tx: Tx, actor: Actor, childId: string): Promise<ChildSchool[]> {
    const values: unknown[] = [actor.authorityId, childId];
    const own = this.ofOwnSchools(actor, 't.school_id', values);
    return tx.rows<ChildSchool>(
      `with entries as (
         select r.school_id, coalesce(r.submitted_on, r.listed_on) as day, null::uuid as move_id, 1 as kind, r.id as tie from referrals r
          where r.authority_id = $1 and r.child_id = $2 and r.status <> 'draft'
         union all
         select m.school_id, m.moved_on, m.id, 2, m.id from child_moves m where m.authority_id = $1 and m.child_id = $2),
       changes as (
         select e.*, lag(school_id) over (order by day, kind, tie) is distinct from school_id as begins from entries e),
       stays as (
         select t.school_id, t.day, t.move_id, lead(t.day) over (order by t.day, t.kind, t.tie) as next_day, row_number() over (order by t.day, t.kind, t.tie) as place from changes t where t.begins)
       select t.school_id as "schoolId", s.name as "schoolName", t.day as "from", t.next_day as "to", t.move_id as "moveId"
         from stays t join schools s on s.authority_id = $1 and s.id = t.school_id
        where ${own} order by t.place desc`,
      values,
    );
  }

  findSiblings(tx: Tx, actor: Actor, today: string, childId: string): Promise<ChildSibling[]> {
    const values: unknown[] = [childId];
    const visible = childVisibleTo(actor, today, values);
    return tx.rows<ChildSibling>(
      `select l.id as "linkId", c.id, concat_ws(' ', c.legal_forename, c.legal_surname) as name, c.born_on as "bornOn", l.reason
         from sibling_links l
         join children c on c.authority_id = l.authority_id and c.id = case when l.child_id = $1 then l.sibling_id else l.child_id end
        where (l.child_id = $1 or l.sibling_id = $1) and ${visible} order by c.born_on, c.id`,
      values,
    );
  }

  private ofOwnSchools(actor: Actor, column: string, values: unknown[]): string {
    if (hasRole(actor, 'coordinator')) return 'true';
    values.push(sencoSchoolIds(actor));
    return `${column} = any($${values.length}::uuid[])`;
  }
}
