import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { PackArchive } from './pack-archive.js';
import type { PackContent } from './pack-content.js';
import type { PackDocumentRow } from './pack-documents.js';
import type { Passage, PassageKind } from './pack-passages.js';

export interface AccessPackRow {
  readonly id: string;
  readonly accessRequestId: string;
  readonly status: 'queued' | 'running' | 'in_review' | 'failed' | 'superseded' | 'released' | 'destroyed';
  readonly progressDone: number;
  readonly progressTotal: number;
  readonly passageCount: number;
  readonly undecidedCount: number;
  readonly undecidedDocumentCount: number;
  readonly failure: string | null;
  readonly releasedAt: Date | null;
  readonly archiveSha256: string | null;
}

export interface PassageRow extends Omit<Passage, 'kind'> {
  readonly id: string;
  readonly kind: PassageKind;
  readonly decision: 'keep' | 'redact' | null;
}

const columns = `k.id, k.access_request_id as "accessRequestId", k.status, k.progress_done as "progressDone",
  k.progress_total as "progressTotal", k.failure, k.released_at as "releasedAt", k.archive_sha256 as "archiveSha256",
  (select count(*) from access_pack_passages p where p.authority_id = k.authority_id and p.access_pack_id = k.id) as "passageCount",
  (select count(*) from access_pack_passages p where p.authority_id = k.authority_id and p.access_pack_id = k.id
      and p.decision is null) as "undecidedCount",
  (select count(*) from access_pack_documents d where d.authority_id = k.authority_id and d.access_pack_id = k.id
      and d.decision is null and d.unavailable is null) as "undecidedDocumentCount"`;

/** Packs and their passages. The request was already found to be visible. */
@Injectable()
export class AccessPacksRepository {
  async insert(tx: Tx, authorityId: number, requestId: string, preparedBy: string, at: Date): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into access_packs (authority_id, access_request_id, prepared_by, queued_at) values ($1, $2, $3, $4) returning id`,
      [authorityId, requestId, preparedBy, at],
    );
    if (!row) throw new Error('the insert of an access pack gave no id');
    return row.id;
  }

  async findNewest(tx: Tx, authorityId: number, requestId: string): Promise<AccessPackRow | null> {
    const [row] = await tx.rows<AccessPackRow>(
      `select ${columns} from access_packs k where k.authority_id = $1 and k.access_request_id = $2 order by k.queued_at desc, k.id desc limit 1`,
      [authorityId, requestId],
    );
    return row ?? null;
  }

  async lock(tx: Tx, authorityId: number, packId: string): Promise<AccessPackRow | null> {
    await tx.rows('select 1 from access_packs where authority_id = $1 and id = $2 for update', [authorityId, packId]);
    const [row] = await tx.rows<AccessPackRow>(
      `select ${columns} from access_packs k where k.authority_id = $1 and k.id = $2`,
      [authorityId, packId],
    );
    return row ?? null;
  }

  /** A pack that was not released gives way to a newer one; its copy of everything goes. */
  async supersede(tx: Tx, authorityId: number, packId: string): Promise<void> {
    await tx.rows('delete from access_pack_passages where authority_id = $1 and access_pack_id = $2', [
      authorityId,
      packId,
    ]);
    await tx.rows("update access_packs set status = 'superseded', content = null where authority_id = $1 and id = $2", [
      authorityId,
      packId,
    ]);
  }

  async begin(tx: Tx, authorityId: number, packId: string, total: number, at: Date): Promise<void> {
    await tx.rows(
      `update access_packs set status = 'running', progress_done = 0, progress_total = $3, enqueued_at = $4
        where authority_id = $1 and id = $2`,
      [authorityId, packId, total, at],
    );
  }

  async progress(tx: Tx, authorityId: number, packId: string, done: number, at: Date): Promise<void> {
    await tx.rows(
      `update access_packs set progress_done = $3, enqueued_at = $4 where authority_id = $1 and id = $2 and status = 'running'`,
      [authorityId, packId, done, at],
    );
  }

  async collected(
    tx: Tx,
    authorityId: number,
    packId: string,
    content: PackContent,
    passages: readonly Passage[],
    at: Date,
  ): Promise<void> {
    await tx.rows(
      `update access_packs set status = 'in_review', content = $3, collected_at = $4, progress_done = progress_total
        where authority_id = $1 and id = $2`,
      [authorityId, packId, JSON.stringify(content), at],
    );
    await this.insertPassages(tx, authorityId, packId, passages);
  }

  async insertPassages(tx: Tx, authorityId: number, packId: string, passages: readonly Passage[]): Promise<void> {
    await tx.rows(
      `insert into access_pack_passages (authority_id, access_pack_id, position, pointer, starts_at, ends_at, place, context,
         passage, kind, suggestion)
       select $1, $2, first.number + p.ordinality, p.item ->> 'pointer', (p.item ->> 'startsAt')::integer,
              (p.item ->> 'endsAt')::integer, p.item ->> 'place', p.item ->> 'context', p.item ->> 'passage',
              p.item ->> 'kind', p.item ->> 'suggestion'
         from jsonb_array_elements($3::jsonb) with ordinality p(item, ordinality),
              (select coalesce(max(position), 0) as number from access_pack_passages
                where authority_id = $1 and access_pack_id = $2) first`,
      [authorityId, packId, JSON.stringify(passages)],
    );
  }

  async fail(tx: Tx, authorityId: number, packId: string, failure: string): Promise<void> {
    await tx.rows("update access_packs set status = 'failed', failure = $3 where authority_id = $1 and id = $2", [
      authorityId,
      packId,
      failure,
    ]);
  }

  async findContent(tx: Tx, authorityId: number, packId: string): Promise<PackContent | null> {
    const [row] = await tx.rows<{ content: PackContent | null }>(
      'select content from access_packs where authority_id = $1 and id = $2',
      [authorityId, packId],
    );
    return row?.content ?? null;
  }

  findPassages(tx: Tx, authorityId: number, packId: string): Promise<PassageRow[]> {
    return tx.rows<PassageRow>(
      `select id, pointer, starts_at as "startsAt", ends_at as "endsAt", place, context, passage, kind, suggestion, decision
         from access_pack_passages where authority_id = $1 and access_pack_id = $2 order by position`,
      [authorityId, packId],
    );
  }

  /** How many of the named passages belong to the pack and are decided now. */
  async decide(
    tx: Tx,
    authorityId: number,
    packId: string,
    choices: readonly { readonly passageId: string; readonly decision: string }[],
    by: string,
    at: Date,
  ): Promise<number> {
    const rows = await tx.rows(
      `update access_pack_passages p set decision = c.decision, decided_by = $4, decided_at = $5
         from jsonb_to_recordset($3::jsonb) as c("passageId" uuid, decision text)
        where p.authority_id = $1 and p.access_pack_id = $2 and p.id = c."passageId" returning p.id`,
      [authorityId, packId, JSON.stringify(choices), by, at],
    );
    return rows.length;
  }

  /** Every version of every document of these cases; those that nobody can open are named with the reason. */
  async insertDocuments(tx: Tx, authorityId: number, packId: string, referralIds: readonly string[]): Promise<void> {
    await tx.rows(
      `insert into access_pack_documents (authority_id, access_pack_id, document_version_id, position, name, unavailable)
       select $1, $2, v.id, row_number() over in_order,
              format('documents/document-%s-version-%s.%s', dense_rank() over (order by d.created_at, d.id), v.number, v.kind),
              case when d.removed_at is not null then 'removed' when v.scan_status <> 'clean' then v.scan_status end
         from documents d join document_versions v on v.authority_id = d.authority_id and v.document_id = d.id
        where d.authority_id = $1 and d.referral_id = any($3::uuid[])
       window in_order as (order by d.created_at, d.id, v.number)`,
      [authorityId, packId, referralIds],
    );
  }

  /** A file whose case was destroyed meanwhile is not among them. */
  findDocuments(tx: Tx, authorityId: number, packId: string): Promise<PackDocumentRow[]> {
    return tx.rows<PackDocumentRow>(
      `select k.id, k.document_version_id as "documentVersionId", k.name, v.file_name as "fileName", v.kind,
              v.number as "versionNumber", v.size_bytes as "sizeBytes", v.sha256, v.storage_key as "storageKey",
              k.unavailable, k.decision, k.withheld_reason as "withheldReason", k.starts_at as "startsAt",
              (d.removed_at is null and v.scan_status = 'clean') as "isStillOpen"
         from access_pack_documents k
         join document_versions v on v.authority_id = k.authority_id and v.id = k.document_version_id
         join documents d on d.authority_id = v.authority_id and d.id = v.document_id
        where k.authority_id = $1 and k.access_pack_id = $2 order by k.position`,
      [authorityId, packId],
    );
  }

  /** How many files are in the archive of a released pack, whether they are still there or not. */
  async countPlaced(tx: Tx, authorityId: number, packId: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>(
      'select count(*)::int as count from access_pack_documents where authority_id = $1 and access_pack_id = $2 and starts_at is not null',
      [authorityId, packId],
    );
    return row?.count ?? 0;
  }

  /** How many of the named files belong to the pack, can be in it, and are decided now. */
  async decideDocuments(
    tx: Tx,
    authorityId: number,
    packId: string,
    choices: readonly { readonly packDocumentId: string; readonly decision: string; readonly reason: string }[],
    by: string,
    at: Date,
  ): Promise<number> {
    const rows = await tx.rows(
      `update access_pack_documents d set decision = c.decision, decided_by = $4, decided_at = $5,
              withheld_reason = case when c.decision = 'withhold' then c.reason end
         from jsonb_to_recordset($3::jsonb) as c("packDocumentId" uuid, decision text, reason text)
        where d.authority_id = $1 and d.access_pack_id = $2 and d.id = c."packDocumentId" and d.unavailable is null
        returning d.id`,
      [authorityId, packId, JSON.stringify(choices), by, at],
    );
    return rows.length;
  }

  async release(tx: Tx, authorityId: number, packId: string, pack: PackArchive, by: string, at: Date): Promise<void> {
    await tx.rows(
      `update access_pack_documents d set starts_at = p.value::bigint from jsonb_each_text($3::jsonb) p
        where d.authority_id = $1 and d.access_pack_id = $2 and d.name = p.key`,
      [authorityId, packId, JSON.stringify(Object.fromEntries(pack.places))],
    );
    // The unredacted copy goes with the release. The passages stay as long as the files: who took out what is answered for.
    await tx.rows(
      `update access_packs set status = 'released', archive = $3, archive_sha256 = $4, manifest = $5, released_by = $6,
         released_at = $7, content = null where authority_id = $1 and id = $2`,
      [authorityId, packId, Buffer.from(pack.frame), pack.sha256, JSON.stringify(pack.manifest), by, at],
    );
  }

  async findArchive(tx: Tx, authorityId: number, packId: string): Promise<Buffer | null> {
    const [row] = await tx.rows<{ archive: Buffer | null }>(
      'select archive from access_packs where authority_id = $1 and id = $2',
      [authorityId, packId],
    );
    return row?.archive ?? null;
  }

  async markEnqueued(tx: Tx, authorityId: number, packId: string, at: Date): Promise<void> {
    await tx.rows('update access_packs set enqueued_at = $3 where authority_id = $1 and id = $2', [
      authorityId,
      packId,
      at,
    ]);
  }

  /** Packs that should be with a worker but have shown no sign of life since then. */
  async findForgotten(tx: Tx, authorityId: number, silentSince: Date): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `select id from access_packs where authority_id = $1 and status in ('queued', 'running')
          and coalesce(enqueued_at, queued_at) < $2`,
      [authorityId, silentSince],
    );
    return rows.map(({ id }) => id);
  }
}
