import { Injectable } from '@nestjs/common';
import type { CaseTaskRole } from '@panel/case-rules';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { caseTasksFor, caseTasksVisibleTo } from './case-task-visibility.js';

export interface CaseTaskFields {
  readonly title: string;
  readonly detail: string;
  readonly dueOn: string;
  readonly assignedRole: CaseTaskRole;
  readonly assignedProviderId: string | null;
  readonly assignedUserId: string | null;
}

export interface CaseTaskRow extends CaseTaskFields {
  readonly id: string;
  readonly version: number;
  readonly referralId: string;
  readonly reference: string;
  readonly providerName: string | null;
  readonly assignedUserName: string | null;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly doneByName: string | null;
  readonly doneAt: Date | null;
  /** The newest support that the assigned provider gives on this case. */
  readonly allocationId: string | null;
  readonly isMine: boolean;
}

const onePage = 200;

function select(actor: Actor, values: unknown[]): string {
  return `select t.id, t.version, t.referral_id as "referralId", r.reference, t.title, t.detail, t.due_on as "dueOn",
         t.assigned_role as "assignedRole", t.assigned_provider_id as "assignedProviderId", p.name as "providerName",
         t.assigned_user_id as "assignedUserId", assignee.name as "assignedUserName", t.created_by as "createdBy",
         author.name as "createdByName", t.created_at as "createdAt", doer.name as "doneByName", t.done_at as "doneAt",
         (select s.id from allocations s where s.authority_id = t.authority_id and s.referral_id = t.referral_id
             and s.provider_id = t.assigned_provider_id order by s.allocated_on desc, s.id desc limit 1) as "allocationId",
         ${caseTasksFor(actor, values)} as "isMine"
    from case_tasks t
    join referrals r on r.authority_id = t.authority_id and r.id = t.referral_id
    join users author on author.id = t.created_by
    left join users assignee on assignee.id = t.assigned_user_id
    left join users doer on doer.id = t.done_by
    left join providers p on p.authority_id = t.authority_id and p.id = t.assigned_provider_id`;
}

@Injectable()
export class CaseTasksRepository {
  /** Of one case: what is open first, by the day it is due, then what is done. */
  findOfReferral(tx: Tx, actor: Actor, referralId: string): Promise<CaseTaskRow[]> {
    const values: unknown[] = [referralId];
    const columns = select(actor, values);
    return tx.rows<CaseTaskRow>(
      `${columns} where t.referral_id = $1 and ${caseTasksVisibleTo(actor, values)}
        order by t.done_at desc nulls first, t.due_on, t.id limit 1000`,
      values,
    );
  }

  /** Open and for this person, of all cases; `latestDueOn` leaves those out that are due later. */
  findOwn(tx: Tx, actor: Actor, latestDueOn: string | null): Promise<CaseTaskRow[]> {
    const values: unknown[] = [latestDueOn];
    const columns = select(actor, values);
    return tx.rows<CaseTaskRow>(
      `${columns} where t.done_at is null and ($1::date is null or t.due_on <= $1::date)
          and ${caseTasksFor(actor, values)} and ${caseTasksVisibleTo(actor, values)}
        order by t.due_on, t.id limit ${onePage}`,
      values,
    );
  }

  async countOwn(tx: Tx, actor: Actor, latestOverdueOn: string): Promise<{ total: number; overdue: number }> {
    const values: unknown[] = [latestOverdueOn];
    const [row] = await tx.rows<{ total: number; overdue: number }>(
      `select count(*) as total, count(*) filter (where t.due_on <= $1::date) as overdue
         from case_tasks t join referrals r on r.authority_id = t.authority_id and r.id = t.referral_id
        where t.done_at is null and ${caseTasksFor(actor, values)} and ${caseTasksVisibleTo(actor, values)}`,
      values,
    );
    return row ?? { total: 0, overdue: 0 };
  }

  async find(tx: Tx, actor: Actor, caseTaskId: string): Promise<CaseTaskRow | null> {
    const values: unknown[] = [caseTaskId];
    const columns = select(actor, values);
    const [row] = await tx.rows<CaseTaskRow>(
      `${columns} where t.id = $1 and ${caseTasksVisibleTo(actor, values)}`,
      values,
    );
    return row ?? null;
  }

  /** Holds the task until the transaction ends. */
  async lock(tx: Tx, actor: Actor, caseTaskId: string): Promise<CaseTaskRow | null> {
    const values: unknown[] = [caseTaskId];
    const columns = select(actor, values);
    const [row] = await tx.rows<CaseTaskRow>(
      `${columns} where t.id = $1 and ${caseTasksVisibleTo(actor, values)} for update of t`,
      values,
    );
    return row ?? null;
  }

  async insert(
    tx: Tx,
    task: CaseTaskFields & {
      readonly authorityId: number;
      readonly referralId: string;
      readonly createdBy: string;
      readonly createdAt: Date;
    },
  ): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into case_tasks (authority_id, referral_id, title, detail, due_on, assigned_role, assigned_provider_id,
         assigned_user_id, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [task.authorityId, task.referralId, ...valuesOf(task), task.createdBy, task.createdAt],
    );
    if (!row) throw new Error('the insert of a task gave no id');
    return row.id;
  }

  /** Saves a locked task as its next version. */
  async change(tx: Tx, authorityId: number, caseTaskId: string, task: CaseTaskFields): Promise<void> {
    await tx.rows(
      `update case_tasks set title = $3, detail = $4, due_on = $5, assigned_role = $6, assigned_provider_id = $7,
              assigned_user_id = $8, version = version + 1
        where authority_id = $1 and id = $2`,
      [authorityId, caseTaskId, ...valuesOf(task)],
    );
  }

  /** Says of a locked task who did it and when, or with null that it is not done. */
  async setDone(
    tx: Tx,
    authorityId: number,
    caseTaskId: string,
    done: { readonly by: string; readonly at: Date } | null,
  ): Promise<void> {
    await tx.rows(
      'update case_tasks set done_by = $3, done_at = $4, version = version + 1 where authority_id = $1 and id = $2',
      [authorityId, caseTaskId, done?.by ?? null, done?.at ?? null],
    );
  }
}

function valuesOf(task: CaseTaskFields): unknown[] {
  return [task.title, task.detail, task.dueOn, task.assignedRole, task.assignedProviderId, task.assignedUserId];
}
