import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface AccessRequestRow {
  readonly id: string;
  readonly reference: string;
  readonly status: 'open' | 'released' | 'refused' | 'withdrawn';
  readonly version: number;
  readonly childId: string;
  readonly requesterName: string;
  readonly requesterRelation: string;
  readonly identityCheck: string;
  readonly identityNote: string;
  readonly identityProvenOn: string | null;
  readonly wanted: string;
  readonly receivedOn: string;
  readonly isComplex: boolean;
  readonly complexReason: string | null;
  readonly closedOn: string | null;
  readonly closingReason: string | null;
  readonly loggedByName: string;
  readonly pauses: readonly { pausedOn: string; reason: string; resumedOn: string | null }[];
}

export interface ChildRow {
  readonly id: string;
  readonly upn: string;
  readonly name: string;
  readonly bornOn: string;
  readonly schoolName: string;
  readonly caseCount: number;
}

const columns = `q.id, q.reference, q.status, q.version, q.child_id as "childId", q.requester_name as "requesterName",
  q.requester_relation as "requesterRelation", q.identity_check as "identityCheck", q.identity_note as "identityNote",
  q.identity_proven_on as "identityProvenOn", q.wanted, q.received_on as "receivedOn", q.is_complex as "isComplex",
  q.complex_reason as "complexReason", q.closed_on as "closedOn", q.closing_reason as "closingReason",
  u.name as "loggedByName",
  coalesce((select json_agg(json_build_object('pausedOn', p.paused_on, 'reason', p.reason, 'resumedOn', p.resumed_on) order by p.paused_on)
     from access_request_pauses p where p.authority_id = q.authority_id and p.access_request_id = q.id), '[]') as pauses`;
const from = 'from access_requests q join users u on u.id = q.logged_by';

const childColumns = `c.id, c.upn, concat_ws(' ', c.legal_forename, c.legal_surname) as name, c.born_on as "bornOn",
  coalesce((select s.name from referrals r join schools s on s.authority_id = r.authority_id and s.id = r.school_id
     where r.authority_id = c.authority_id and r.child_id = c.id order by r.listed_on desc limit 1), '') as "schoolName",
  (select count(*) from referrals r where r.authority_id = c.authority_id and r.child_id = c.id) as "caseCount"`;

/** Requests for access. They are the authority's; only the data protection officer has permissions for them. */
@Injectable()
export class AccessRequestsRepository {
  findChildren(tx: Tx, authorityId: number, upnOrReference: string): Promise<ChildRow[]> {
    return tx.rows<ChildRow>(
      `select ${childColumns} from children c
        where c.authority_id = $1 and c.merged_into_id is null and (c.upn = $2
          or c.id = surviving_child((select o.id from children o where o.authority_id = $1 and o.upn = $2)) or exists (
          select 1 from referrals r where r.authority_id = c.authority_id and r.child_id = c.id and r.reference = $2))
        limit 10`,
      [authorityId, upnOrReference.trim().toUpperCase()],
    );
  }

  async findChild(tx: Tx, authorityId: number, childId: string): Promise<ChildRow | null> {
    const [row] = await tx.rows<ChildRow>(
      `select ${childColumns} from children c where c.authority_id = $1 and c.id = $2`,
      [authorityId, childId],
    );
    return row ?? null;
  }

  /** The open ones first, the oldest of them on top; then the closed ones, the newest on top. */
  findAll(tx: Tx, authorityId: number): Promise<AccessRequestRow[]> {
    return tx.rows<AccessRequestRow>(
      `select ${columns} ${from} where q.authority_id = $1
        order by q.closed_on desc nulls first, q.received_on, q.id limit 500`,
      [authorityId],
    );
  }

  async find(tx: Tx, authorityId: number, requestId: string): Promise<AccessRequestRow | null> {
    const [row] = await tx.rows<AccessRequestRow>(`select ${columns} ${from} where q.authority_id = $1 and q.id = $2`, [
      authorityId,
      requestId,
    ]);
    return row ?? null;
  }

  /** Holds the row until the transaction ends. */
  async lock(tx: Tx, authorityId: number, requestId: string): Promise<AccessRequestRow | null> {
    await tx.rows('select 1 from access_requests where authority_id = $1 and id = $2 for update', [
      authorityId,
      requestId,
    ]);
    return this.find(tx, authorityId, requestId);
  }

  async nextReference(tx: Tx, authorityId: number, year: number): Promise<string> {
    const [row] = await tx.rows<{ number: number }>(
      `insert into access_request_counters (authority_id, year, last_number) values ($1, $2, 1)
       on conflict on constraint access_request_counters_pkey
         do update set last_number = access_request_counters.last_number + 1
       returning last_number as number`,
      [authorityId, year],
    );
    return `SAR-${year}-${String(row?.number ?? 0).padStart(4, '0')}`;
  }

  async insert(
    tx: Tx,
    request: Pick<
      AccessRequestRow,
      | 'childId'
      | 'reference'
      | 'requesterName'
      | 'requesterRelation'
      | 'identityCheck'
      | 'identityNote'
      | 'wanted'
      | 'receivedOn'
    > & { readonly authorityId: number; readonly loggedBy: string; readonly loggedAt: Date },
  ): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into access_requests (authority_id, child_id, reference, requester_name, requester_relation, identity_check,
         identity_note, wanted, received_on, logged_by, logged_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [
        request.authorityId,
        request.childId,
        request.reference,
        request.requesterName,
        request.requesterRelation,
        request.identityCheck,
        request.identityNote,
        request.wanted,
        request.receivedOn,
        request.loggedBy,
        request.loggedAt,
      ],
    );
    if (!row) throw new Error('the insert of an access request gave no id');
    return row.id;
  }

  async touch(tx: Tx, authorityId: number, requestId: string): Promise<void> {
    await tx.rows('update access_requests set version = version + 1 where authority_id = $1 and id = $2', [
      authorityId,
      requestId,
    ]);
  }

  async setIdentity(
    tx: Tx,
    authorityId: number,
    requestId: string,
    proof: { readonly identityCheck: string; readonly provenOn: string; readonly note: string },
  ): Promise<void> {
    await tx.rows(
      'update access_requests set identity_check = $3, identity_proven_on = $4, identity_note = $5 where authority_id = $1 and id = $2',
      [authorityId, requestId, proof.identityCheck, proof.provenOn, proof.note],
    );
  }

  async setComplex(tx: Tx, authorityId: number, requestId: string, reason: string): Promise<void> {
    await tx.rows(
      'update access_requests set is_complex = true, complex_reason = $3 where authority_id = $1 and id = $2',
      [authorityId, requestId, reason],
    );
  }

  async insertPause(
    tx: Tx,
    authorityId: number,
    requestId: string,
    pause: { readonly pausedOn: string; readonly reason: string; readonly pausedBy: string },
  ): Promise<void> {
    await tx.rows(
      'insert into access_request_pauses (authority_id, access_request_id, paused_on, reason, paused_by) values ($1, $2, $3, $4, $5)',
      [authorityId, requestId, pause.pausedOn, pause.reason, pause.pausedBy],
    );
  }

  async endPause(tx: Tx, authorityId: number, requestId: string, resumedOn: string, resumedBy: string): Promise<void> {
    await tx.rows(
      `update access_request_pauses set resumed_on = $3, resumed_by = $4
        where authority_id = $1 and access_request_id = $2 and resumed_on is null`,
      [authorityId, requestId, resumedOn, resumedBy],
    );
  }

  async close(
    tx: Tx,
    authorityId: number,
    requestId: string,
    end: {
      readonly status: string;
      readonly reason: string | null;
      readonly closedOn: string;
      readonly closedBy: string;
    },
  ): Promise<void> {
    await tx.rows(
      `update access_requests set status = $3, closing_reason = $4, closed_on = $5, closed_by = $6
        where authority_id = $1 and id = $2`,
      [authorityId, requestId, end.status, end.reason, end.closedOn, end.closedBy],
    );
  }
}
