import { Injectable } from '@nestjs/common';

import type { NewAuditEvent } from '../audit/audit-events.repository.js';
import type { Tx } from '../database/transactions.js';

type Row = Readonly<Record<string, unknown>>;

export type DemoTable =
  | 'users'
  | 'trusts'
  | 'schools'
  | 'school_links'
  | 'providers'
  | 'role_grants'
  | 'children'
  | 'sibling_links'
  | 'child_moves'
  | 'referrals'
  | 'referral_sections'
  | 'referral_versions'
  | 'rate_cards'
  | 'assessments'
  | 'contracts'
  | 'panels'
  | 'agenda_items'
  | 'decisions'
  | 'allocations'
  | 'commitment_entries'
  | 'delivery_sessions'
  | 'reviews'
  | 'ehc_facts'
  | 'consultations'
  | 'earlier_consultations'
  | 'agency_reports'
  | 'notes'
  | 'note_versions'
  | 'case_tasks'
  | 'legal_holds'
  | 'access_requests'
  | 'access_request_counters'
  | 'contact_details'
  | 'getting_started_marks'
  | 'reference_counters'
  | 'toolkit_resources'
  | 'return_items'
  | 'decline_signposts'
  | 'referral_receipts'
  | 'sign_offs';

/** Writes whole tables of invented rows. Only the demo's set-up calls it. */
@Injectable()
export class DemoRepository {
  async isSeeded(tx: Tx): Promise<boolean> {
    return (await tx.rows('select 1 from authorities limit 1')).length > 0;
  }

  async insertAuthority(tx: Tx, name: string, code: string, serviceName: string): Promise<number> {
    const [row] = await tx.rows<{ id: number }>(
      'insert into authorities (name, code, service_name) values ($1, $2, $3) returning id',
      [name, code, serviceName],
    );
    if (!row) throw new Error('the demo authority was not made');
    return row.id;
  }

  /** Brings the contracts' counters in line with the ledger that was written beside them. */
  async takeCommittedUnits(tx: Tx, authorityId: number): Promise<void> {
    await tx.rows(
      `update contracts c set taken_units = e.units, committed_pence = e.pence
         from (select contract_id, sum(units) as units, sum(amount_pence) as pence from commitment_entries
                where authority_id = $1 and kind = 'committed' group by contract_id) e
        where c.authority_id = $1 and c.id = e.contract_id`,
      [authorityId],
    );
  }

  /** Past events, through the same function as any other, in the order in which they are said to have happened. */
  async appendEvents(tx: Tx, events: readonly NewAuditEvent[]): Promise<void> {
    const inTime = [...events].sort((a, b) => a.at.localeCompare(b.at));
    await tx.rows('select audit_append($1::jsonb)', [JSON.stringify(inTime)]);
  }

  /** All rows have the keys of the first one; keys are column names. */
  async insert(tx: Tx, table: DemoTable, rows: readonly Row[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first).join(', ');
    await tx.rows(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }

  /** The oldest open referrals in this status, by the day on which lists show them. */
  async findReferralIds(tx: Tx, authorityId: number, status: string, limit: number): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'select id from referrals where authority_id = $1 and status = $2 order by listed_on, id limit $3',
      [authorityId, status, limit],
    );
    return rows.map(({ id }) => id);
  }
}
