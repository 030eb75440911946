import { type Role, ROLES } from '@panel/case-rules';

import { ListOf, OneOf, Text, YesNo } from '../common/fields.js';
import { type Mark, MARKS, STEP_MARKS } from './getting-started-steps.js';

export class GettingStartedStep {
  @Text({ max: 60 })
  code: string;

  @Text({ max: 200 })
  title: string;

  @Text({ max: 300 })
  hint: string;

  @Text({ max: 200, description: 'The page of the web application where the step is done.' })
  link: string;

  @YesNo()
  isDone: boolean;

  @OneOf(STEP_MARKS, { name: 'StepMark', nullable: true, description: 'What to mark when the page was opened.' })
  mark: Mark | null;
}

export class GettingStartedRole {
  @OneOf(ROLES, { name: 'Role' })
  role: Role;

  @ListOf(() => GettingStartedStep)
  steps: GettingStartedStep[];
}

export class GettingStarted {
  @YesNo({ description: 'The person does not want to see it on the start page.' })
  isDismissed: boolean;

  @ListOf(() => GettingStartedRole)
  roles: GettingStartedRole[];
}

export class MarkGettingStarted {
  @OneOf(MARKS, { name: 'GettingStartedMark' })
  mark: Mark;
}
