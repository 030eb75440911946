import type { Request, RequestHandler } from 'express';

import type { JsonLogger } from './json-logger.js';

/** A line for each request: the route, not the address, in which a person may have typed anything. */
export function accessLog(logger: JsonLogger): RequestHandler {
  return (request, response, next) => {
    const since = performance.now();
    response.once('close', () => {
      logger.info('Request', response.writableFinished ? 'answered' : 'broken off', {
        method: request.method,
        route: routeOf(request),
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - since),
      });
    });
    next();
  };
}

function routeOf(request: Request): string {
  const route: unknown = request.route;
  if (typeof route === 'object' && route !== null && 'path' in route) return String(route.path);
  return request.originalUrl.startsWith('/api/') ? 'no route' : 'web application';
}
