import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField, type SchemaPathTree, validate } from '@angular/forms/signals';
import type { CaseTask, CaseTaskAssignee, CreateCaseTask } from '@panel/api-client';
import { DateInput, Select, Textarea, TextInput } from '@panel/ui';
import { dateMistake, mistake, typedDate } from '../home/page/form-mistakes.js';
import type { Submission } from '../home/page/submission.js';
import { todayInUk } from '../home/page/today.js';
import { mustHaveText, mustNotBeLonger } from '../referrals/required-text.js';
import { assigneeKey, assigneeOptions } from './case-task-words.js';

const longestTitle = 200;
const longestDetail = 2_000;

/** As it is typed and chosen. */
export interface TaskAnswers {
  readonly title: string;
  readonly detail: string;
  readonly dueOn: string;
  /** As `assigneeKey` writes it. */
  readonly assignee: string;
}

export const emptyTask: TaskAnswers = { title: '', detail: '', dueOn: '', assignee: '' };

/** `unchangedDay`: the day that the task has now; it may stay although it is over. */
export function taskRules(path: SchemaPathTree<TaskAnswers>, unchangedDay: () => string): void {
  mustHaveText(path.title, 'Enter what is to be done');
  mustNotBeLonger(path.title, longestTitle, 'What is to be done');
  validate(path.dueOn, ({ value }) => {
    const wrong = dateMistake(value(), 'the date by which it is to be done');
    if (wrong) return wrong;
    const day = typedDate(value());
    return day < todayInUk() && day !== unchangedDay() ? mistake('The date must be today or in the future') : undefined;
  });
  mustHaveText(path.assignee, 'Choose who does it');
  mustNotBeLonger(path.detail, longestDetail, 'More');
}

export function answersOfTask(task: CaseTask): TaskAnswers {
  const { title, detail, dueOn, assignedRole: role, assignedProviderId: providerId, assignedUserId: userId } = task;
  return { title, detail, dueOn, assignee: assigneeKey({ role, providerId, userId }) };
}

/** What is sent of a form without mistakes. */
export function taskBody(answers: TaskAnswers, assignees: readonly CaseTaskAssignee[]): CreateCaseTask {
  const assignee = assignees.find((each) => assigneeKey(each) === answers.assignee);
  if (!assignee) throw new Error('The form was sent although it has mistakes');
  return {
    title: answers.title.trim(),
    detail: answers.detail.trim(),
    dueOn: typedDate(answers.dueOn),
    assignedRole: assignee.role,
    assignedProviderId: assignee.providerId,
    assignedUserId: assignee.userId,
  };
}

/** The questions about a task. */
@Component({
  selector: 'app-task-fields',
  imports: [DateInput, FormField, Select, Textarea, TextInput],
  template: `
    <ui-input
      id="title"
      label="What is to be done?"
      labelSize="s"
      [formField]="answers().title"
      [error]="submission().errorOf('title')"
    />
    <ui-date-input
      id="dueOn"
      label="By when?"
      labelSize="s"
      hint="On a day off it counts as due on the next working day"
      [formField]="answers().dueOn"
      [error]="submission().errorOf('dueOn')"
    />
    <ui-select
      id="assignee"
      label="Who does it?"
      labelSize="s"
      hint="We tell them by email that there is a task, and by when; not what it is"
      [options]="options()"
      [formField]="answers().assignee"
      [error]="submission().errorOf('assignee')"
    />
    <ui-textarea
      id="detail"
      label="More (optional)"
      labelSize="s"
      [characterLimit]="longest"
      [formField]="answers().detail"
      [error]="submission().errorOf('detail')"
    />
  `,
})
export class TaskFields {
  readonly answers = input.required<FieldTree<TaskAnswers>>();
  readonly submission = input.required<Submission>();
  readonly assignees = input.required<readonly CaseTaskAssignee[]>();

  protected readonly longest = longestDetail;
  protected readonly options = computed(() => assigneeOptions(this.assignees()));
}
