import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { SessionProvider } from '@panel/api-client';
import { SingleSignOnService } from '@panel/api-client/single-sign-on/single-sign-on.service';
import { firstValueFrom, timeout } from 'rxjs';
import { CurrentSession } from './current-session.js';

/** Nobody waits longer for a provider that does not answer: signing out here goes first. */
const longestWait = 2_000;

export interface SignedOut {
  /** Whoever came by single sign-on may still be signed in there, where the next person at this computer would be let in. */
  readonly elsewhere: { readonly name: string; readonly address: string } | null;
}

/** Ends the session by the person's own wish, and knows it until the next sign-in or the next visit. */
@Injectable({ providedIn: 'root' })
export class SignOut {
  private readonly session = inject(CurrentSession);
  private readonly router = inject(Router);
  private readonly singleSignOn = inject(SingleSignOnService);
  private readonly last = signal<SignedOut | null>(null);

  /** Null: nobody has just signed out. */
  readonly done = computed(() => (this.session.session() ? null : this.last()));

  async now(): Promise<void> {
    const provider = await this.readProvider();
    await this.session.signOut();
    this.last.set({ elsewhere: elsewhere(provider) });
    await this.router.navigateByUrl('/sign-in');
  }

  /** Only the session that is about to end says it. */
  private async readProvider(): Promise<SessionProvider | null> {
    try {
      return await firstValueFrom(this.singleSignOn.readSessionProvider().pipe(timeout(longestWait)));
    } catch {
      return null; // the link is a help; signing out does not depend on it
    }
  }
}

function elsewhere(provider: SessionProvider | null): SignedOut['elsewhere'] {
  if (!provider?.signOutAddress) return null;
  return { name: provider.displayName ?? 'the account you signed in with', address: provider.signOutAddress };
}
