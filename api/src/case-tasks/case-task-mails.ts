import { Injectable } from '@nestjs/common';
import { formatDate } from '@panel/reference';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { MailService } from '../mail/mail.service.js';
import type { CaseTaskRow } from './case-tasks.repository.js';
import type { PersonOnCase } from './people-on-case.query.js';

/** Tells those who have something to do. The mail names the case and the day; what is to be done may name the child. */
@Injectable()
export class CaseTaskMails {
  constructor(private readonly mail: MailService) {}

  async assigned(tx: Tx, actor: Actor, task: CaseTaskRow, people: readonly PersonOnCase[]): Promise<void> {
    const dueOn = formatDate(task.dueOn);
    const told = new Set<string>();
    for (const { userId, name, email, role } of people.filter((person) => isFor(task, person))) {
      if (userId === actor.userId || told.has(userId)) continue;
      told.add(userId);
      await this.mail.queue(tx, actor, {
        to: { userId, name, email },
        kind: 'case_task_assigned',
        subject: `Case ${task.reference}: a task for you by ${dueOn}`,
        lines: [
          `There is something for you to do about case ${task.reference} by ${dueOn}.`,
          'Open the case to see what it is, and mark it as done when it is.',
        ],
        link: {
          path: role === 'provider' ? '/case-tasks' : `/referrals/${task.referralId}/case-tasks`,
          isSecret: false,
        },
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
