import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';

import { notSignedIn } from '../common/common.problems.js';
import type { Actor } from './actor.js';
import type { LivingSession } from './living-session.js';
import type { Permission } from './permissions.js';
import type { SessionStage } from './sign-in-stages.js';

export const requiredPermission = 'panel:required-permission';
export const publicRoute = 'panel:public-route';
export const requiredStages = 'panel:required-stages';
export const fromAnotherServer = 'panel:from-another-server';
export const recentSignIn = 'panel:recent-sign-in';

/** Every handler says which permission it needs, or that it is public. One with neither is refused. */
export const Requires = (permission: Permission): MethodDecorator => SetMetadata(requiredPermission, permission);

export const Public = (): MethodDecorator => SetMetadata(publicRoute, true);

/**
 * For the steps of a sign-in itself: needs no permission, but a session that has come to one of these stages. Give the
 * handler `@CurrentSession()`; there is an actor only in an open one.
 */
export const DuringSignIn = (...stages: readonly SessionStage[]): MethodDecorator =>
  applyDecorators(SetMetadata(publicRoute, true), SetMetadata(requiredStages, stages));

/**
 * Beside `@Requires`: the person has shown within five minutes that it is them, at sign-in or by a confirmation since.
 * Otherwise 403 `confirmation_needed`; the web asks for it and repeats the request. For what cannot be taken back, what
 * leaves the service and what changes who may do what.
 */
export const RequiresRecentSignIn = (): MethodDecorator => SetMetadata(recentSignIn, true);

/**
 * Called by another server and not from our pages: without our header, and with no cookie to misuse. What it sends must prove
 * itself, by a signature.
 */
export const FromAnotherServer = (): MethodDecorator => SetMetadata(fromAnotherServer, true);

export interface SignedInRequest extends Request {
  actor?: Actor;
  signedInSession?: LivingSession;
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!actor) throw notSignedIn();
  return actor;
});

/** The session the request came in, for what is done to the session itself. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): LivingSession => {
  const { signedInSession } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!signedInSession) throw notSignedIn();
  return signedInSession;
});
