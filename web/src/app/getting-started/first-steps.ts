import type { GettingStarted, GettingStartedStep } from '@panel/api-client';
import type { Task } from '@panel/ui';

export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** Over all roles of the person. */
export function progressOf({ roles }: GettingStarted): Progress {
  const steps = roles.flatMap((each) => each.steps);
  return { done: steps.filter(({ isDone }) => isDone).length, all: steps.length };
}

export const progressText = ({ done, all }: Progress): string => `${done} of ${all} first steps done`;

export function toTask({ title, hint, link, isDone }: GettingStartedStep): Task {
  return {
    text: title,
    hint,
    link,
    status: isDone ? 'Completed' : 'To do',
    ...(!isDone && { statusColour: 'blue' as const }),
  };
}
