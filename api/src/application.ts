import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

import { accessLog } from './common/access-log.js';
import { Draining } from './common/draining.js';
import type { JsonLogger } from './common/json-logger.js';
import { giveRequestId } from './common/request-id.js';
import { bodyDeadline, dropPlainCookies, refuseWildBodies, refuseWildQueries } from './common/request-limits.js';
import { apiHeaders, securityHeaders } from './common/security-headers.js';

/** What every HTTP process of ours does before its routes: headers, limits, prefix. Used by main, local and the tests. */
export function configureApplication(
  app: NestExpressApplication,
  options: { readonly isSecure: boolean; readonly proxyHops?: number; readonly accessLogger?: JsonLogger },
): void {
  app.disable('x-powered-by');
  // Whose address counts in rate limits: the proxy's own, or what it says of the one before it.
  app.set('trust proxy', options.proxyHops ?? 0);
  // Answers are never stored; versions of ours are set where there are any.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(giveRequestId);
  if (options.accessLogger) app.use(accessLog(options.accessLogger));
  app.use(...securityHeaders(options));
  app.use(endConnectionsWhen(app.get(Draining)));
  if (options.isSecure) app.use(dropPlainCookies);
  app.setGlobalPrefix('api');
  app.use('/api', apiHeaders, refuseWildQueries, bodyDeadline());
  // A section of a referral is at most some 40 KB; what is far larger is a mistake or an attack.
  app.useBodyParser('json', { limit: '256kb' });
  app.use(refuseWildBodies);
}

/** While the process ends, each connection ends with its answer, so that the next request goes elsewhere. */
function endConnectionsWhen(draining: Draining) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    if (draining.isOn) response.setHeader('Connection', 'close');
    next();
  };
}
