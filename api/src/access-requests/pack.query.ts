import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { PackRow } from './pack-content.js';
import type { PackTable } from './pack-tables.js';

export interface PackSubject {
  readonly childId: string;
  readonly referralIds: string[];
  readonly allocationIds: string[];
}

/** Reads everything about one child, table by table, as the database holds it. */
@Injectable()
export class PackQuery {
  /** The child's cases: those that name it, and drafts that hold its pupil number but are not yet joined to it. */
  async findSubject(tx: Tx, authorityId: number, childId: string): Promise<PackSubject> {
    const referrals = await tx.rows<{ id: string }>(
      `select r.id from referrals r
        where r.authority_id = $1 and (r.child_id = $2 or (r.child_id is null and exists (
          select 1 from referral_sections s join children c on c.authority_id = s.authority_id and (c.id = $2 or c.merged_into_id = $2)
           where s.authority_id = r.authority_id and s.referral_id = r.id and s.section = 'pupil'
             and upper(regexp_replace(s.answers ->> 'upn', '\\s', '', 'g')) = c.upn)))
        order by r.id`,
      [authorityId, childId],
    );
    const referralIds = referrals.map(({ id }) => id);
    const allocations = await tx.rows<{ id: string }>(
      'select id from allocations where authority_id = $1 and referral_id = any($2::uuid[]) order by id',
      [authorityId, referralIds],
    );
    return { childId, referralIds, allocationIds: allocations.map(({ id }) => id) };
  }

  async findRows(tx: Tx, authorityId: number, subject: PackSubject, table: PackTable): Promise<PackRow[]> {
    // All parameters are named once, so that Postgres knows their types whichever of them a table uses.
    const rows = await tx.rows<{ row: PackRow }>(
      `with known as (select $1::integer, $2::uuid, $3::uuid[], $4::uuid[])
       select to_jsonb(t) as row from ${table.table} t
        where t.authority_id = $1 and (${table.where}) order by ${table.orderBy}`,
      [authorityId, subject.childId, subject.referralIds, subject.allocationIds],
    );
    const leftOut = new Set(['authority_id', ...Object.keys(table.leftOut ?? {})]);
    return rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([column]) => !leftOut.has(column))));
  }

  /** The names of people and of schools. */
  async findNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.rows<{ id: string; name: string }>(
      `select id, name from users where id = any($1::uuid[]) union all select id, name from schools where id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The names of everybody who has or had a role here: they stand in texts too. */
  async findStaffNames(tx: Tx): Promise<Set<string>> {
    const rows = await tx.rows<{ name: string }>('select name from users');
    return new Set(rows.map(({ name }) => name));
  }

  /** Which of these pairs of words are the name of another child of the authority. */
  async findOtherChildren(
    tx: Tx,
    authorityId: number,
    childId: string,
    pairs: readonly string[],
  ): Promise<Set<string>> {
    const rows = await tx.rows<{ name: string }>(
      `select distinct n.name from children c
         cross join lateral (values (lower(c.legal_forename || ' ' || c.legal_surname)),
                                    (lower(c.preferred_name || ' ' || c.legal_surname))) n(name)
        where c.authority_id = $1 and c.id <> $2 and n.name = any($3::text[])`,
      [authorityId, childId, pairs],
    );
    return new Set(rows.map(({ name }) => name));
  }

  async findAuthorityName(tx: Tx, authorityId: number): Promise<string> {
    const [row] = await tx.rows<{ name: string }>('select name from authorities where id = $1', [authorityId]);
    return row?.name ?? '';
  }
}
