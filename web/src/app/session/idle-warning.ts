import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import type { SessionTimes } from '@panel/api-client';
import { firstValueFrom } from 'rxjs';
import { Problem } from '../shell/problem.js';
import { CurrentSession } from './current-session.js';
import { isInBackground } from './own-request-interceptor.js';
import { SignInAgain } from './sign-in-again.js';

/** So long before the end the person is asked. */
const warningSeconds = 5 * 60;
const firstLookSeconds = 60;
/** Another window may have been used meanwhile. */
const lookAgainSeconds = 20;

/**
 * Knows when the session will end, by the server's clock, and asks before it does. At the end it asks to sign in again, in
 * place: nothing on the page is lost.
 */
@Injectable({ providedIn: 'root' })
export class IdleWarning {
  private readonly http = inject(HttpClient);
  private readonly session = inject(CurrentSession);
  private readonly signInAgain = inject(SignInAgain);
  private readonly endsAt = signal<number | null>(null);
  private readonly now = signal(Date.now());
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ticker: ReturnType<typeof setInterval> | undefined;

  /** The dialog must be open. */
  readonly isAsked = computed(() => this.endsAt() !== null);
  readonly secondsLeft = computed(() => Math.max(0, Math.ceil(((this.endsAt() ?? 0) - this.now()) / 1000)));
  /** The longest time of a session is over soon: staying is not possible, signing in again is. */
  readonly isLongest = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** Starts to watch over whoever is signed in; called once by the application. */
  watch(): void {
    effect(() => {
      this.stop();
      if (this.session.session()) this.lookIn(firstLookSeconds);
    });
  }

  /** A sign of life. */
  async stay(): Promise<void> {
    await this.session.renew();
    this.close();
    this.lookIn(firstLookSeconds);
  }

  /** The person has seen it and goes on until the end. */
  dismiss(): void {
    const left = this.secondsLeft();
    this.close();
    this.endIn(left);
  }

  signInNow(): void {
    this.close();
    this.end();
  }

  private lookIn(seconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), seconds * 1000);
  }

  private endIn(seconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), (seconds + 1) * 1000);
  }

  private async look(): Promise<void> {
    if (!this.session.session()) return;
    try {
      const context = new HttpContext().set(isInBackground, true);
      this.take(await firstValueFrom(this.http.get<SessionTimes>('/api/session/times', { context })));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.end();
      else this.lookIn(firstLookSeconds);
    }
  }

  private take({ idleSecondsLeft, longestSecondsLeft }: SessionTimes): void {
    const left = Math.min(idleSecondsLeft, longestSecondsLeft);
    if (left > warningSeconds) {
      this.close();
      this.lookIn(left - warningSeconds);
      return;
    }
    if (left === 0) {
      this.end();
      return;
    }
    this.isLongest.set(longestSecondsLeft <= idleSecondsLeft);
    this.open(left);
    this.lookIn(Math.min(lookAgainSeconds, left + 1));
  }

  private open(seconds: number): void {
    this.now.set(Date.now());
    this.endsAt.set(Date.now() + seconds * 1000);
    this.ticker ??= setInterval(() => this.now.set(Date.now()), 1000);
  }

  private end(): void {
    this.stop();
    this.signInAgain.ask().then(
      () => this.lookIn(firstLookSeconds),
      // The person would rather not: the next request asks again.
      () => undefined,
    );
  }

  private close(): void {
    this.endsAt.set(null);
    clearInterval(this.ticker);
    this.ticker = undefined;
  }

  private stop(): void {
    this.close();
    clearTimeout(this.timer);
  }
}
