import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface Figure {
  readonly code: string;
  readonly count: number;
}

export interface ReportFigures {
  readonly bySex: readonly Figure[];
  readonly byNcYear: readonly Figure[];
  readonly byPrimaryNeed: readonly Figure[];
  readonly schoolsByPhase: readonly Figure[];
  /** Analysed children by hours, outcome and whether a plan was issued: the groups that sums of money could tell. */
  readonly byHoursAndOutcome: readonly Figure[];
  /** Referrals submitted since the launch, as at the end of each calendar quarter of the period; also those destroyed since. */
  readonly referralsByQuarterEnd: readonly Figure[];
}

const cohort = `from analysis_lines l
  join referrals r on r.authority_id = l.authority_id and r.id = l.referral_id
  join children c on c.authority_id = r.authority_id and c.id = r.child_id
  join schools s on s.authority_id = r.authority_id and s.id = r.school_id
 where l.authority_id = $1 and l.run_id = $2`;

/** The exact counts behind a report. They leave the API only through disclosure control. */
@Injectable()
export class ReportFiguresQuery {
  /** Cases of the run that are no longer there: their lines have stayed, without the case. */
  async countDestroyed(tx: Tx, authorityId: number, runId: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>(
      'select count(*) as count from analysis_lines where authority_id = $1 and run_id = $2 and referral_id is null',
      [authorityId, runId],
    );
    return row?.count ?? 0;
  }

  async run(
    tx: Tx,
    authorityId: number,
    runId: string,
    period: { readonly from: string; readonly to: string },
  ): Promise<ReportFigures> {
    const grouped = (column: string, counted = 'count(*)'): Promise<Figure[]> =>
      tx.rows<Figure>(`select ${column} as code, ${counted} as count ${cohort} group by 1 order by 1`, [
        authorityId,
        runId,
      ]);
    return {
      bySex: await grouped('c.sex'),
      byNcYear: await grouped('r.nc_year'),
      byPrimaryNeed: await grouped('r.primary_need'),
      schoolsByPhase: await grouped('s.phase', 'count(distinct s.id)'),
      byHoursAndOutcome: await tx.rows<Figure>(
        `select concat_ws(' ', weekly_hours_hundredths, outcome_category, is_avoided) as code, count(*) as count
           from analysis_lines where authority_id = $1 and run_id = $2 and exclusion is null group by 1 order by 1`,
        [authorityId, runId],
      ),
      referralsByQuarterEnd: await tx.rows<Figure>(
        `select to_char(q.day, 'YYYY-MM-DD') as code,
                (select count(*) from referrals r where r.authority_id = $1 and r.submitted_on <= q.day)
                + (select coalesce(sum(d.count), 0) from destroyed_referral_counts d
                    where d.authority_id = $1 and d.submitted_quarter <= q.day) as count
           from (select (date_trunc('quarter', d) + interval '3 months - 1 day')::date as day
                   from generate_series(date_trunc('quarter', $2::date), date_trunc('quarter', $3::date), interval '3 months') d) q
          order by 1`,
        [authorityId, period.from, period.to],
      ),
    };
  }
}
