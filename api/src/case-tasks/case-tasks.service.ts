import { Injectable } from '@nestjs/common';
import { latestOverdueDate } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import type { CaseTask, CaseTaskList, ChangeCaseTask, CreateCaseTask, OwnCaseTasks } from './case-task.dto.js';
import { CaseTaskMails } from './case-task-mails.js';
import { mayChange, toAssignees, toCaseTask } from './case-task-mapping.js';
import {
  assigneeNotOnCase,
  caseTaskDone,
  caseTaskNotDone,
  caseTaskNotFound,
  caseTaskOfSomebodyElse,
  dueInPast,
} from './case-task.problems.js';
import { type CaseTaskFields, type CaseTaskRow, CaseTasksRepository } from './case-tasks.repository.js';
import { PeopleOnCaseQuery } from './people-on-case.query.js';

/** What somebody on a case has to do by a day. */
@Injectable()
export class CaseTasksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: CaseTasksRepository,
    private readonly people: PeopleOnCaseQuery,
    private readonly referrals: ReferralsRepository,
    private readonly mails: CaseTaskMails,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, referralId: string): Promise<CaseTaskList> {
    return this.transactions.run(actor, async (tx) => {
      if (!(await this.referrals.find(tx, actor, referralId))) throw referralNotFound();
      await this.audit.record(tx, actor, 'case_task.listed', 'referral', referralId);
      return {
        items: await this.loadAll(tx, actor, referralId),
        assignees: toAssignees(actor, await this.people.find(tx, actor.authorityId, referralId)),
      };
    });
  }

  /** All tasks of a case that the person may see, which was already found to be visible. */
  async loadAll(tx: Tx, actor: Actor, referralId: string): Promise<CaseTask[]> {
    const today = this.clock.today();
    return (await this.repository.findOfReferral(tx, actor, referralId)).map((row) => toCaseTask(actor, row, today));
  }

  listOwn(actor: Actor, show: 'all' | 'overdue'): Promise<OwnCaseTasks> {
    const today = this.clock.today();
    const latestOverdueOn = latestOverdueDate(today);
    return this.transactions.run(actor, async (tx) => {
      const rows = await this.repository.findOwn(tx, actor, show === 'overdue' ? latestOverdueOn : null);
      const counts = await this.repository.countOwn(tx, actor, latestOverdueOn);
      await this.audit.record(tx, actor, 'case_task.own_listed', 'user', actor.userId);
      return { items: rows.map((row) => toCaseTask(actor, row, today)), ...counts };
    });
  }

  read(actor: Actor, caseTaskId: string): Promise<CaseTask> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.load(tx, actor, caseTaskId);
      await this.audit.record(tx, actor, 'case_task.viewed', 'referral', row.referralId);
      return toCaseTask(actor, row, this.clock.today());
    });
  }

  create(actor: Actor, referralId: string, key: string, body: CreateCaseTask): Promise<CaseTask> {
    const today = this.clock.today();
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: `createCaseTask ${referralId}`, key, body, at }, async () => {
        if (!(await this.referrals.find(tx, actor, referralId))) throw referralNotFound();
        if (body.dueOn < today) throw dueInPast();
        const { authorityId, userId: createdBy } = actor;
        const fields = trimmed(body);
        await this.checkAssignee(tx, actor, referralId, fields);
        const id = await this.repository.insert(tx, { ...fields, authorityId, referralId, createdBy, createdAt: at });
        const row = await this.load(tx, actor, id);
        await this.tell(tx, actor, row);
        await this.record(tx, actor, 'case_task.created', row);
        return toCaseTask(actor, row, today);
      }),
    );
  }

  change(actor: Actor, caseTaskId: string, version: number, body: ChangeCaseTask): Promise<CaseTask> {
    const today = this.clock.today();
    return this.transactions.run(actor, async (tx) => {
      const before = await this.lock(tx, actor, caseTaskId, version);
      if (!mayChange(actor, before)) throw caseTaskOfSomebodyElse();
      if (before.doneAt) throw caseTaskDone();
      // What is overdue already may stay as it is while something else about it changes.
      if (body.dueOn < today && body.dueOn !== before.dueOn) throw dueInPast();
      const fields = trimmed(body);
      await this.checkAssignee(tx, actor, before.referralId, fields);
      await this.repository.change(tx, actor.authorityId, caseTaskId, fields);
      const after = await this.load(tx, actor, caseTaskId);
      if (isForOthers(before, after)) await this.tell(tx, actor, after);
      await this.record(tx, actor, 'case_task.changed', after);
      return toCaseTask(actor, after, today);
    });
  }

  complete(actor: Actor, caseTaskId: string, version: number): Promise<CaseTask> {
    return this.transactions.run(actor, async (tx) => {
      const task = await this.lock(tx, actor, caseTaskId, version);
      if (task.doneAt) throw caseTaskDone();
      return this.setDone(tx, actor, task, { by: actor.userId, at: this.clock.now() });
    });
  }

  reopen(actor: Actor, caseTaskId: string, version: number): Promise<CaseTask> {
    return this.transactions.run(actor, async (tx) => {
      const task = await this.lock(tx, actor, caseTaskId, version);
      if (!task.doneAt) throw caseTaskNotDone();
      return this.setDone(tx, actor, task, null);
    });
  }

  private async setDone(
    tx: Tx,
    actor: Actor,
    task: CaseTaskRow,
    done: { readonly by: string; readonly at: Date } | null,
  ): Promise<CaseTask> {
    if (!task.isMine && !mayChange(actor, task)) throw caseTaskOfSomebodyElse();
    await this.repository.setDone(tx, actor.authorityId, task.id, done);
    await this.record(tx, actor, done ? 'case_task.completed' : 'case_task.reopened', task);
    return toCaseTask(actor, await this.load(tx, actor, task.id), this.clock.today());
  }

  private async lock(tx: Tx, actor: Actor, caseTaskId: string, version: number): Promise<CaseTaskRow> {
    const row = await this.repository.lock(tx, actor, caseTaskId);
    if (!row) throw caseTaskNotFound();
    if (row.version !== version) throw versionStale();
    return row;
  }

  private async load(tx: Tx, actor: Actor, caseTaskId: string): Promise<CaseTaskRow> {
    const row = await this.repository.find(tx, actor, caseTaskId);
    if (!row) throw caseTaskNotFound();
    return row;
  }

  private async checkAssignee(tx: Tx, actor: Actor, referralId: string, fields: CaseTaskFields): Promise<void> {
    const assignees = toAssignees(actor, await this.people.find(tx, actor.authorityId, referralId));
    const isThere = assignees.some(
      ({ role, providerId, userId }) =>
        role === fields.assignedRole && providerId === fields.assignedProviderId && userId === fields.assignedUserId,
    );
    if (!isThere) throw assigneeNotOnCase();
  }

  private async tell(tx: Tx, actor: Actor, task: CaseTaskRow): Promise<void> {
    await this.mails.assigned(tx, actor, task, await this.people.find(tx, actor.authorityId, task.referralId));
  }

  /** The trail says for whom and by when; what is to be done may name the child. */
  private async record(
    tx: Tx,
    actor: Actor,
    event: 'case_task.created' | 'case_task.changed' | 'case_task.completed' | 'case_task.reopened',
    task: CaseTaskRow,
  ): Promise<void> {
    const { assignedRole: role, dueOn } = task;
    await this.audit.record(tx, actor, event, 'referral', task.referralId, { role, dueOn, caseTaskId: task.id });
  }
}

function trimmed(body: CreateCaseTask): CaseTaskFields {
  return { ...body, title: body.title.trim(), detail: body.detail.trim() };
}

function isForOthers(before: CaseTaskRow, after: CaseTaskRow): boolean {
  return (
    before.assignedRole !== after.assignedRole ||
    before.assignedProviderId !== after.assignedProviderId ||
    before.assignedUserId !== after.assignedUserId
  );
}
