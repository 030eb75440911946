import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { NotificationsService } from '../notifications/notifications.service.js';
import type { CaseTaskRow } from './case-tasks.repository.js';
import type { PersonOnCase } from './people-on-case.query.js';

/** Tells those who have something to do, as they want to hear of it: which case and by when; what it is may name the child. */
@Injectable()
export class CaseTaskMails {
  constructor(private readonly notifications: NotificationsService) {}

  async assigned(tx: Tx, actor: Actor, task: CaseTaskRow, people: readonly PersonOnCase[]): Promise<void> {
    const told = new Set<string>();
    for (const { userId, role } of people.filter((person) => isFor(task, person))) {
      if (userId === actor.userId || told.has(userId)) continue;
      told.add(userId);
      await this.notifications.tell(tx, actor.authorityId, userId, {
        topic: 'assigned_work',
        referralId: task.referralId,
        reference: task.reference,
        stage: 'Somebody gave you a task',
        whatToDo: 'Open the case to see what it is, and mark it as done when it is.',
        dueOn: task.dueOn,
        linkPath: role === 'provider' ? '/case-tasks' : `/referrals/${task.referralId}/case-tasks`,
      });
    }
  }
}

/** Whether a task is for this person on its case. */
export function isFor(
  task: Pick<CaseTaskRow, 'assignedRole' | 'assignedProviderId' | 'assignedUserId'>,
  person: PersonOnCase,
): boolean {
  return (
    task.assignedRole === person.role &&
    task.assignedProviderId === person.providerId &&
    (task.assignedUserId === null || task.assignedUserId === person.userId)
  );
}
