import { type Role, ROLES } from '@panel/case-rules';

import { ListOf, Nested, OneOf, Text, TextList, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { type GrantRow, type LivingSession, wornGrants } from './living-session.js';
import { type Permission, permissionsOf } from './permissions.js';
import type { SessionNames } from './sessions.repository.js';
import {
  offeredFactors,
  type SecondFactor,
  secondFactors,
  type SessionStage,
  sessionStages,
  type Standing,
} from './sign-in-stages.js';

export class SignIn {
  @Text({ max: 320, min: 1 })
  email: string;

  @Text({ max: 1_000, min: 1 })
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

  @Text({ max: 7, nullable: true, description: 'As # and six digits; null: that of the product.' })
  brandColour: string | null;
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

  @ListOf(() => SessionRole, { description: 'The roles the person acts in now.' })
  roles: SessionRole[];

  @YesNo({ description: 'There are several roles or authorities to choose from.' })
  hasSeveralHats: boolean;

  @YesNo({ description: 'Of several roles in this authority the person acts in one.' })
  actsInOneRole: boolean;

  @YesNo({ description: 'Confirms by one click who they are: a person of the demo.' })
  isDemoPerson: boolean;

  @TextList()
  permissions: string[];
}

/** How far a sign-in has come, and what it asks for next. */
export class SignInStep {
  @OneOf(sessionStages, { name: 'SessionStage' })
  stage: SessionStage;

  @Text({ max: 200 })
  name: string;

  @TextList({ description: `The second factors that may be shown, the best first: ${secondFactors.join(', ')}.` })
  factors: SecondFactor[];

  @YesNo({ description: 'The role of this person asks for a passkey.' })
  needsPasskey: boolean;

  @Nested(() => Session, { nullable: true, description: 'When the stage is open.' })
  session: Session | null;
}

/** How long the session lasts if nothing is asked for from now on. Seconds, because clocks of browsers are wrong. */
export class SessionTimes {
  @WholeNumber({ description: 'Until it ends for want of requests.' })
  idleSecondsLeft: number;

  @WholeNumber({ description: 'Until it ends whatever happens.' })
  longestSecondsLeft: number;
}

/** `opened`: what the session may do beyond its roles, such as read a case under an emergency access. */
export function toSession(
  session: LivingSession,
  names: SessionNames,
  authorityCount: number,
  opened: readonly Permission[],
): Session {
  const worn = wornGrants(session);
  return {
    userId: session.userId,
    name: session.name,
    email: session.email,
    authority: { id: session.authorityId, name: names.authorityName, brandColour: names.brandColour },
    roles: worn.map((grant) => toSessionRole(grant, names)),
    hasSeveralHats: session.grants.length > 1 || authorityCount > 1,
    actsInOneRole: session.hatId !== null,
    isDemoPerson: session.isDemoPerson,
    permissions: [...new Set([...permissionsOf(worn.map((grant) => grant.role)), ...opened])],
  };
}

export function toSessionRole({ role, schoolId, providerId }: GrantRow, names: SessionNames): SessionRole {
  const organisationId = schoolId ?? providerId;
  return {
    role,
    organisationId,
    organisationName: organisationId && (names.organisations[organisationId] ?? null),
  };
}

export function toSignInStep(living: LivingSession, standing: Standing, session: Session | null): SignInStep {
  return {
    stage: living.stage,
    name: living.name,
    factors: living.stage === 'enrolment' ? [] : offeredFactors(standing),
    needsPasskey: standing.needsPasskey,
    session,
  };
}
