import { computed, inject, Injectable, signal } from '@angular/core';
import type { HttpInterceptorFn } from '@angular/common/http';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Problem } from '../shell/problem.js';
import { CurrentSession } from './current-session.js';
import type { Session } from './session-contract.js';

interface Waiting {
  proceed(): void;
  giveUp(): void;
}

/** A session that ends in the middle of work: requests wait until the person has signed in again, in place. */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  private readonly session = inject(CurrentSession).session;
  private readonly waiting = signal<readonly Waiting[]>([]);
  private userId: string | undefined;

  /** Requests wait: the dialog must be open. */
  readonly isAsked = computed(() => this.waiting().length > 0);

  /** Resolves when the same person has signed in again; fails when they will not. */
  ask(): Promise<void> {
    this.userId = this.session()?.userId;
    return new Promise((resolve, reject) => {
      const one = { proceed: resolve, giveUp: () => reject(new Error('not signed in again')) };
      this.waiting.update((all) => [...all, one]);
    });
  }

  /** Lets the waiting requests go on, but never under the name of somebody else, who then starts afresh. */
  signedIn(session: Session): void {
    if (session.userId !== this.userId) {
      this.giveUp();
      this.startAfresh();
      return;
    }
    for (const one of this.take()) one.proceed();
  }

  /** The person closed the dialog: the requests fail, what was typed stays on the page. */
  giveUp(): void {
    for (const one of this.take()) one.giveUp();
  }

  /** Loads the application anew, so that nothing of the person before stays in memory. */
  protected startAfresh(): void {
    window.location.assign('/');
  }

  private take(): readonly Waiting[] {
    const all = this.waiting();
    this.waiting.set([]);
    return all;
  }
}

/** Where signing in or out happens itself, a 401 is an answer and not the end of a session. */
const signInAddresses = /^\/api\/(session|demo\/|service|identity-providers\/of-session)/;

/** Holds back a request that meets an ended session, and repeats it after the sign-in. */
export const askToSignInAgain: HttpInterceptorFn = (request, next) => {
  const session = inject(CurrentSession);
  const signInAgain = inject(SignInAgain);
  const generation = session.generation;
  return next(request).pipe(
    catchError((error: unknown) => {
      const isEnded = error instanceof Problem && error.status === 401 && session.session() !== null;
      if (!isEnded || signInAddresses.test(request.url)) return throwError(() => error);
      // It left with the cookie of before a confirmation, which is dead; the one of now is not.
      if (session.generation !== generation) return next(request);
      return from(signInAgain.ask()).pipe(
        catchError(() => throwError(() => error)),
        switchMap(() => next(request)),
      );
    }),
  );
};
