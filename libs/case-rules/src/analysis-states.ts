import {
  availableVerbs,
  decideMove,
  findTransition,
  mayEver,
  type Move,
  needs,
  needsText,
  type Refusal,
  type StatusDisplay,
  type Transition,
} from './moves.js';
import { type Role } from './roles.js';

/** The stages of an analysis run. */
export const ANALYSIS_STATUSES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type AnalysisStatus = (typeof ANALYSIS_STATUSES)[number];

export const ANALYSIS_VERBS = ['start', 'succeed', 'fail', 'cancel'] as const;
export type AnalysisVerb = (typeof ANALYSIS_VERBS)[number];

/** The one table of moves of an analysis run. Verbs without a role are the worker's. */
export const ANALYSIS_TRANSITIONS: readonly Transition<AnalysisStatus, AnalysisVerb, Role>[] = [
  // Also from running: a worker that died is taken over by another one.
  { verb: 'start', from: ['queued', 'running'], to: 'running', roles: [] },
  { verb: 'succeed', from: ['running'], to: 'succeeded', roles: [] },
  { verb: 'fail', from: ['queued', 'running'], to: 'failed', roles: [] },
  { verb: 'cancel', from: ['queued', 'running'], to: 'cancelled', roles: ['coordinator'] },
];

/** What must be known to judge each verb. */
export interface AnalysisVerbFacts {
  readonly start: Record<never, never>;
  /** The sum of the stored lines and the total of the result, in pence: a run is only done when they are the same. */
  readonly succeed: { readonly linesTotalPence: number; readonly resultTotalPence: number };
  readonly fail: { readonly message: string };
  readonly cancel: Record<never, never>;
}

type Checks = { readonly [V in AnalysisVerb]: (facts: AnalysisVerbFacts[V]) => readonly Refusal[] };

const CHECKS: Checks = {
  start: () => [],
  succeed: ({ linesTotalPence, resultTotalPence }) =>
    needs(linesTotalPence === resultTotalPence, 'lines_do_not_add_up', 'The lines do not add up to the total'),
  fail: ({ message }) => needsText(message, 'failure_message_missing', 'Say what went wrong'),
  cancel: () => [],
};

const DISPLAY: Readonly<Record<AnalysisStatus, StatusDisplay>> = {
  queued: { label: 'Queued', colour: 'grey' },
  running: { label: 'Running', colour: 'blue' },
  succeeded: { label: 'Succeeded', colour: 'green' },
  failed: { label: 'Failed', colour: 'red' },
  cancelled: { label: 'Cancelled', colour: 'orange' },
};

/** Whether a verb can be done to an analysis run now, and the status afterwards. */
export function moveAnalysis<V extends AnalysisVerb>(
  status: AnalysisStatus,
  verb: V,
  facts: AnalysisVerbFacts[V],
): Move<AnalysisStatus> {
  const check: Checks[V] = CHECKS[verb];
  const refused = {
    code: 'analysis_status_forbids',
    message: `This cannot be done: the analysis is ${DISPLAY[status].label.toLowerCase()}`,
  };
  return decideMove(findTransition(ANALYSIS_TRANSITIONS, status, verb), status, refused, check(facts));
}

/** The verbs that these roles may do to an analysis run in a status. */
export function availableAnalysisVerbs(status: AnalysisStatus, roles: readonly Role[]): readonly AnalysisVerb[] {
  return availableVerbs(ANALYSIS_TRANSITIONS, status, roles);
}

/** Whether these roles may ever do a verb. */
export function mayDoAnalysisVerb(verb: AnalysisVerb, roles: readonly Role[]): boolean {
  return mayEver(ANALYSIS_TRANSITIONS, verb, roles);
}

/** Whether the run is over, well or not. */
export function isAnalysisFinished(status: AnalysisStatus): boolean {
  return status !== 'queued' && status !== 'running';
}

/** Label and tag colour of a status. */
export function analysisStatusDisplay(status: AnalysisStatus): StatusDisplay {
  return DISPLAY[status];
}
