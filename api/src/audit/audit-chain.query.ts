import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { ChainEnd, ChainRow } from './audit-chain.js';

/** The moment of an event to the microsecond, as the canonical text has it. */
const instant = `to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const text = (column: string): string => `coalesce(to_json(e.${column}::text)::text, 'null')`;

/**
 * The canonical text of an event. Written out here and not asked of the database's own function: whoever can change events
 * can change that function too.
 */
export const canonicalText = `'[' || e.authority_id || ',' || e.seq || ',"' || ${instant} || '",' || to_json(e.event)::text
  || ',' || ${text('actor_user_id')} || ',' || to_json(e.actor_name)::text
  || ',' || case cardinality(e.actor_roles) when 0 then '[]' when 1 then '[' || to_json(e.actor_roles[1])::text || ']'
       else '[' || (select string_agg(to_json(role)::text, ',' order by place) from unnest(e.actor_roles) with ordinality roles (role, place)) || ']' end
  || ',' || to_json(e.subject_type)::text || ',' || ${text('subject_id')}
  || ',' || ${text('subject_referral_id')} || ',' || ${text('subject_child_id')}
  || ',' || ${text('reason')} || ',' || ${text('address')}
  || ',' || ${text('session_id')} || ',' || ${text('request_id')} || ',' || ${text('emergency_access_id')}
  || ',' || case when e.detail = '{}'::jsonb then '{}'
       else '{' || (select string_agg(to_json(key)::text || ':' || value::text, ',' order by key collate "C") from jsonb_each(e.detail)) || '}' end
  || ']'`;

export const canonicalTextOfInstallation = `'[' || e.seq || ',"' || ${instant} || '",' || to_json(e.event)::text
  || ',' || ${text('address')} || ',' || ${text('request_id')} || ']'`;

/** How many events are read at once: enough that a round trip does not count, few enough for a small worker. */
const batchSize = 5_000;

export const eventsAfter = `select e.seq, e.hash, ${canonicalText} as canonical from audit_events e
  where e.authority_id = $1 and e.seq > $2 order by e.seq limit ${batchSize}`;

export const installationEventsAfter = `select e.seq, e.hash, ${canonicalTextOfInstallation} as canonical from installation_events e
  where e.seq > $1 order by e.seq limit ${batchSize}`;

const endColumns = `h.seq as "headSeq", h.hash as "headHash", e.seq as "lastSeq", e.hash as "lastHash"`;

export const endsOfAuthority = `select ${endColumns}
  from (select $1::integer as authority_id) a
  left join audit_heads h on h.authority_id = a.authority_id
  left join lateral (select seq, hash from audit_events where authority_id = a.authority_id order by seq desc limit 1) e on true`;

export const endsOfInstallation = `select ${endColumns}
  from (select 1) a
  left join installation_head h on true
  left join lateral (select seq, hash from installation_events order by seq desc limit 1) e on true`;

/** As the driver hands the ends over: numbers may be text. */
export interface EndsRow {
  readonly headSeq: number | string | null;
  readonly headHash: Buffer | null;
  readonly lastSeq: number | string | null;
  readonly lastHash: Buffer | null;
}

export function toEnds(row: EndsRow | undefined): { head: ChainEnd | null; last: ChainEnd | null } {
  const end = (seq: number | string | null | undefined, hash: Buffer | null | undefined): ChainEnd | null =>
    seq === null || seq === undefined || !hash ? null : { seq: Number(seq), hash };
  return { head: end(row?.headSeq, row?.headHash), last: end(row?.lastSeq, row?.lastHash) };
}

/** An authority's chain as the running application reads it. */
@Injectable()
export class AuditChainQuery {
  readAfter(tx: Tx, authorityId: number, seq: number): Promise<ChainRow[]> {
    return tx.rows<ChainRow>(eventsAfter, [authorityId, seq]);
  }

  async readEnds(tx: Tx, authorityId: number): Promise<ReturnType<typeof toEnds>> {
    const [row] = await tx.rows<EndsRow>(endsOfAuthority, [authorityId]);
    return toEnds(row);
  }

  async readInstallationHead(tx: Tx): Promise<ChainEnd | null> {
    const [row] = await tx.rows<EndsRow>(endsOfInstallation);
    return toEnds(row).head;
  }
}
