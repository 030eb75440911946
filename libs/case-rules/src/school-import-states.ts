import {
  availableVerbs,
  decideMove,
  findTransition,
  type Move,
  needs,
  needsText,
  type Refusal,
  type StatusDisplay,
  type Transition,
} from './moves.js';
import { type Role } from './roles.js';

/** The stages of an import of schools from the national register. */
export const SCHOOL_IMPORT_STATUSES = [
  'queued',
  'reading',
  'rejected',
  'to_review',
  'applying',
  'applied',
  'undone',
  'cancelled',
  'failed',
] as const;
export type SchoolImportStatus = (typeof SCHOOL_IMPORT_STATUSES)[number];

export const SCHOOL_IMPORT_VERBS = [
  'read',
  'reject',
  'present',
  'confirm',
  'read_again',
  'apply',
  'undo',
  'cancel',
  'fail',
] as const;
export type SchoolImportVerb = (typeof SCHOOL_IMPORT_VERBS)[number];

/** The hours within which an import that was applied can be undone. */
export const SCHOOL_IMPORT_UNDO_HOURS = 24;

/** The one table of moves of an import. Verbs without a role are the worker's. */
export const SCHOOL_IMPORT_TRANSITIONS: readonly Transition<SchoolImportStatus, SchoolImportVerb, Role>[] = [
  // Also from reading: a worker that died is taken over by another one.
  { verb: 'read', from: ['queued', 'reading'], to: 'reading', roles: [] },
  { verb: 'reject', from: ['reading'], to: 'rejected', roles: [] },
  { verb: 'present', from: ['reading'], to: 'to_review', roles: [] },
  { verb: 'confirm', from: ['to_review'], to: 'applying', roles: ['administrator'] },
  // The register changed between the review and the end: what was agreed is not what would be done.
  { verb: 'read_again', from: ['applying'], to: 'queued', roles: [] },
  { verb: 'apply', from: ['applying'], to: 'applied', roles: [] },
  { verb: 'undo', from: ['applied'], to: 'undone', roles: ['administrator'] },
  { verb: 'cancel', from: ['queued', 'reading', 'to_review', 'applying'], to: 'cancelled', roles: ['administrator'] },
  { verb: 'fail', from: ['queued', 'reading', 'applying'], to: 'failed', roles: [] },
];

/** What must be known to judge each verb. */
export interface SchoolImportVerbFacts {
  readonly read: Record<never, never>;
  readonly reject: { readonly message: string };
  readonly present: Record<never, never>;
  /** `differences`: rows and links that would change something. */
  readonly confirm: { readonly errors: number; readonly skipsErrors: boolean; readonly differences: number };
  readonly read_again: Record<never, never>;
  readonly apply: Record<never, never>;
  /** Whole hours since it was applied. */
  readonly undo: { readonly hoursSinceApplied: number };
  readonly cancel: Record<never, never>;
  readonly fail: { readonly message: string };
}

type Checks = { readonly [V in SchoolImportVerb]: (facts: SchoolImportVerbFacts[V]) => readonly Refusal[] };

const CHECKS: Checks = {
  read: () => [],
  reject: ({ message }) => needsText(message, 'import_message_missing', 'Say what is wrong with the file'),
  present: () => [],
  confirm: ({ errors, skipsErrors, differences }) => [
    ...needs(
      errors === 0 || skipsErrors,
      'import_has_errors',
      'Some rows have errors. Correct the file and upload it again, or choose to import the other rows',
    ),
    ...needs(
      differences > 0,
      'import_changes_nothing',
      'There is nothing to import: the register has all of it already',
    ),
  ],
  read_again: () => [],
  apply: () => [],
  undo: ({ hoursSinceApplied }) =>
    needs(
      hoursSinceApplied < SCHOOL_IMPORT_UNDO_HOURS,
      'import_undo_too_late',
      `An import can be undone for ${SCHOOL_IMPORT_UNDO_HOURS} hours. Correct the schools by hand, or import a newer extract`,
    ),
  cancel: () => [],
  fail: ({ message }) => needsText(message, 'import_message_missing', 'Say what went wrong'),
};

const DISPLAY: Readonly<Record<SchoolImportStatus, StatusDisplay>> = {
  queued: { label: 'Waiting', colour: 'grey' },
  reading: { label: 'Being read', colour: 'blue' },
  rejected: { label: 'Cannot be read', colour: 'red' },
  to_review: { label: 'To review', colour: 'yellow' },
  applying: { label: 'Being imported', colour: 'blue' },
  applied: { label: 'Imported', colour: 'green' },
  undone: { label: 'Undone', colour: 'orange' },
  cancelled: { label: 'Cancelled', colour: 'orange' },
  failed: { label: 'Failed', colour: 'red' },
};

/** Whether a verb can be done to an import now, and the status afterwards. */
export function moveSchoolImport<V extends SchoolImportVerb>(
  status: SchoolImportStatus,
  verb: V,
  facts: SchoolImportVerbFacts[V],
): Move<SchoolImportStatus> {
  const check: Checks[V] = CHECKS[verb];
  const refused = {
    code: 'school_import_status_forbids',
    message: `This cannot be done: the import is ${DISPLAY[status].label.toLowerCase()}`,
  };
  return decideMove(findTransition(SCHOOL_IMPORT_TRANSITIONS, status, verb), status, refused, check(facts));
}

/** The verbs that these roles may do to an import in a status. */
export function availableSchoolImportVerbs(
  status: SchoolImportStatus,
  roles: readonly Role[],
): readonly SchoolImportVerb[] {
  return availableVerbs(SCHOOL_IMPORT_TRANSITIONS, status, roles);
}

/** Whether a worker is at it, or will be: a page that shows it looks again. */
export function isSchoolImportUnderWay(status: SchoolImportStatus): boolean {
  return status === 'queued' || status === 'reading' || status === 'applying';
}

/** Label and tag colour of a status. */
export function schoolImportStatusDisplay(status: SchoolImportStatus): StatusDisplay {
  return DISPLAY[status];
}
