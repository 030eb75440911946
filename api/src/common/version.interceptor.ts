import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';

function hasVersion(body: unknown): body is { readonly version: number } {
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
}

/** What has a version says so in its ETag, so that the next change can name it in If-Match. */
@Injectable()
export class VersionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      tap((body: unknown) => {
        if (hasVersion(body)) response.setHeader('ETag', `"${body.version}"`);
      }),
    );
  }
}
