import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import {
  type ChildIdentity,
  QUEUE_TABS,
  type QueueStage,
  type QueueTab,
  type ReferralAnswers,
  type ReferralSection,
  type ReferralStatus,
} from '@panel/case-rules';

import type { Actor } from '../auth/actor.js';
import { otherRecordsOfChild } from '../children/other-records.js';
import type { Tx } from '../database/transactions.js';
import { visibleTo } from '../referrals/referral-visibility.js';
import type { QueueSort } from './queue.dto.js';

export interface QueueQueryFilter {
  readonly tab: QueueTab;
  readonly schoolId?: string;
  readonly primaryNeed?: string;
  /** null: assigned to nobody. */
  readonly assigneeId?: string | null;
  readonly dueBefore?: string;
  readonly isUrgent?: boolean;
  readonly search?: string;
  readonly sort: QueueSort;
  /** A step whose date lies before it is late. */
  readonly overdueBefore: string;
  readonly after?: { readonly day: string; readonly id: string };
}

export interface QueueRow {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly pupilName: string;
  readonly ncYear: string | null;
  readonly schoolName: string;
  readonly status: ReferralStatus;
  readonly stage: QueueStage;
  readonly primaryNeed: string | null;
  readonly isUrgent: boolean;
  readonly submittedOn: string | null;
  readonly dueOn: string | null;
  readonly assignedTo: string | null;
  readonly assigneeName: string | null;
  readonly sections: readonly { readonly section: ReferralSection; readonly answers: unknown }[];
  readonly child: ChildIdentity | null;
  readonly others: readonly (ChildIdentity & { readonly toldApart: readonly string[] | null })[];
  /** Of a case that was sent again: the version that was returned, and the newest one. */
  readonly sinceReturn: {
    readonly before: number;
    readonly after: number;
    readonly answersBefore: Partial<ReferralAnswers>;
    readonly answersAfter: Partial<ReferralAnswers>;
  } | null;
}

export interface QueueRead {
  readonly items: readonly QueueRow[];
  readonly counts: Readonly<Record<QueueTab, number>>;
  readonly nextAfter: string | null;
}

export const casesOnAPage = 25;
/** Counting stops here, so that a tab costs the same however long the queue is. Nobody works through five hundred. */
export const countedAtMost = 500;

/** The queue: the rows of one tab and the counts of all, by one statement, so that they fit each other. */
@Injectable()
export class QueueQuery {
  async run(tx: Tx, actor: Actor, filter: QueueQueryFilter): Promise<QueueRead> {
    const { sql, values, name } = queueStatement(actor, filter);
    const [row] = await tx.rows<{ page: QueueRead }>(sql, values, name);
    if (!row) throw new Error('the queue gave no row');
    return row.page;
  }
}

/** The statement of one list: text, values, and the name under which a connection keeps its plan. */
export function queueStatement(
  actor: Actor,
  filter: QueueQueryFilter,
): { sql: string; values: unknown[]; name: string } {
  const values: unknown[] = [];
  const shared = [visibleTo(actor, values), 'r.queue_stage is not null'];
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    values.push(value);
    shared.push(condition(`$${values.length}`));
  };
  if (filter.schoolId !== undefined) add(filter.schoolId, (p) => `r.school_id = ${p}::uuid`);
  if (filter.primaryNeed !== undefined) add(filter.primaryNeed, (p) => `r.primary_need = ${p}`);
  if (filter.assigneeId === null) shared.push('r.assigned_to is null');
  else if (filter.assigneeId !== undefined) add(filter.assigneeId, (p) => `r.assigned_to = ${p}::uuid`);
  if (filter.dueBefore !== undefined) add(filter.dueBefore, (p) => `r.queue_due_on < ${p}::date`);
  if (filter.isUrgent !== undefined) shared.push(filter.isUrgent ? 'r.is_urgent' : 'not r.is_urgent');
  if (filter.search !== undefined) {
    add(
      `%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%`,
      (p) => `(r.reference ilike ${p} or r.pupil_name ilike ${p})`,
    );
  }
  values.push(filter.overdueBefore);
  const overdue = `r.queue_due_on < $${values.length}::date`;
  const matching = (tab: QueueTab): string => [...shared, ...conditionsOf(tab, overdue)].join(' and ');

  const column = filter.sort === 'due' ? 'queue_due_on' : 'listed_on';
  const [compare, direction] = filter.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  let page = matching(filter.tab);
  if (filter.after) {
    values.push(filter.after.day, filter.after.id);
    page += ` and (r.${column}, r.id) ${compare} ($${values.length - 1}::date, $${values.length}::uuid)`;
  }
  const inOrder = (table: string): string => `${table}.${column} ${direction}, ${table}.id ${direction}`;
  // One row more than a page tells whether there is a next one; it is numbered and then left out.
  const sql = `
    with page as materialized (
      select l.*, row_number() over (order by ${inOrder('l')}) as place
        from (select * from referrals r where ${page} order by ${inOrder('r')} limit ${casesOnAPage + 1}) l)
    select json_build_object(
      'items', coalesce((
        select json_agg(json_build_object('id', l.id, 'reference', l.reference, 'version', l.version,
                 'pupilName', l.pupil_name, 'ncYear', l.nc_year, 'schoolName', s.name, 'status', l.status,
                 'stage', l.queue_stage, 'primaryNeed', l.primary_need, 'isUrgent', l.is_urgent,
                 'submittedOn', l.submitted_on, 'dueOn', l.due_on, 'assignedTo', l.assigned_to, 'assigneeName', u.name,
                 'sections', coalesce(a.sections, '[]'), 'child', c.child, 'others', coalesce(c.others, '[]'),
                 'sinceReturn', v.span) order by l.place)
          from page l
          join schools s on s.authority_id = l.authority_id and s.id = l.school_id
          left join users u on u.id = l.assigned_to
          left join lateral (select json_agg(json_build_object('section', x.section, 'answers', x.answers)) as sections
                               from referral_sections x where x.authority_id = l.authority_id and x.referral_id = l.id) a on true
          left join lateral (
            select json_build_object('upn', one.upn, 'legalForename', one.legal_forename, 'legalSurname', one.legal_surname,
                     'preferredName', one.preferred_name, 'bornOn', one.born_on) as child,
                   (select json_agg(json_build_object('upn', o.upn, 'legalForename', o.legal_forename, 'legalSurname', o.legal_surname,
                             'preferredName', o.preferred_name, 'bornOn', o.born_on, 'toldApart', o.told_apart))
                      from (${otherRecordsOfChild('one')}) o) as others
              from children one where one.authority_id = l.authority_id and one.id = l.child_id) c on true
          left join lateral (
            select json_build_object('before', b.number, 'after', n.number, 'answersBefore', b.answers, 'answersAfter', n.answers) as span
              from (select max(i.asked_of_version) as number from return_items i
                     where i.authority_id = l.authority_id and i.referral_id = l.id and i.round = l.times_returned) asked
              join referral_versions b on b.authority_id = l.authority_id and b.referral_id = l.id and b.number = asked.number
              join lateral (select n.number, n.answers from referral_versions n where n.authority_id = l.authority_id and n.referral_id = l.id
                             order by n.number desc limit 1) n on n.number > b.number
             where l.queue_stage = 'resubmitted') v on true
         where l.place <= ${casesOnAPage}), '[]'::json),
      'counts', json_build_object(${QUEUE_TABS.map(
        (tab) =>
          `'${tab}', (select count(*) from (select 1 from referrals r where ${matching(tab)} limit ${countedAtMost + 1}) n)`,
      ).join(', ')}),
      'nextAfter', (select last.${column} || '.' || last.id from page last
                     where last.place = ${casesOnAPage} and exists (select 1 from page where place > ${casesOnAPage}))
    ) as page`;
  // The same filters give the same text and so the same name: few plans a connection, whatever people type.
  return { sql, values, name: `queue_${createHash('sha1').update(sql).digest('hex').slice(0, 16)}` };
}

function conditionsOf(tab: QueueTab, overdue: string): string[] {
  switch (tab) {
    case 'all':
      return [];
    case 'overdue':
      return [overdue];
    case 'urgent':
      return ['r.is_urgent'];
    default:
      return [`r.queue_stage = '${tab}'`];
  }
}
