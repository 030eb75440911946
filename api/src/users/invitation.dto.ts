import { type Role, ROLES } from '@panel/case-rules';

import { Email, Instant, ListOf, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { RoleChoice } from './granted-role.dto.js';

export const invitationStates = ['open', 'expired', 'accepted', 'withdrawn'] as const;
export type InvitationState = (typeof invitationStates)[number];

export class OfferedRole {
  @OneOf(ROLES, { name: 'Role' })
  role: Role;

  @Text({ max: 200, nullable: true })
  organisationName: string | null;
}

export class InviteUser {
  @Email()
  email: string;

  @Text({ max: 200, min: 1 })
  name: string;

  @ListOf(() => RoleChoice, { max: 20 })
  roles: RoleChoice[];
}

export class Invitation {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;

  @Text({ max: 320 })
  email: string;

  @Text({ max: 200 })
  name: string;

  @ListOf(() => OfferedRole)
  roles: OfferedRole[];

  @OneOf(invitationStates, { name: 'InvitationState' })
  state: InvitationState;

  @Text({ max: 200 })
  invitedByName: string;

  @Instant()
  invitedAt: string;

  @Instant()
  expiresAt: string;
}

export class InvitationList {
  @ListOf(() => Invitation)
  items: Invitation[];
}

export class InvitationToken {
  @Text({ max: 100, min: 1 })
  token: string;
}

export class AcceptInvitation extends InvitationToken {
  @Text({ max: 1_000, min: 1 })
  password: string;
}

/** What whoever holds the link may know. */
export class OpenedInvitation {
  @Text({ max: 200 })
  name: string;

  @Text({ max: 320 })
  email: string;

  @Text({ max: 200 })
  councilName: string;

  @Text({ max: 200 })
  invitedByName: string;

  @ListOf(() => OfferedRole)
  roles: OfferedRole[];

  @Instant()
  expiresAt: string;

  @YesNo({ description: 'The person has an account: they sign in and accept, instead of choosing a password.' })
  hasAccount: boolean;
}
