import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, from, type Observable, switchMap, tap, throwError } from 'rxjs';

import type { SignedInRequest } from '../auth/requires.js';
import { Problem } from '../common/problem.js';
import { AccessRefusals } from './access-refusals.service.js';
import { AuditService } from './audit.service.js';
import { type AuditDeclaration, auditDeclaration } from './audited.js';

/**
 * The last look at every answer: one of an audited handler that left no event is not given. And a case that was asked for
 * and refused is written down, also when the refusal does not say whether the case exists.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditService,
    private readonly refusals: AccessRefusals,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const handler = context.getHandler();
    const declared = this.reflector.get<AuditDeclaration | undefined>(auditDeclaration, handler);
    return next.handle().pipe(
      tap(() => {
        if (!declared?.events || declared.onlyWhen !== null) return;
        const left =
          request.actor && this.audit.hasLeft(request.actor.origin, [...declared.events, 'request.repeated']);
        if (!left) throw new Error(`${handler.name} left none of its audit events: ${declared.events.join(', ')}`);
      }),
      catchError((error: unknown) => {
        const isRefusal = error instanceof Problem && (error.status === 403 || error.status === 404);
        if (!isRefusal || !request.actor) return throwError(() => error);
        return from(this.refusals.record(request.actor, request, error.code)).pipe(
          switchMap(() => throwError(() => error)),
        );
      }),
    );
  }
}
