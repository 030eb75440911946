import { Instant, ListOf, Nested, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { GrantedRole, RoleChoice } from './granted-role.dto.js';

export const userStates = ['active', 'deactivated', 'without_role'] as const;
export type UserState = (typeof userStates)[number];

export class UserListParameters {
  @Uuid({ optional: true, description: 'The last person of the page before.' })
  after?: string;
}

export class SearchUsers extends UserListParameters {
  @Text({ max: 100, min: 1, description: 'Part of the name or of the email address.' })
  search: string;
}

export class UserListItem {
  @Uuid()
  id: string;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 320 })
  email: string;

  @OneOf(userStates, { name: 'UserState' })
  state: UserState;

  @ListOf(() => GrantedRole)
  roles: GrantedRole[];

  @Instant({ nullable: true })
  lastSignedInAt: string | null;
}

export class UserPage {
  @ListOf(() => UserListItem)
  items: UserListItem[];

  @Uuid({ nullable: true, description: 'Send as `after` for the next page; null at the end.' })
  nextAfter: string | null;
}

export class UserSignInMethods {
  @YesNo()
  hasPassword: boolean;

  @YesNo({ description: 'An account of a council, school or other organisation is linked.' })
  hasSingleSignOn: boolean;

  @YesNo()
  hasAuthenticatorApp: boolean;

  @WholeNumber()
  passkeys: number;

  @WholeNumber({ description: 'That have not been used.' })
  recoveryCodes: number;
}

export class User extends UserListItem {
  @WholeNumber()
  version: number;

  @Nested(() => UserSignInMethods)
  signInMethods: UserSignInMethods;

  @WholeNumber({ description: 'In this authority.' })
  openSessions: number;

  @YesNo({ description: 'It is the person who asks.' })
  isSelf: boolean;
}

export class RenameUser {
  @Text({ max: 200, min: 1 })
  name: string;
}

export class GrantRole extends RoleChoice {}

export class Organisation {
  @Uuid()
  id: string;

  @Text({ max: 200 })
  name: string;
}

export class RoleOrganisations {
  @ListOf(() => Organisation)
  schools: Organisation[];

  @ListOf(() => Organisation)
  providers: Organisation[];
}
