import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { Problem } from '../shell/problem.js';
import { CurrentSession } from './current-session.js';

/**
 * `?person=<key>` on any page signs that person of the demo in at once and then forgets the parameter. Where there is
 * no demo the API refuses, and the page asks for a sign-in as usual.
 */
export const signInPersonOfAddress: CanActivateFn = async (_, { url }) => {
  const session = inject(CurrentSession);
  const target = inject(Router).parseUrl(url);
  const { person, ...queryParams } = target.queryParams;
  if (typeof person !== 'string') return true;
  try {
    await session.signInAsDemoPerson(person);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  target.queryParams = queryParams;
  return target;
};

/** Pages behind the sign-in. After it one comes back to the page one wanted. */
export const mustBeSignedIn: CanActivateFn = async (_, { url }) => {
  const session = inject(CurrentSession);
  const router = inject(Router);
  await session.start();
  if (session.session()) return true;
  return router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { returnTo: url } });
};

/** Pages for everybody that say more to those who have signed in. */
export const knowWhoIsThere: CanActivateFn = async () => {
  await inject(CurrentSession).start();
  return true;
};

/** The sign-in page is not for those who are signed in. */
export const mustBeSignedOut: CanActivateFn = async ({ queryParamMap }) => {
  const session = inject(CurrentSession);
  const router = inject(Router);
  await session.start();
  return session.session() ? router.parseUrl(queryParamMap.get('returnTo') ?? '/') : true;
};

/** Pages of one permission: `canActivate: [mustHave('referral:list')]`. The API refuses too; this only says so early. */
export function mustHave(permission: string): CanActivateFn {
  return (_, { url }) => {
    if (inject(CurrentSession).may(permission)) return true;
    // The address stays the one that was wanted.
    return new RedirectCommand(inject(Router).parseUrl('/no-access'), { browserUrl: url });
  };
}
