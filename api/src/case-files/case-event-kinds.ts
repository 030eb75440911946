import { type Actor, may } from '../auth/actor.js';
import type { Permission } from '../auth/permissions.js';

/** What the events of a timeline are about: what one can look for. */
export const caseEventKinds = [
  'referral',
  'consent',
  'documents',
  'assessment',
  'support',
  'panel',
  'delivery',
  'outcomes',
  'notes',
  'tasks',
  'corrections',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

interface Subject {
  readonly kind: CaseEventKind;
  /** The section of the case where the thing is; null where the event is all there is. */
  readonly section: string | null;
  readonly permission: Permission;
}

/** By what stands before the dot in the name of an event. */
const subjects: Readonly<Record<string, Subject>> = {
  referral: { kind: 'referral', section: 'referral', permission: 'referral:read' },
  consent: { kind: 'consent', section: 'consent-history', permission: 'consent:read' },
  document: { kind: 'documents', section: 'documents', permission: 'document:list' },
  assessment: { kind: 'assessment', section: 'assessments', permission: 'assessment:read' },
  consultation: { kind: 'support', section: 'support-history', permission: 'support_history:read' },
  agency_report: { kind: 'support', section: 'support-history', permission: 'support_history:read' },
  panel: { kind: 'panel', section: null, permission: 'panel:read' },
  allocation: { kind: 'delivery', section: null, permission: 'allocation:read' },
  review: { kind: 'outcomes', section: 'reviews', permission: 'review:read' },
  ehc_facts: { kind: 'outcomes', section: 'reviews', permission: 'ehc_facts:read' },
  note: { kind: 'notes', section: 'notes', permission: 'note:list' },
  case_task: { kind: 'tasks', section: 'case-tasks', permission: 'case_task:list' },
  correction: { kind: 'corrections', section: 'corrections', permission: 'correction:read' },
};

const other: Subject = { kind: 'referral', section: null, permission: 'referral:read' };

function subjectOf(event: string): Subject {
  return subjects[event.slice(0, event.indexOf('.'))] ?? other;
}

export function caseEventKind(event: string): CaseEventKind {
  return subjectOf(event).kind;
}

/** Where the thing of an event is found, for somebody who may open it. */
export function caseEventLink(actor: Actor, event: string, referralId: string): string | null {
  const { section, permission } = subjectOf(event);
  const mayOpen = may(actor, permission) || actor.emergencyGrants !== undefined;
  return section !== null && mayOpen ? `/referrals/${referralId}/${section}` : null;
}
