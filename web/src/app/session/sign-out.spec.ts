import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { jest } from '@jest/globals';
import { mapProblems } from '../shell/problem-interceptor.js';
import { CurrentSession } from './current-session.js';
import type { Session, SignInStep } from './session-contract.js';
import { askToSignInAgain, SignInAgain } from './sign-in-again.js';
import { SignOut } from './sign-out.js';

const person: Session = {
  userId: '1',
  name: 'S. Enco',
  email: 's@school.example',
  authority: { id: 1, name: 'Rutland', brandColour: null },
  roles: [],
  hasSeveralHats: false,
  actsInOneRole: false,
  isDemoPerson: false,
  permissions: [],
};
const opened: SignInStep = { stage: 'open', name: '', factors: [], needsPasskey: false, session: person };
const council = { identityProviderId: 'x', displayName: 'the council', signOutAddress: 'https://sso.example/end' };

@Component({ template: '' })
class AnyPage {}

function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([askToSignInAgain, mapProblems])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: AnyPage }]),
    ],
  });
  const api = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(CurrentSession);
  session.take(opened);
  const signOut = TestBed.inject(SignOut);
  /** What the API says about the provider, then about the end of the session. */
  const leave = async (about: object, status = 200): Promise<void> => {
    const leaving = signOut.now();
    api.expectOne('/api/identity-providers/of-session').flush(about, { status, statusText: String(status) });
    await Promise.resolve();
    await Promise.resolve();
    api.expectOne('/api/session').flush(null, { status: 204, statusText: 'gone' });
    await leaving;
  };
  return { api, session, signOut, leave };
}

describe('signing out', () => {
  it('offers the sign-out page of the provider that opened the session, until somebody signs in', async () => {
    const { leave, session, signOut } = setUp();
    expect(signOut.done()).toBeNull();
    await leave(council);
    expect(TestBed.inject(Router).url).toBe('/sign-in');
    expect(signOut.done()).toEqual({ elsewhere: { name: 'the council', address: 'https://sso.example/end' } });
    session.take(opened);
    expect(signOut.done()).toBeNull();
  });

  it('offers nothing where there is no provider, or none with such a page', async () => {
    const { leave, session, signOut } = setUp();
    await leave({ identityProviderId: null, displayName: null, signOutAddress: null });
    expect(signOut.done()).toEqual({ elsewhere: null });
    session.take(opened);
    await leave({ ...council, signOutAddress: null });
    expect(signOut.done()).toEqual({ elsewhere: null });
  });

  it('works in a session that has ended, without asking for a sign-in', async () => {
    const { leave, signOut } = setUp();
    await leave({ code: 'not_signed_in', title: 'Sign in first', detail: '' }, 401);
    expect(TestBed.inject(SignInAgain).isAsked()).toBe(false);
    expect(signOut.done()).toEqual({ elsewhere: null });
  });

  it('does not wait for a provider that is silent', async () => {
    jest.useFakeTimers();
    const { api, signOut } = setUp();
    const leaving = signOut.now();
    api.expectOne('/api/identity-providers/of-session');
    await jest.advanceTimersByTimeAsync(2_000);
    jest.useRealTimers();
    api.expectOne('/api/session').flush(null, { status: 204, statusText: 'gone' });
    await leaving;
    expect(signOut.done()).toEqual({ elsewhere: null });
  });
});
