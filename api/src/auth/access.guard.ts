import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { AccessRefusals } from '../audit/access-refusals.service.js';
import { Clock } from '../common/clock.js';
import {
  confirmationNeeded,
  notSignedIn,
  permissionMissing,
  requestNotFromThisSite,
} from '../common/common.problems.js';
import { Transactions } from '../database/transactions.js';
import { type Actor, may } from './actor.js';
import { EmergencyGrantsQuery } from './emergency-grants.query.js';
import { isOpenedByEmergency } from './emergency-reading.js';
import { isRecentlyConfirmed, type LivingSession, toActor } from './living-session.js';
import { originOf } from './origin.js';
import type { Permission } from './permissions.js';
import {
  fromAnotherServer,
  publicRoute,
  recentSignIn,
  requiredPermission,
  requiredStages,
  type SignedInRequest,
} from './requires.js';
import { readSessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import type { SessionStage } from './sign-in-stages.js';

const readingMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** In front of every route: the request comes from our own pages, somebody is signed in, and may do this. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly refusals: AccessRefusals,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly emergencies: EmergencyGrantsQuery,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const handler = context.getHandler();
    if (!this.reflector.get<boolean | undefined>(fromAnotherServer, handler)) refuseForgedChange(request);
    const stages = this.reflector.get<readonly SessionStage[] | undefined>(requiredStages, handler);
    if (this.reflector.get<boolean | undefined>(publicRoute, handler) && !stages) return true;

    const session = await this.find(request);
    request.signedInSession = session;
    if (session.stage === 'open') request.actor = toActor(session, originOf(request));
    if (stages) {
      if (!stages.includes(session.stage)) throw notSignedIn();
    } else {
      if (!request.actor) throw notSignedIn();
      const permission = this.reflector.get<Permission | undefined>(requiredPermission, handler);
      const actor = await this.withEmergencyGrants(request.actor, permission);
      request.actor = actor;
      if (!permission || !(may(actor, permission) || actor.emergencyGrants?.length)) {
        const problem = permissionMissing();
        await this.refusals.record(actor, request, problem.code);
        throw problem;
      }
    }
    const mustBeRecent = this.reflector.get<boolean | undefined>(recentSignIn, handler) === true;
    // Before it is open, a session is minutes old and its next step is the confirmation.
    if (mustBeRecent && session.stage === 'open' && !isRecentlyConfirmed(session, this.clock.now()))
      throw confirmationNeeded();
    return true;
  }

  /** Where a case is read by somebody who may open one in an emergency: which they have open now. */
  private async withEmergencyGrants(actor: Actor, permission: Permission | undefined): Promise<Actor> {
    const { sessionId } = actor.origin;
    if (!permission || !isOpenedByEmergency(permission) || !may(actor, 'emergency_access:start') || !sessionId) {
      return actor;
    }
    const emergencyGrants = await this.transactions.read(actor, (tx) =>
      this.emergencies.run(tx, { ...actor, sessionId }, this.clock.now()),
    );
    return emergencyGrants.length > 0 ? { ...actor, emergencyGrants } : actor;
  }

  private async find({ headers }: SignedInRequest): Promise<LivingSession> {
    const token = readSessionCookie(headers.cookie);
    // A page that only looks whether something is ready does not say that anybody is there.
    const isBackground = headers['x-panel-background'] !== undefined;
    const session = token === null ? null : await this.sessions.find(token, { isBackground });
    if (!session) throw notSignedIn();
    return session;
  }
}

// A page of another site can make a browser send our cookie, but it cannot add this header without our consent (CORS),
// and the browser itself says where the request comes from.
function refuseForgedChange(request: SignedInRequest): void {
  if (readingMethods.includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign || request.headers['x-panel-request'] === undefined) throw requestNotFromThisSite();
}
