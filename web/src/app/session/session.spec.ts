import { Location } from '@angular/common';
import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { Navigation } from '../shell/navigation.js';
import { Problem } from '../shell/problem.js';
import { mapProblems } from '../shell/problem-interceptor.js';
import { askToConfirmIdentity, ConfirmIdentity } from './confirm-identity.js';
import { CurrentSession } from './current-session.js';
import { markOwnRequests } from './own-request-interceptor.js';
import type { Session } from './session-contract.js';
import { mustBeSignedIn, mustBeSignedOut, mustHave, signInPersonOfAddress } from './session-guards.js';
import { askToSignInAgain, SignInAgain } from './sign-in-again.js';

const person = (userId: string, permissions: string[] = []): Session => ({
  userId,
  name: 'S. Enco',
  email: 's@school.example',
  authority: { id: 1, name: 'Rutland', brandColour: null },
  roles: [{ role: 'senco', organisationId: 'school', organisationName: 'Oak School' }],
  hasSeveralHats: false,
  actsInOneRole: false,
  isDemoPerson: false,
  permissions,
});
const notSignedIn = {
  body: { code: 'not_signed_in', title: 'Sign in first', detail: 'Your session has ended.' },
  status: 401,
};

const opened = (session: Session) => ({ stage: 'open', name: session.name, factors: [], needsPasskey: false, session });

@Component({ template: '' })
class AnyPage {}

const routes: Routes = [
  { path: 'sign-in', canActivate: [signInPersonOfAddress, mustBeSignedOut], component: AnyPage },
  { path: 'no-access', component: AnyPage },
  {
    path: '',
    canActivate: [signInPersonOfAddress, mustBeSignedIn],
    children: [
      { path: '', pathMatch: 'full', component: AnyPage },
      { path: 'referrals', canActivate: [mustHave('referral:list')], component: AnyPage },
    ],
  },
];

function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([askToConfirmIdentity, askToSignInAgain, mapProblems, markOwnRequests])),
      provideHttpClientTesting(),
      provideRouter(routes),
    ],
  });
  const api = TestBed.inject(HttpTestingController);
  const answer = (url: string, body: object, status = 200): void =>
    api.expectOne(url).flush(body, { status, statusText: String(status) });
  return { api, answer, session: TestBed.inject(CurrentSession), router: TestBed.inject(Router) };
}

/** A guard asks only after its turn has come. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

async function signedIn(permissions: string[] = []) {
  const context = setUp();
  const signingIn = context.session.signIn({ email: 'a', password: 'b' });
  context.answer('/api/session', opened(person('1', permissions)));
  await signingIn;
  return context;
}

describe('the session', () => {
  it('is asked for once', async () => {
    const { answer, session } = setUp();
    const [first, second] = [session.start(), session.start()];
    answer('/api/session', person('1', ['referral:list']));
    await Promise.all([first, second]);
    expect(session.session()?.name).toBe('S. Enco');
    expect(session.may('referral:list')).toBe(true);
    expect(session.may('panel:list')).toBe(false);
  });

  it('is nobody when the API says so, and no dialog asks', async () => {
    const { answer, session } = setUp();
    const started = session.start();
    answer('/api/session', notSignedIn.body, 401);
    await started;
    expect(session.session()).toBeNull();
    expect(TestBed.inject(SignInAgain).isAsked()).toBe(false);
  });

  it('can be asked for again after the API could not be reached', async () => {
    const { api, answer, session } = setUp();
    const failed = session.start();
    api.expectOne('/api/session').error(new ProgressEvent('error'));
    await expect(failed).rejects.toMatchObject({ code: 'unreachable' });
    const started = session.start();
    answer('/api/session', person('1'));
    await started;
    expect(session.session()).not.toBeNull();
  });

  it('ends with signing out', async () => {
    const { answer, session } = await signedIn();
    const signingOut = session.signOut();
    answer('/api/session', {});
    await signingOut;
    expect(session.session()).toBeNull();
  });

  it('marks every request as our own', () => {
    const { api } = setUp();
    TestBed.inject(HttpClient).get('/api/home').subscribe();
    expect(api.expectOne('/api/home').request.headers.get('X-Panel-Request')).toBe('1');
  });
});

describe('pages behind the sign-in', () => {
  it('lead to it, and remember the page that was wanted', async () => {
    const { answer, router } = setUp();
    const going = router.navigateByUrl('/referrals?status=draft');
    await turn();
    answer('/api/session', notSignedIn.body, 401);
    await going;
    expect(router.url).toBe('/sign-in?returnTo=%2Freferrals%3Fstatus%3Ddraft');
  });

  it('say so when a permission is missing, and keep the address', async () => {
    const { router } = await signedIn();
    await router.navigateByUrl('/referrals');
    expect(router.lastSuccessfulNavigation()?.finalUrl?.toString()).toBe('/no-access');
    expect(TestBed.inject(Location).path()).toBe('/referrals');
  });

  it('open for those who may see them', async () => {
    const { router } = await signedIn(['referral:list']);
    await router.navigateByUrl('/referrals');
    expect(router.url).toBe('/referrals');
  });

  it('are open instead of the sign-in page for those who are signed in', async () => {
    const { router } = await signedIn(['referral:list']);
    await router.navigateByUrl('/sign-in?returnTo=%2Freferrals');
    expect(router.url).toBe('/referrals');
  });
});

describe('a person named in the address', () => {
  it('is signed in at once, and the address forgets them', async () => {
    const { api, router, session } = setUp();
    const going = router.navigateByUrl('/referrals?person=senco&status=draft');
    await turn();
    const request = api.expectOne('/api/demo/session');
    expect(request.request.body).toEqual({ key: 'senco' });
    request.flush(opened(person('1', ['referral:list'])));
    await going;
    expect(router.url).toBe('/referrals?status=draft');
    expect(session.session()?.userId).toBe('1');
  });

  it('is nobody where there is no demo', async () => {
    const { answer, router } = setUp();
    const going = router.navigateByUrl('/?person=senco');
    await turn();
    answer('/api/demo/session', { code: 'not_found', title: 'Not found', detail: '' }, 404);
    await turn();
    answer('/api/session', notSignedIn.body, 401);
    await going;
    expect(router.url).toBe('/sign-in');
  });
});

describe('a session that ends in the middle of work', () => {
  async function ended() {
    const context = await signedIn();
    const saving = firstValueFrom(TestBed.inject(HttpClient).put('/api/referrals/1/pupil', { text: 'long' }));
    // Its end is looked at below.
    saving.catch(() => undefined);
    context.answer('/api/referrals/1/pupil', notSignedIn.body, 401);
    await turn();
    return { ...context, saving, signInAgain: TestBed.inject(SignInAgain) };
  }

  it('asks to sign in again and then repeats what was refused', async () => {
    const { api, signInAgain } = await ended();
    expect(signInAgain.isAsked()).toBe(true);
    signInAgain.signedIn(person('1'));
    expect(signInAgain.isAsked()).toBe(false);
    await turn();
    expect(api.expectOne('/api/referrals/1/pupil').request.body).toEqual({ text: 'long' });
  });

  it('gives the answer of the repeated request to the page', async () => {
    const { answer, saving, signInAgain } = await ended();
    signInAgain.signedIn(person('1'));
    await turn();
    answer('/api/referrals/1/pupil', { version: 2 });
    expect(await saving).toEqual({ version: 2 });
  });

  it('asks once for several requests, and repeats them all', async () => {
    const { api, answer, signInAgain } = await ended();
    TestBed.inject(HttpClient).get('/api/home').subscribe();
    answer('/api/home', notSignedIn.body, 401);
    await turn();
    signInAgain.signedIn(person('1'));
    await turn();
    expect(api.match('/api/home')).toHaveLength(1);
    expect(api.match('/api/referrals/1/pupil')).toHaveLength(1);
  });

  it('fails the request when the dialog is closed, so that the page can say it is not saved', async () => {
    const { saving, signInAgain } = await ended();
    signInAgain.giveUp();
    await expect(saving).rejects.toBeInstanceOf(Problem);
    await expect(saving).rejects.toMatchObject({ status: 401 });
  });

  it('never repeats a request in the name of somebody else', async () => {
    const { api, saving, signInAgain } = await ended();
    let isFresh = false;
    Object.assign(signInAgain, { startAfresh: () => (isFresh = true) });
    signInAgain.signedIn(person('2'));
    await expect(saving).rejects.toMatchObject({ status: 401 });
    expect(api.match('/api/referrals/1/pupil')).toHaveLength(0);
    expect(isFresh).toBe(true);
  });
});

describe('what needs a recent sign-in', () => {
  const needed = { code: 'confirmation_needed', title: 'Confirm that it is you', detail: '' };

  async function asked() {
    const context = await signedIn();
    const publishing = firstValueFrom(TestBed.inject(HttpClient).post('/api/reports/1/publish', { a: 1 }));
    // Its end is looked at below.
    publishing.catch(() => undefined);
    context.answer('/api/reports/1/publish', needed, 403);
    await turn();
    return { ...context, publishing, confirmation: TestBed.inject(ConfirmIdentity) };
  }

  it('asks, and repeats the request after the confirmation', async () => {
    const { answer, publishing, confirmation } = await asked();
    expect(confirmation.isAsked()).toBe(true);
    confirmation.confirmed();
    expect(confirmation.isAsked()).toBe(false);
    await turn();
    answer('/api/reports/1/publish', { version: 2 });
    expect(await publishing).toEqual({ version: 2 });
  });

  it('fails when the dialog is closed', async () => {
    const { publishing, confirmation } = await asked();
    confirmation.giveUp();
    await expect(publishing).rejects.toMatchObject({ code: 'confirmation_needed', title: 'Nothing was done' });
  });

  it('does not take a request that left with the cookie of before for the end of the session', async () => {
    const { answer, session } = await signedIn();
    const reading = firstValueFrom(TestBed.inject(HttpClient).get('/api/home'));
    session.take({ stage: 'open', name: '', factors: [], needsPasskey: false, session: person('1') });
    answer('/api/home', notSignedIn.body, 401);
    await turn();
    expect(TestBed.inject(SignInAgain).isAsked()).toBe(false);
    answer('/api/home', { tasks: [] });
    expect(await reading).toEqual({ tasks: [] });
  });
});

describe('the main navigation', () => {
  it('shows only what the person may list, and where they are', async () => {
    const { router } = await signedIn(['referral:list', 'report:list']);
    const navigation = TestBed.inject(Navigation);
    await router.navigateByUrl('/referrals?page=2');
    expect(navigation.items()).toEqual([
      { text: 'Start', link: '/', isCurrent: false },
      { text: 'Referrals', link: '/referrals', isCurrent: true, isActive: false },
      { text: 'Reports', link: '/reports', isCurrent: false, isActive: false },
    ]);
  });

  it('is empty for nobody', () => {
    setUp();
    expect(TestBed.inject(Navigation).items()).toEqual([]);
  });
});
