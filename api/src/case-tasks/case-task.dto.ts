import { CASE_TASK_ROLES, type CaseTaskRole } from '@panel/case-rules';

import { DateOnly, Instant, ListOf, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';

/** The whole of a task: who, what, by when. */
export class CreateCaseTask {
  @Text({ max: 200, min: 1, description: 'What is to be done.' })
  title: string;

  @Text({ max: 2000 })
  detail: string;

  @DateOnly()
  dueOn: string;

  @OneOf(CASE_TASK_ROLES, { name: 'CaseTaskRole', description: 'Who on the case has to do it.' })
  assignedRole: CaseTaskRole;

  @Uuid({ nullable: true, description: 'Which provider; for the role provider only.' })
  assignedProviderId: string | null;

  @Uuid({ nullable: true, description: 'One person of the role; null for all of them.' })
  assignedUserId: string | null;
}

export class ChangeCaseTask extends CreateCaseTask {}

export class CaseTask extends CreateCaseTask {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;

  @Text({ max: 20, description: 'Of the case.' })
  reference: string;

  @Uuid({ nullable: true, description: 'The case, where the person asking may open it.' })
  referralId: string | null;

  @Uuid({
    nullable: true,
    description: 'The support that the person asking gives to the child, where they are its provider.',
  })
  allocationId: string | null;

  @Text({ max: 200, description: 'Who has to do it, in words.' })
  assigneeName: string;

  @Text({ max: 200 })
  createdByName: string;

  @Instant()
  createdAt: string;

  @WholeNumber({ description: 'Working days since the day it was due; 0 when it is not overdue, or done.' })
  workingDaysOverdue: number;

  @Text({ max: 200, nullable: true })
  doneByName: string | null;

  @Instant({ nullable: true })
  doneAt: string | null;

  @YesNo({ description: 'The person asking has to do it.' })
  isMine: boolean;

  @YesNo()
  canChange: boolean;

  @YesNo({ description: 'May mark it as done, or not done after all.' })
  canComplete: boolean;
}

export class CaseTaskAssignee {
  @OneOf(CASE_TASK_ROLES, { name: 'CaseTaskRole' })
  role: CaseTaskRole;

  @Uuid({ nullable: true })
  providerId: string | null;

  @Uuid({ nullable: true, description: 'Null: all of the role on this case.' })
  userId: string | null;

  @Text({ max: 200 })
  name: string;
}

export class CaseTaskList {
  @ListOf(() => CaseTask, {
    description: 'What is open first, by the day it is due; then what is done, the latest first.',
  })
  items: CaseTask[];

  @ListOf(() => CaseTaskAssignee, { description: 'To whom the person asking can give a task on this case.' })
  assignees: CaseTaskAssignee[];
}

export class OwnCaseTasks {
  @ListOf(() => CaseTask, { description: 'Open, by the day they are due.' })
  items: CaseTask[];

  @WholeNumber({ description: 'How many are open in all.' })
  total: number;

  @WholeNumber()
  overdue: number;
}

export class OwnCaseTaskParameters {
  @OneOf(['all', 'overdue'], { optional: true, name: 'OwnCaseTaskFilter' })
  show?: 'all' | 'overdue';
}
