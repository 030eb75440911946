import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { ReportEntity } from './report.entity.js';
import { visibleTo } from './report-visibility.js';

export interface ReportRow extends ReportEntity {
  readonly draftedByName: string;
  readonly approvedByName: string | null;
  readonly periodFrom: string;
  readonly periodTo: string;
}

const columns = `p.id, p.authority_id as "authorityId", p.analysis_run_id as "analysisRunId", p.title, p.status, p.version, p.content,
  p.content_hash as "contentHash", p.drafted_by as "draftedBy", p.drafted_at as "draftedAt", p.approved_by as "approvedBy",
  p.approved_at as "approvedAt", p.published_by as "publishedBy", p.published_at as "publishedAt",
  d.name as "draftedByName", a.name as "approvedByName", n.period_from as "periodFrom", n.period_to as "periodTo"`;

const tables = `reports p
  join users d on d.id = p.drafted_by
  left join users a on a.id = p.approved_by
  join analysis_runs n on n.authority_id = p.authority_id and n.id = p.analysis_run_id`;

@Injectable()
export class ReportsRepository {
  findAll(tx: Tx, actor: Actor): Promise<ReportRow[]> {
    const values: unknown[] = [];
    return tx.rows<ReportRow>(
      `select ${columns} from ${tables} where ${visibleTo(actor, values)} order by p.drafted_at desc limit 200`,
      values,
    );
  }

  async find(tx: Tx, actor: Actor, reportId: string): Promise<ReportRow | null> {
    const values: unknown[] = [reportId];
    const [row] = await tx.rows<ReportRow>(
      `select ${columns} from ${tables} where p.id = $1 and ${visibleTo(actor, values)}`,
      values,
    );
    return row ?? null;
  }

  async lock(tx: Tx, actor: Actor, reportId: string): Promise<ReportEntity | null> {
    const values: unknown[] = [reportId];
    const seen = await tx.rows(
      `select 1 from reports p where p.id = $1 and ${visibleTo(actor, values)} for update`,
      values,
    );
    return seen.length === 0
      ? null
      : tx.manager.findOneBy(ReportEntity, { authorityId: actor.authorityId, id: reportId });
  }

  async insert(
    tx: Tx,
    report: Pick<
      ReportEntity,
      'authorityId' | 'analysisRunId' | 'title' | 'content' | 'contentHash' | 'draftedBy' | 'draftedAt'
    >,
  ): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into reports (authority_id, analysis_run_id, title, content, content_hash, drafted_by, drafted_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        report.authorityId,
        report.analysisRunId,
        report.title,
        JSON.stringify(report.content),
        report.contentHash,
        report.draftedBy,
        report.draftedAt,
      ],
    );
    if (!row) throw new Error('the insert of a report gave no id');
    return row.id;
  }

  /** Saves a locked report as its next version. */
  async save(tx: Tx, report: ReportEntity): Promise<void> {
    report.version += 1;
    await tx.manager.save(ReportEntity, report);
  }
}
