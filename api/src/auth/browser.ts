import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

import { type Origin, originOf } from './origin.js';
import { readDeviceCookie } from './session-cookie.js';

/** What a request says about the machine it comes from, for whoever opens a session. */
export interface Browser {
  readonly origin: Origin;
  readonly userAgent: string;
  /** The cookie of a browser in which somebody has signed in before. */
  readonly deviceToken: string | null;
}

export const FromBrowser = createParamDecorator((_: unknown, context: ExecutionContext): Browser => {
  const request = context.switchToHttp().getRequest<Request>();
  return {
    origin: originOf(request),
    userAgent: request.headers['user-agent'] ?? '',
    deviceToken: readDeviceCookie(request.headers.cookie),
  };
});
