import { type CaseTaskRole, workingDaysOverdue } from '@panel/case-rules';

import { type Actor, hasRole } from '../auth/actor.js';
import type { CaseTask, CaseTaskAssignee } from './case-task.dto.js';
import type { CaseTaskRow } from './case-tasks.repository.js';
import type { PersonOnCase } from './people-on-case.query.js';

const everybodyOf: Readonly<Record<CaseTaskRole, string>> = {
  coordinator: 'Any coordinator',
  senco: 'The SENCo of the school',
  provider: 'The provider',
};

export function toCaseTask(actor: Actor, row: CaseTaskRow, today: string): CaseTask {
  const isDone = row.doneAt !== null;
  const mayOpenCase = hasRole(actor, 'coordinator') || hasRole(actor, 'senco') || actor.emergencyGrants !== undefined;
  return {
    id: row.id,
    version: row.version,
    reference: row.reference,
    referralId: mayOpenCase ? row.referralId : null,
    allocationId: hasRole(actor, 'provider') ? row.allocationId : null,
    title: row.title,
    detail: row.detail,
    dueOn: row.dueOn,
    assignedRole: row.assignedRole,
    assignedProviderId: row.assignedProviderId,
    assignedUserId: row.assignedUserId,
    assigneeName: row.assignedUserName ?? row.providerName ?? everybodyOf[row.assignedRole],
    createdByName: row.createdByName,
    createdAt: row.createdAt.toISOString(),
    workingDaysOverdue: isDone ? 0 : workingDaysOverdue(row.dueOn, today),
    doneByName: row.doneByName,
    doneAt: row.doneAt?.toISOString() ?? null,
    isMine: row.isMine,
    canChange: !isDone && mayChange(actor, row),
    canComplete: row.isMine || mayChange(actor, row),
  };
}

/** Whoever gave a task, and the coordinators. */
export function mayChange(actor: Actor, row: CaseTaskRow): boolean {
  return hasRole(actor, 'coordinator') || row.createdBy === actor.userId;
}

/** To whom somebody can give a task: each role on the case as a whole, and each of its people. A school gives none to a provider. */
export function toAssignees(actor: Actor, people: readonly PersonOnCase[]): CaseTaskAssignee[] {
  const roles: readonly CaseTaskRole[] = hasRole(actor, 'coordinator')
    ? ['coordinator', 'senco', 'provider']
    : ['senco', 'coordinator'];
  return roles.flatMap((role) => {
    const ofRole = people.filter((person) => person.role === role);
    const providers = new Map(ofRole.map(({ providerId, providerName }) => [providerId, providerName]));
    return [...providers].flatMap(([providerId, providerName]) => [
      { role, providerId, userId: null, name: providerName ?? everybodyOf[role] },
      ...ofRole
        .filter((person) => person.providerId === providerId)
        .map(({ userId, name }) => ({ role, providerId, userId, name })),
    ]);
  });
}
