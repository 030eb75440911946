import type { HttpInterceptorFn } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Problem } from '../shell/problem.js';

interface Waiting {
  proceed(): void;
  giveUp(): void;
}

/** What needs a recent sign-in waits here until the person has confirmed, in place, that it is them. */
@Injectable({ providedIn: 'root' })
export class ConfirmIdentity {
  private readonly waiting = signal<readonly Waiting[]>([]);

  /** Requests wait: the dialog must be open. */
  readonly isAsked = computed(() => this.waiting().length > 0);

  ask(): Promise<void> {
    return new Promise((resolve, reject) => {
      const one = { proceed: resolve, giveUp: () => reject(new Error('not confirmed')) };
      this.waiting.update((all) => [...all, one]);
    });
  }

  confirmed(): void {
    for (const one of this.take()) one.proceed();
  }

  /** The person closed the dialog: the requests fail, the page stays as it is. */
  giveUp(): void {
    for (const one of this.take()) one.giveUp();
  }

  private take(): readonly Waiting[] {
    const all = this.waiting();
    this.waiting.set([]);
    return all;
  }
}

const notConfirmed = 'You did not confirm that it is you. You can try again.';

/** Holds back a request that needs a confirmation, asks for it, and repeats the request. */
export const askToConfirmIdentity: HttpInterceptorFn = (request, next) => {
  const confirmation = inject(ConfirmIdentity);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof Problem) || error.code !== 'confirmation_needed') return throwError(() => error);
      return from(confirmation.ask()).pipe(
        catchError(() => throwError(() => new Problem(error.status, error.code, 'Nothing was done', notConfirmed))),
        switchMap(() => next(request)),
      );
    }),
  );
};
