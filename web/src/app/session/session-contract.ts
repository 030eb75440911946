/*
 * What the API says about the service and about who is signed in. Written by hand until the generated client
 * (@panel/api-client) has it; nothing else in web may describe the API by hand.
 */

export interface ServiceInformation {
  readonly serviceName: string;
  /** Empty before sign-in where one installation serves several authorities. */
  readonly councilName: string;
  readonly isDemo: boolean;
}

export type Role =
  | 'senco'
  | 'coordinator'
  | 'panel_member'
  | 'provider'
  | 'contract_manager'
  | 'board_member'
  | 'administrator'
  | 'data_protection_officer';

export interface SessionRole {
  readonly role: Role;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
}

export interface Session {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly authority: { readonly id: number; readonly name: string };
  readonly roles: readonly SessionRole[];
  readonly permissions: readonly string[];
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationName: string | null;
  readonly waiting: string;
}

export interface HomeTask {
  readonly code: string;
  readonly title: string;
  readonly count: number;
  readonly link: string;
}
