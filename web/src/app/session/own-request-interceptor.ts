import type { HttpInterceptorFn } from '@angular/common/http';

/** Shows the API that a request comes from our own pages: another site cannot send this header. */
export const markOwnRequests: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'X-Panel-Request': '1' } }));
