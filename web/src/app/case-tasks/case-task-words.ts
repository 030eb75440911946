import type { CaseTask, CaseTaskAssignee } from '@panel/api-client';
import { roleLabel } from '@panel/case-rules';
import { dayText, instantText, type Option, type TagColour } from '@panel/ui';

/** How a task stands: done, overdue by how many working days, or open. */
export function taskState({ doneAt, workingDaysOverdue }: CaseTask): { text: string; colour: TagColour } {
  if (doneAt !== null) return { text: 'Done', colour: 'green' };
  if (workingDaysOverdue === 0) return { text: 'To do', colour: 'blue' };
  return { text: overdueText(workingDaysOverdue), colour: 'red' };
}

export function overdueText(workingDays: number): string {
  return `${workingDays} working day${workingDays === 1 ? '' : 's'} overdue`;
}

export function dueText({ dueOn, doneAt, doneByName }: CaseTask): string {
  return doneAt === null ? `By ${dayText(dueOn)}` : `Done ${instantText(doneAt)} by ${doneByName ?? ''}`;
}

/** An assignee as the value of an option, and back: a role, a provider where it has one, and a person. */
export function assigneeKey({
  role,
  providerId,
  userId,
}: Pick<CaseTaskAssignee, 'role' | 'providerId' | 'userId'>): string {
  return [role, providerId ?? '', userId ?? ''].join('/');
}

/** "SENCo: the SENCo of the school", "SENCo: Jo Fielding". */
export function assigneeOptions(assignees: readonly CaseTaskAssignee[]): readonly Option[] {
  const options = assignees.map((assignee) => ({
    value: assigneeKey(assignee),
    text: assignee.userId === null ? assignee.name : `${assignee.name} (${roleLabel(assignee.role)})`,
  }));
  return [{ value: '', text: 'Choose who does it' }, ...options];
}
