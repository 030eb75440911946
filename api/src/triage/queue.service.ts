import { Injectable } from '@nestjs/common';
import {
  answerDifferences,
  findDuplicateReason,
  findOptionalGaps,
  isReferenceSearch,
  overdueBefore,
  queueNextStep,
  QUEUE_TABS,
  workingDaysLate,
} from '@panel/case-rules';
import { addDays, addWorkingDays, isIsoDate } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { fieldsInvalid } from '../common/common.problems.js';
import { Transactions } from '../database/transactions.js';
import { nameInAddress } from '../referrals/referral.problems.js';
import { answersOf, gapsOf } from '../referrals/referral-mapping.js';
import { wholeAnswers } from '../referrals/versions/referral-versions.service.js';
import type { Coordinators, QueueDue, QueueItem, QueuePage, QueueParameters, SearchQueue } from './queue.dto.js';
import { countedAtMost, QueueQuery, type QueueQueryFilter, type QueueRead, type QueueRow } from './queue.query.js';
import { TriagePeopleQuery } from './triage-people.query.js';

/** What waits for the coordinators, and for what. */
@Injectable()
export class QueueService {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: QueueQuery,
    private readonly people: TriagePeopleQuery,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, parameters: QueueParameters): Promise<QueuePage> {
    const filter = this.toFilter(actor, parameters);
    if (filter.search !== undefined && !isReferenceSearch(filter.search)) throw nameInAddress();
    return this.toPage(await this.transactions.read(actor, (tx) => this.query.run(tx, actor, filter)));
  }

  /** The same by name. Who looks for somebody leaves a trace; the name does not. */
  async search(actor: Actor, body: SearchQueue): Promise<QueuePage> {
    const filter = this.toFilter(actor, body);
    return this.toPage(
      await this.transactions.run(actor, async (tx) => {
        await this.audit.record(tx, actor, 'referral.searched', 'referral', null);
        return this.query.run(tx, actor, filter);
      }),
    );
  }

  coordinators(actor: Actor): Promise<Coordinators> {
    return this.transactions.read(actor, async (tx) => {
      const found = await this.people.findCoordinators(tx, actor.authorityId);
      return { items: found.map(({ userId, name }) => ({ userId, name })) };
    });
  }

  private toFilter(actor: Actor, parameters: QueueParameters): QueueQueryFilter {
    const { tab, assignee, due, urgent, sort, after, search, ...exact } = parameters;
    const today = this.clock.today();
    const words = search?.trim();
    return {
      ...exact,
      tab: tab ?? 'all',
      sort: sort ?? 'due',
      overdueBefore: overdueBefore(today),
      ...(assignee !== undefined && { assigneeId: assigneeOf(actor, assignee) }),
      ...(due !== undefined && { dueBefore: dueBefore(due, today) }),
      ...(urgent !== undefined && { isUrgent: urgent === 'yes' }),
      ...(words && { search: words }),
      ...(after !== undefined && { after: cursorOf(after) }),
    };
  }

  private toPage({ items, counts, nextAfter }: QueueRead): QueuePage {
    const today = this.clock.today();
    return {
      items: items.map((row) => toItem(row, today)),
      counts: QUEUE_TABS.map((tab) => ({
        tab,
        count: Math.min(counts[tab], countedAtMost),
        isAtLeast: counts[tab] > countedAtMost,
      })),
      nextAfter,
    };
  }
}

function toItem(
  { sections, child, others, assignedTo, assigneeName, sinceReturn, ...row }: QueueRow,
  today: string,
): QueueItem {
  const answers = answersOf(sections);
  return {
    ...row,
    nextStep: queueNextStep(row.status),
    workingDaysLate: workingDaysLate(row.dueOn, today),
    assignee: assignedTo === null ? null : { userId: assignedTo, name: assigneeName ?? '' },
    requiredMissing: gapsOf(answers, today).length,
    optionalMissing: findOptionalGaps(answers).length,
    sinceReturn: sinceReturn && {
      before: sinceReturn.before,
      after: sinceReturn.after,
      changes: answerDifferences(wholeAnswers(sinceReturn.answersBefore), wholeAnswers(sinceReturn.answersAfter))
        .length,
    },
    mayBeDuplicate:
      child !== null && others.some((other) => findDuplicateReason(child, other, other.toldApart) !== null),
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function assigneeOf(actor: Actor, assignee: string): string | null {
  if (assignee === 'nobody') return null;
  if (assignee === 'me') return actor.userId;
  if (uuid.test(assignee)) return assignee;
  throw fieldsInvalid([
    { pointer: '/assignee', code: 'assignee_unknown', detail: 'Send `me`, `nobody` or the id of a coordinator.' },
  ]);
}

/** The first day that is too late for the filter. */
function dueBefore(due: QueueDue, today: string): string {
  switch (due) {
    case 'overdue':
      return overdueBefore(today);
    case 'today':
      return addDays(today, 1);
    case 'five_days':
      return addDays(addWorkingDays(today, 5), 1);
  }
}

function cursorOf(after: string): { day: string; id: string } {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(after) ?? [];
  if (day === undefined || id === undefined || !isIsoDate(day) || !uuid.test(id)) {
    throw fieldsInvalid([
      { pointer: '/after', code: 'cursor_unknown', detail: 'Send the `nextAfter` of the page before.' },
    ]);
  }
  return { day, id };
}
