import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';

import { notSignedIn } from '../common/common.problems.js';
import type { Actor } from './actor.js';
import type { Permission } from './permissions.js';

export const requiredPermission = 'panel:required-permission';
export const publicRoute = 'panel:public-route';

/** Every handler says which permission it needs, or that it is public. One with neither is refused. */
export const Requires = (permission: Permission): MethodDecorator => SetMetadata(requiredPermission, permission);

export const Public = (): MethodDecorator => SetMetadata(publicRoute, true);

export interface SignedInRequest extends Request {
  actor?: Actor;
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!actor) throw notSignedIn();
  return actor;
});
