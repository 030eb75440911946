import { randomUUID } from 'node:crypto';

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** From where something was done: kept beside who did it. */
export interface Origin {
  readonly address: string | null;
  readonly sessionId: string | null;
  readonly requestId: string | null;
}

/** Of work that no request asked for. */
export const noRequest: Origin = { address: null, sessionId: null, requestId: null };

const ids = new WeakMap<Request, string>();

/** One id a request, made here: what a client sends as its id may be anybody's. */
export function requestIdOf(request: Request): string {
  const id = ids.get(request) ?? randomUUID();
  ids.set(request, id);
  return id;
}

/** Before anybody is signed in there is no session. */
export function originOf(request: Request): Origin {
  return { address: request.ip ?? null, sessionId: null, requestId: requestIdOf(request) };
}

export const RequestOrigin = createParamDecorator((_: unknown, context: ExecutionContext): Origin =>
  originOf(context.switchToHttp().getRequest<Request>()),
);
