import type { InvitationState, Role, UserState } from '@panel/api-client';
import type { TagColour } from '@panel/ui';
import { roleNames } from '../session/role-names.js';

export interface RoleHeld {
  readonly role: Role;
  readonly organisationName: string | null;
}

/** "SENCo, Oak Primary School". */
export function roleText({ role, organisationName }: RoleHeld): string {
  return roleNames[role] + (organisationName ? `, ${organisationName}` : '');
}

export function rolesText(roles: readonly RoleHeld[]): string {
  return roles.length === 0 ? 'None' : roles.map(roleText).join('; ');
}

export const userStates: Readonly<Record<UserState, { readonly text: string; readonly colour: TagColour }>> = {
  active: { text: 'Active', colour: 'green' },
  deactivated: { text: 'Deactivated', colour: 'grey' },
  without_role: { text: 'No role', colour: 'yellow' },
};

export const invitationStates: Readonly<
  Record<InvitationState, { readonly text: string; readonly colour: TagColour }>
> = {
  open: { text: 'Open', colour: 'blue' },
  expired: { text: 'Expired', colour: 'yellow' },
  accepted: { text: 'Accepted', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};
