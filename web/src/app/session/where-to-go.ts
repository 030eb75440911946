import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { SignInStep } from './session-contract.js';

/** The next page of a sign-in, and the one that was wanted at its end. */
@Injectable({ providedIn: 'root' })
export class WhereToGo {
  private readonly router = inject(Router);

  after(step: SignInStep, returnTo: string | undefined): Promise<boolean> {
    const queryParams = returnTo ? { returnTo } : {};
    if (!step.session) return this.router.navigate(['/sign-in/continue'], { queryParams });
    if (step.session.hasSeveralHats) return this.router.navigate(['/account/role'], { queryParams });
    return this.router.navigateByUrl(safePath(returnTo));
  }
}

/** Only a page of ours: an address could send people elsewhere after they have signed in. */
export function safePath(wanted: string | undefined): string {
  return wanted?.startsWith('/') && !wanted.startsWith('//') && !wanted.includes('\\') ? wanted : '/';
}
