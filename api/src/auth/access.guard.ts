import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { AccessRefusals } from '../audit/access-refusals.service.js';
import { notSignedIn, permissionMissing, requestNotFromThisSite } from '../common/common.problems.js';
import { may } from './actor.js';
import { originOf } from './origin.js';
import type { Permission } from './permissions.js';
import { publicRoute, requiredPermission, type SignedInRequest } from './requires.js';
import { readSessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

const readingMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** In front of every route: the request comes from our own pages, somebody is signed in, and may do this. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly refusals: AccessRefusals,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    refuseForgedChange(request);
    if (this.reflector.get<boolean | undefined>(publicRoute, context.getHandler())) return true;

    const token = readSessionCookie(request.headers.cookie);
    const actor = token === null ? null : await this.sessions.findActor(token, originOf(request));
    if (!actor) throw notSignedIn();
    const permission = this.reflector.get<Permission | undefined>(requiredPermission, context.getHandler());
    if (!permission || !may(actor, permission)) {
      const problem = permissionMissing();
      await this.refusals.record(actor, request, problem.code);
      throw problem;
    }
    request.actor = actor;
    return true;
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
