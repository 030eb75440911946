import { Problem } from '../shell/problem.js';

/** A message about one answer; the pointer leads into what was sent, '' is the whole. */
export interface PointedMessage {
  readonly pointer: string;
  readonly message: string;
}

/** Messages that no request failed with, such as the gaps of a draft, in the form that `FormProblems` shows. */
export function asProblem(messages: readonly PointedMessage[]): Problem {
  const errors = messages.map(({ pointer, message }) => ({ pointer, code: 'shown', detail: message }));
  return new Problem(422, 'fields_invalid', 'Some answers need your attention', '', errors);
}
