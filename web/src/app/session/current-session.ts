import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Problem } from '../shell/problem.js';
import type { Session, SignIn, SignInStep } from './session-contract.js';

/** Who is signed in. */
@Injectable({ providedIn: 'root' })
export class CurrentSession {
  private readonly http = inject(HttpClient);
  private readonly state = signal<Session | null>(null);
  private started: Promise<void> | undefined;
  /** Counts sign-ins, confirmations and sign-outs: each brings a new cookie, and makes an answer to an older one out of date. */
  private changes = 0;

  /** Null: nobody. */
  readonly session = this.state.asReadonly();
  private readonly permissions = computed(() => new Set(this.state()?.permissions));

  /** Whether the person may do this; only hides what would be refused, the API decides. */
  may(permission: string): boolean {
    return this.permissions().has(permission);
  }

  /** Asks once who is signed in. Fails when the API cannot be asked. */
  start(): Promise<void> {
    this.started ??= this.read().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    return this.started;
  }

  /** The first step; the answer says which comes next. */
  signIn(credentials: SignIn): Promise<SignInStep> {
    return this.go('/api/session', credentials);
  }

  /** Only in a demo: one click instead of a password. */
  signInAsDemoPerson(key: string): Promise<SignInStep> {
    return this.go('/api/demo/session', { key });
  }

  /** One step of a sign-in, or a confirmation of who one is. */
  async go(url: string, body: object): Promise<SignInStep> {
    return this.take(await firstValueFrom(this.http.post<SignInStep>(url, body)));
  }

  /** How far a sign-in of this browser has come; null when nobody is signing in. */
  async readStep(): Promise<SignInStep | null> {
    try {
      return this.take(await firstValueFrom(this.http.get<SignInStep>('/api/session/step')));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  }

  /** Says that somebody is here, which keeps the session alive, and learns what has changed about it. */
  async renew(): Promise<void> {
    const before = this.changes;
    const session = await this.ask();
    if (session && this.changes === before) this.state.set(session);
  }

  /** What a step of a sign-in answered: when it was the last one, somebody is signed in. */
  take(step: SignInStep): SignInStep {
    if (step.session) {
      this.change(step.session);
      this.started = Promise.resolve();
    }
    return step;
  }

  /** To be compared later: whether the cookie is another one by then. */
  get generation(): number {
    return this.changes;
  }

  /** Asks again what the person may do, where that has just changed. */
  refresh(): Promise<void> {
    return this.read();
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/session'));
    this.change(null);
  }

  private async read(): Promise<void> {
    const before = this.changes;
    const session = await this.ask();
    // Who has signed in meanwhile stays: this answer is older.
    if (this.changes === before) this.state.set(session);
  }

  private async ask(): Promise<Session | null> {
    try {
      return await firstValueFrom(this.http.get<Session>('/api/session'));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  }

  private change(session: Session | null): void {
    this.changes += 1;
    this.state.set(session);
  }
}
