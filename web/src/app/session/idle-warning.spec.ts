import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { mapProblems } from '../shell/problem-interceptor.js';
import { CurrentSession } from './current-session.js';
import { IdleWarning } from './idle-warning.js';
import { IdleWarningDialog } from './idle-warning-dialog.js';
import { markOwnRequests } from './own-request-interceptor.js';
import type { Session } from './session-contract.js';
import { SignInAgain } from './sign-in-again.js';

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

beforeAll(() => {
  // jsdom knows no dialogs.
  Object.assign(HTMLDialogElement.prototype, { showModal: () => undefined, close: () => undefined });
});
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function watching() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([mapProblems, markOwnRequests])), provideHttpClientTesting()],
  });
  const api = TestBed.inject(HttpTestingController);
  const warning = TestBed.inject(IdleWarning);
  TestBed.runInInjectionContext(() => warning.watch());
  TestBed.inject(CurrentSession).take({ stage: 'open', name: '', factors: [], needsPasskey: false, session: person });
  TestBed.tick();
  const times = async (idleSecondsLeft: number, longestSecondsLeft = 30_000) => {
    const asked = api.expectOne('/api/session/times');
    asked.flush({ idleSecondsLeft, longestSecondsLeft });
    await jest.advanceTimersByTimeAsync(0);
    return asked.request;
  };
  const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);
  return { api, warning, times, pass };
}

describe('the warning before a session ends', () => {
  it('asks the server how long is left, in the background, and not before a minute has passed', async () => {
    const { api, pass, times, warning } = watching();
    await pass(59);
    api.expectNone('/api/session/times');
    await pass(1);
    const request = await times(1_740);
    expect(request.headers.get('X-Panel-Background')).toBe('1');
    expect(warning.isAsked()).toBe(false);
  });

  it('comes five minutes before the end, and counts down', async () => {
    const { pass, times, warning } = watching();
    await pass(60);
    await times(360);
    await pass(60);
    await times(300);
    expect(warning.isAsked()).toBe(true);
    expect(warning.secondsLeft()).toBe(300);
    await pass(3);
    expect(warning.secondsLeft()).toBe(297);
  });

  it('goes when another window has been used meanwhile', async () => {
    const { pass, times, warning } = watching();
    await pass(60);
    await times(200);
    await pass(20);
    await times(1_790);
    expect(warning.isAsked()).toBe(false);
  });

  it('goes when the person stays', async () => {
    const { api, pass, times, warning } = watching();
    await pass(60);
    await times(200);
    const staying = warning.stay();
    api.expectOne('/api/session').flush(person);
    await staying;
    expect(warning.isAsked()).toBe(false);
  });

  it('leads to signing in again, in place, when the time has run out', async () => {
    const { api, pass, times, warning } = watching();
    await pass(60);
    await times(10);
    await pass(11);
    api
      .expectOne('/api/session/times')
      .flush({ code: 'not_signed_in', title: '', detail: '' }, { status: 401, statusText: '' });
    await pass(0);
    expect(warning.isAsked()).toBe(false);
    expect(TestBed.inject(SignInAgain).isAsked()).toBe(true);
  });

  it('cannot prolong the longest time, and says so', async () => {
    const { pass, times, warning } = watching();
    await pass(60);
    await times(1_700, 290);
    expect(warning.isLongest()).toBe(true);
    warning.dismiss();
    expect(warning.isAsked()).toBe(false);
    await pass(291);
    await times(0, 0);
    expect(TestBed.inject(SignInAgain).isAsked()).toBe(true);
  });

  it('is said to a screen reader once a minute, not every second', async () => {
    const { pass, times } = watching();
    const fixture = TestBed.createComponent(IdleWarningDialog);
    const said = new Set<string | undefined>();
    await pass(60);
    await times(120);
    for (let second = 0; second < 18; second += 1) {
      await pass(1);
      fixture.detectChanges();
      said.add((fixture.nativeElement as HTMLElement).querySelector('[role=status]')?.textContent?.trim());
    }
    expect([...said]).toEqual(['You will be signed out in about 2 minutes.']);
  });
});
