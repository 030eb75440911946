import {
  availableVerbs,
  decideMove,
  findTransition,
  mayEver,
  type Move,
  needs,
  type Refusal,
  type StatusDisplay,
  type Transition,
} from './moves.js';
import { type Role } from './roles.js';

/** The stages of a report; a published one is never edited, only superseded. */
export const REPORT_STATUSES = ['draft', 'approved', 'published', 'superseded'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const REPORT_VERBS = ['approve', 'publish', 'supersede'] as const;
export type ReportVerb = (typeof REPORT_VERBS)[number];

/** The one table of moves of a report. */
export const REPORT_TRANSITIONS: readonly Transition<ReportStatus, ReportVerb, Role>[] = [
  { verb: 'approve', from: ['draft'], to: 'approved', roles: ['board_member', 'coordinator'] },
  { verb: 'publish', from: ['approved'], to: 'published', roles: ['coordinator'] },
  { verb: 'supersede', from: ['published'], to: 'superseded', roles: ['coordinator'] },
];

/** What must be known to judge each verb. */
export interface ReportVerbFacts {
  readonly approve: { readonly draftedByUserId: string; readonly approverUserId: string };
  /** `isDisclosureControlled`: every figure in it went through libs/disclosure. */
  readonly publish: { readonly isDisclosureControlled: boolean };
  readonly supersede: { readonly isReplacementPublished: boolean };
}

type Checks = { readonly [V in ReportVerb]: (facts: ReportVerbFacts[V]) => readonly Refusal[] };

const CHECKS: Checks = {
  approve: ({ draftedByUserId, approverUserId }) =>
    needs(
      draftedByUserId !== approverUserId,
      'approver_is_drafter',
      'Another person than the one who drafted the report must approve it',
    ),
  publish: ({ isDisclosureControlled }) =>
    needs(isDisclosureControlled, 'disclosure_not_controlled', 'Small numbers must be hidden before publishing'),
  supersede: ({ isReplacementPublished }) =>
    needs(isReplacementPublished, 'replacement_not_published', 'Publish the report that replaces this one first'),
};

const DISPLAY: Readonly<Record<ReportStatus, StatusDisplay>> = {
  draft: { label: 'Draft', colour: 'grey' },
  approved: { label: 'Approved', colour: 'blue' },
  published: { label: 'Published', colour: 'green' },
  superseded: { label: 'Superseded', colour: 'orange' },
};

/** Whether a verb can be done to a report now, and the status afterwards. */
export function moveReport<V extends ReportVerb>(
  status: ReportStatus,
  verb: V,
  facts: ReportVerbFacts[V],
): Move<ReportStatus> {
  const check: Checks[V] = CHECKS[verb];
  const refused = {
    code: 'report_status_forbids',
    message: `This cannot be done: the report is ${DISPLAY[status].label.toLowerCase()}`,
  };
  return decideMove(findTransition(REPORT_TRANSITIONS, status, verb), status, refused, check(facts));
}

/** The verbs that these roles may do to a report in a status. */
export function availableReportVerbs(status: ReportStatus, roles: readonly Role[]): readonly ReportVerb[] {
  return availableVerbs(REPORT_TRANSITIONS, status, roles);
}

/** Whether these roles may ever do a verb. */
export function mayDoReportVerb(verb: ReportVerb, roles: readonly Role[]): boolean {
  return mayEver(REPORT_TRANSITIONS, verb, roles);
}

/** Label and tag colour of a status. */
export function reportStatusDisplay(status: ReportStatus): StatusDisplay {
  return DISPLAY[status];
}
