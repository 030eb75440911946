import type { AuditEvent } from '@panel/api-client';
import { isRole, roleLabel } from '@panel/case-rules';

export function rolesText(roles: readonly string[]): string {
  return roles.map((role) => (isRole(role) ? roleLabel(role) : role)).join(', ');
}

export function actorText({ actorName, actorRoles }: Pick<AuditEvent, 'actorName' | 'actorRoles'>): string {
  return actorRoles.length > 0 ? `${actorName} (${rolesText(actorRoles)})` : actorName;
}

type About = Pick<AuditEvent, 'subjectType' | 'subjectLabel' | 'reference'>;

export function aboutText({ subjectType, subjectLabel, reference }: About): string {
  if (reference === null) return subjectLabel;
  return subjectType === 'referral' ? `Case ${reference}` : `${subjectLabel}, case ${reference}`;
}

/** In groups of eight, so that it breaks on a narrow screen and can be compared by eye. */
export function hashText(hash: string): string {
  return hash.replace(/(.{8})(?=.)/g, '$1 ');
}
