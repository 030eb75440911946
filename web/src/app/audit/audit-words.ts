import type { AuditEvent } from '@panel/api-client';
import { isRole, roleLabel } from '@panel/case-rules';

const subjects: Readonly<Record<string, string>> = {
  user: 'Person',
  identity_provider: 'Identity provider',
  child: 'Child',
  referral: 'Case',
  document: 'Document',
  panel: 'Panel',
  allocation: 'Allocation',
  contract: 'Contract',
  rate_card: 'Rate card',
  analysis: 'Analysis',
  report: 'Report',
  access_request: 'Access request',
  emergency_access: 'Emergency access',
  route: 'A page or function',
  audit: 'Audit trail',
};

/** A thing of a later version is shown by its code. */
export function subjectText(subjectType: string): string {
  return subjects[subjectType] ?? subjectType;
}

export function rolesText(roles: readonly string[]): string {
  return roles.map((role) => (isRole(role) ? roleLabel(role) : role)).join(', ');
}

export function actorText({ actorName, actorRoles }: Pick<AuditEvent, 'actorName' | 'actorRoles'>): string {
  return actorRoles.length > 0 ? `${actorName} (${rolesText(actorRoles)})` : actorName;
}

export function aboutText({ subjectType, reference }: Pick<AuditEvent, 'subjectType' | 'reference'>): string {
  if (reference === null) return subjectText(subjectType);
  return subjectType === 'referral' ? `Case ${reference}` : `${subjectText(subjectType)}, case ${reference}`;
}

/** In groups of eight, so that it breaks on a narrow screen and can be compared by eye. */
export function hashText(hash: string): string {
  return hash.replace(/(.{8})(?=.)/g, '$1 ');
}
