import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const caseTaskNotFound = (): Problem =>
  new Problem(404, 'case_task_not_found', 'Task not found', 'There is no such task, or it is not for you.');

export const caseTaskDone = (): Problem =>
  new Problem(409, 'case_task_done', 'The task is done already', 'Open it again first if there is more to do.');

export const caseTaskNotDone = (): Problem =>
  new Problem(409, 'case_task_not_done', 'The task is open', 'Only a task that is done can be opened again.');

export const caseTaskOfSomebodyElse = (): Problem =>
  new Problem(
    409,
    'case_task_of_somebody_else',
    'Somebody else gave this task',
    'Only whoever gave a task and the coordinators can change it. Ask them, or mark it as done.',
  );

export const assigneeNotOnCase = (): Problem =>
  fieldsInvalid([
    { pointer: '/assignee', code: 'assignee_not_on_case', detail: 'Choose somebody who works on this case' },
  ]);

export const dueInPast = (): Problem =>
  fieldsInvalid([{ pointer: '/dueOn', code: 'due_in_past', detail: 'The date must be today or in the future' }]);
