import { HttpContextToken, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Presence } from './presence.js';

/** On a request that is no sign of life, such as asking how long the session lasts. */
export const isInBackground = new HttpContextToken<boolean>(() => false);

/**
 * Shows the API that a request comes from our own pages: another site cannot send this header. And says when nobody asked
 * for it: the page did, by itself.
 */
export const markOwnRequests: HttpInterceptorFn = (request, next) => {
  const isBackground = request.context.get(isInBackground) || (request.method === 'GET' && inject(Presence).isAway());
  return next(
    request.clone({ setHeaders: { 'X-Panel-Request': '1', ...(isBackground && { 'X-Panel-Background': '1' }) } }),
  );
};
