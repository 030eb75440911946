import { type Role, ROLES } from '@panel/case-rules';

import { ListOf, Nested, OneOf, Text, TextList, Uuid, WholeNumber } from '../common/fields.js';
import { permissionsOf } from './permissions.js';
import type { SessionNames, SessionRow } from './sessions.repository.js';

export class SignIn {
  @Text({ max: 320, min: 1 })
  email: string;

  @Text({ max: 200, min: 1 })
  password: string;
}

export class SignInAsDemoPerson {
  @Text({ max: 50, min: 1 })
  key: string;
}

export class SessionAuthority {
  @WholeNumber()
  id: number;

  @Text({ max: 200 })
  name: string;
}

export class SessionRole {
  @OneOf(ROLES, { name: 'Role' })
  role: Role;

  @Uuid({ nullable: true })
  organisationId: string | null;

  @Text({ max: 200, nullable: true })
  organisationName: string | null;
}

export class Session {
  @Uuid()
  userId: string;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 320 })
  email: string;

  @Nested(() => SessionAuthority)
  authority: SessionAuthority;

  @ListOf(() => SessionRole)
  roles: SessionRole[];

  @TextList()
  permissions: string[];
}

export function toSession(row: SessionRow, names: SessionNames): Session {
  return {
    userId: row.userId,
    name: row.name,
    email: row.email,
    authority: { id: row.authorityId, name: names.authorityName },
    roles: row.grants.map(({ role, schoolId, providerId }) => {
      const organisationId = schoolId ?? providerId;
      return {
        role,
        organisationId,
        organisationName: organisationId && (names.organisations[organisationId] ?? null),
      };
    }),
    permissions: permissionsOf(row.grants.map((grant) => grant.role)),
  };
}
