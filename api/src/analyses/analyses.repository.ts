import { Injectable } from '@nestjs/common';

import type { Scope, Tx } from '../database/transactions.js';
import { AnalysisRunEntity } from './analysis-run.entity.js';

interface AuthorityScope extends Scope {
  readonly authorityId: number;
}

export interface AnalysisLineRow {
  /** Null once the case has been destroyed: what it added to the total stays. */
  readonly referralId: string | null;
  /** Where the line stands in the list: by reference, lines of destroyed cases at the end. */
  readonly place: string;
  readonly reference: string;
  readonly reviewedOn: string;
  readonly exclusion: string | null;
  readonly weeklyHoursHundredths: number | null;
  readonly outcomeCategory: string | null;
  readonly isAvoided: boolean;
  readonly grossPence: number;
  readonly netPence: number;
}

export type NewAnalysisLine = Omit<AnalysisLineRow, 'reference' | 'place'>;

export const linesOnAPage = 50;

/** Runs are the authority's; who may see which part of one is a matter of permissions, as lines name no child. */
@Injectable()
export class AnalysesRepository {
  findAll(tx: Tx, { authorityId }: AuthorityScope): Promise<AnalysisRunEntity[]> {
    return tx.manager.find(AnalysisRunEntity, { where: { authorityId }, order: { queuedAt: 'DESC' }, take: 100 });
  }

  find(tx: Tx, { authorityId }: AuthorityScope, runId: string): Promise<AnalysisRunEntity | null> {
    return tx.manager.findOneBy(AnalysisRunEntity, { authorityId, id: runId });
  }

  async lock(tx: Tx, scope: AuthorityScope, runId: string): Promise<AnalysisRunEntity | null> {
    await tx.rows('select 1 from analysis_runs where authority_id = $1 and id = $2 for update', [
      scope.authorityId,
      runId,
    ]);
    return this.find(tx, scope, runId);
  }

  async insert(
    tx: Tx,
    run: Pick<
      AnalysisRunEntity,
      | 'authorityId'
      | 'periodFrom'
      | 'periodTo'
      | 'rateCardId'
      | 'methodologyVersion'
      | 'parameters'
      | 'startedBy'
      | 'queuedAt'
    >,
  ): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into analysis_runs (authority_id, period_from, period_to, rate_card_id, methodology_version, parameters, started_by, queued_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        run.authorityId,
        run.periodFrom,
        run.periodTo,
        run.rateCardId,
        run.methodologyVersion,
        JSON.stringify(run.parameters),
        run.startedBy,
        run.queuedAt,
      ],
    );
    if (!row) throw new Error('the insert of an analysis run gave no id');
    return row.id;
  }

  /** Saves a locked run as its next version. */
  async save(tx: Tx, run: AnalysisRunEntity): Promise<void> {
    run.version += 1;
    await tx.manager.save(AnalysisRunEntity, run);
  }

  async markEnqueued(tx: Tx, scope: AuthorityScope, runId: string, at: Date): Promise<void> {
    await tx.manager.update(AnalysisRunEntity, { authorityId: scope.authorityId, id: runId }, { enqueuedAt: at });
  }

  /** Progress and a sign of life. False when the run is no longer running: cancelled meanwhile, or ended by another worker. */
  async progress(
    tx: Tx,
    scope: AuthorityScope,
    runId: string,
    done: number,
    total: number,
    at: Date,
  ): Promise<boolean> {
    const rows = await tx.rows(
      `update analysis_runs set progress_done = $3, progress_total = $4, enqueued_at = $5, version = version + 1
        where authority_id = $1 and id = $2 and status = 'running' returning id`,
      [scope.authorityId, runId, done, total, at],
    );
    return rows.length === 1;
  }

  /** Rows that should be with a worker but have shown no sign of life since `silentSince`: lost between commit and queue. */
  async findForgotten(tx: Tx, scope: AuthorityScope, silentSince: Date): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `select id from analysis_runs
        where authority_id = $1 and status in ('queued', 'running') and coalesce(enqueued_at, queued_at) < $2`,
      [scope.authorityId, silentSince],
    );
    return rows.map((row) => row.id);
  }

  async insertLines(tx: Tx, scope: AuthorityScope, runId: string, lines: readonly NewAnalysisLine[]): Promise<void> {
    await tx.rows(
      `insert into analysis_lines (authority_id, run_id, referral_id, reviewed_on, exclusion, weekly_hours_hundredths,
         outcome_category, is_avoided, gross_pence, net_pence)
       select $1, $2, l."referralId", l."reviewedOn", l.exclusion, l."weeklyHoursHundredths", l."outcomeCategory", l."isAvoided",
              l."grossPence", l."netPence"
         from jsonb_to_recordset($3::jsonb) as l("referralId" uuid, "reviewedOn" date, exclusion text, "weeklyHoursHundredths" integer,
              "outcomeCategory" text, "isAvoided" boolean, "grossPence" bigint, "netPence" bigint)`,
      [scope.authorityId, runId, JSON.stringify(lines)],
    );
  }

  findLines(tx: Tx, scope: AuthorityScope, runId: string, after: string | null): Promise<AnalysisLineRow[]> {
    return tx.rows<AnalysisLineRow>(
      `select l.referral_id as "referralId", coalesce(r.reference, '') as reference,
              coalesce(r.reference, '~' || l.id) as place, l.reviewed_on as "reviewedOn", l.exclusion,
              l.weekly_hours_hundredths as "weeklyHoursHundredths", l.outcome_category as "outcomeCategory",
              l.is_avoided as "isAvoided", l.gross_pence as "grossPence", l.net_pence as "netPence"
         from analysis_lines l
         left join referrals r on r.authority_id = l.authority_id and r.id = l.referral_id
        where l.authority_id = $1 and l.run_id = $2 and ($3::text is null or coalesce(r.reference, '~' || l.id) > $3)
        order by place limit ${linesOnAPage + 1}`,
      [scope.authorityId, runId, after],
    );
  }
}
