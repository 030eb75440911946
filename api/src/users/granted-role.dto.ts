import { type Role, ROLES } from '@panel/case-rules';

import { OneOf, Text, Uuid, YesNo } from '../common/fields.js';

/** A role with the school or the provider for which somebody has it, where it needs one. */
export class RoleChoice {
  @OneOf(ROLES, { name: 'Role' })
  role: Role;

  @Uuid({ nullable: true, description: 'Needed for a SENCo; allowed for a panel member.' })
  schoolId: string | null;

  @Uuid({ nullable: true, description: 'Needed for a provider.' })
  providerId: string | null;
}

export class GrantedRole {
  @Uuid()
  id: string;

  @OneOf(ROLES, { name: 'Role' })
  role: Role;

  @Text({ max: 200, nullable: true, description: 'The school or provider.' })
  organisationName: string | null;

  @YesNo({ description: 'Comes with the single sign-on of the person, and is changed there.' })
  isFromSignOn: boolean;
}

export interface RoleRow {
  readonly id: string;
  readonly role: Role;
  readonly organisationName: string | null;
  readonly isFromSignOn: boolean;
}
