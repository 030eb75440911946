import { type IsoDate } from '@panel/reference';
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

/** The stages of an allocation of contract units to a child. */
export const ALLOCATION_STATUSES = [
  'proposed',
  'approved',
  'accepted',
  'declined_by_provider',
  'active',
  'completed',
  'ended_early',
  'withdrawn',
] as const;
export type AllocationStatus = (typeof ALLOCATION_STATUSES)[number];

export const ALLOCATION_VERBS = [
  'approve',
  'accept',
  'decline',
  'record_session',
  'complete',
  'end_early',
  'withdraw',
] as const;
export type AllocationVerb = (typeof ALLOCATION_VERBS)[number];

/** The one table of moves of an allocation. */
export const ALLOCATION_TRANSITIONS: readonly Transition<AllocationStatus, AllocationVerb, Role>[] = [
  { verb: 'approve', from: ['proposed'], to: 'approved', roles: ['coordinator'] },
  { verb: 'accept', from: ['approved'], to: 'accepted', roles: ['provider'] },
  { verb: 'decline', from: ['approved'], to: 'declined_by_provider', roles: ['provider'] },
  // The first session makes the allocation active.
  { verb: 'record_session', from: ['accepted', 'active'], to: 'active', roles: ['provider'] },
  { verb: 'complete', from: ['active'], to: 'completed', roles: ['provider', 'coordinator'] },
  { verb: 'end_early', from: ['accepted', 'active'], to: 'ended_early', roles: ['provider', 'coordinator'] },
  { verb: 'withdraw', from: ['proposed', 'approved', 'accepted'], to: 'withdrawn', roles: ['coordinator'] },
];

/** What must be known to judge each verb. */
export interface AllocationVerbFacts {
  readonly approve: Record<never, never>;
  readonly accept: Record<never, never>;
  readonly decline: { readonly reason: string };
  readonly record_session: { readonly heldOn: IsoDate; readonly today: IsoDate };
  /** `attendedSessions`: sessions that took place. */
  readonly complete: { readonly attendedSessions: number };
  readonly end_early: { readonly reason: string };
  readonly withdraw: { readonly reason: string };
}

type Checks = { readonly [V in AllocationVerb]: (facts: AllocationVerbFacts[V]) => readonly Refusal[] };

const CHECKS: Checks = {
  approve: () => [],
  accept: () => [],
  decline: ({ reason }) => needsText(reason, 'decline_reason_missing', 'Enter why you cannot take this allocation'),
  record_session: ({ heldOn, today }) =>
    needs(heldOn <= today, 'session_in_future', 'The date of the session must be today or in the past'),
  complete: ({ attendedSessions }) =>
    needs(
      attendedSessions > 0,
      'no_session_attended',
      'Record at least one attended session, or end the support early',
    ),
  end_early: ({ reason }) => needsText(reason, 'end_reason_missing', 'Enter why the support ends early'),
  withdraw: ({ reason }) => needsText(reason, 'withdraw_reason_missing', 'Enter why the allocation is withdrawn'),
};

const DISPLAY: Readonly<Record<AllocationStatus, StatusDisplay>> = {
  proposed: { label: 'Proposed', colour: 'grey' },
  approved: { label: 'Waiting for provider', colour: 'blue' },
  accepted: { label: 'Accepted', colour: 'light-blue' },
  declined_by_provider: { label: 'Declined by provider', colour: 'red' },
  active: { label: 'Active', colour: 'green' },
  completed: { label: 'Completed', colour: 'turquoise' },
  ended_early: { label: 'Ended early', colour: 'orange' },
  withdrawn: { label: 'Withdrawn', colour: 'grey' },
};

const OPEN: readonly AllocationStatus[] = ['proposed', 'approved', 'accepted', 'active'];
const RELEASED: readonly AllocationStatus[] = ['declined_by_provider', 'withdrawn'];

/** Whether a verb can be done to an allocation now, and the status afterwards. */
export function moveAllocation<V extends AllocationVerb>(
  status: AllocationStatus,
  verb: V,
  facts: AllocationVerbFacts[V],
): Move<AllocationStatus> {
  const check: Checks[V] = CHECKS[verb];
  const refused = {
    code: 'allocation_status_forbids',
    message: `This cannot be done: the allocation is ${DISPLAY[status].label.toLowerCase()}`,
  };
  return decideMove(findTransition(ALLOCATION_TRANSITIONS, status, verb), status, refused, check(facts));
}

/** The verbs that these roles may do to an allocation in a status. */
export function availableAllocationVerbs(status: AllocationStatus, roles: readonly Role[]): readonly AllocationVerb[] {
  return availableVerbs(ALLOCATION_TRANSITIONS, status, roles);
}

/** Whether these roles may ever do a verb. */
export function mayDoAllocationVerb(verb: AllocationVerb, roles: readonly Role[]): boolean {
  return mayEver(ALLOCATION_TRANSITIONS, verb, roles);
}

/** Whether something is still to happen to the allocation. */
export function isAllocationOpen(status: AllocationStatus): boolean {
  return OPEN.includes(status);
}

/**
 * How many units of the contract an allocation takes: all that were allocated while it lives and when it is completed, those
 * delivered when it ended early, none when it was declined or withdrawn.
 */
export function unitsTaken(status: AllocationStatus, allocatedUnits: number, deliveredUnits: number): number {
  if (RELEASED.includes(status)) return 0;
  return status === 'ended_early' ? Math.min(deliveredUnits, allocatedUnits) : allocatedUnits;
}

/** Label and tag colour of a status. */
export function allocationStatusDisplay(status: AllocationStatus): StatusDisplay {
  return DISPLAY[status];
}
