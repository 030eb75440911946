import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Problem } from '../shell/problem.js';
import type { Session, SignIn } from './session-contract.js';

/** Who is signed in. */
@Injectable({ providedIn: 'root' })
export class CurrentSession {
  private readonly http = inject(HttpClient);
  private readonly state = signal<Session | null>(null);
  private started: Promise<void> | undefined;
  /** Counts sign-ins and sign-outs. */
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

  signIn(credentials: SignIn): Promise<Session> {
    return this.keep('/api/session', credentials);
  }

  /** Only in a demo: one click instead of a password. */
  signInAsDemoPerson(key: string): Promise<Session> {
    return this.keep('/api/demo/session', { key });
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

  private async keep(url: string, body: object): Promise<Session> {
    const session = await firstValueFrom(this.http.post<Session>(url, body));
    this.change(session);
    this.started = Promise.resolve();
    return session;
  }
}
