import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { mapProblems } from '../shell/problem-interceptor.js';
import { CurrentSession } from './current-session.js';
import { OtherWindows } from './other-windows.js';
import type { Session } from './session-contract.js';

const senco = { role: 'senco', organisationId: 'school', organisationName: 'Oak School' } as const;
const person: Session = {
  userId: '1',
  name: 'S. Enco',
  email: 's@school.example',
  authority: { id: 1, name: 'Rutland', brandColour: null },
  roles: [senco, { role: 'panel_member', organisationId: null, organisationName: null }],
  hasSeveralHats: true,
  actsInOneRole: false,
  isDemoPerson: false,
  permissions: [],
};

function lookingAgain() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([mapProblems])), provideHttpClientTesting()],
  });
  const api = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(CurrentSession);
  session.take({ stage: 'open', name: '', factors: [], needsPasskey: false, session: person });
  const windows = TestBed.inject(OtherWindows);
  const startAfresh = jest.fn();
  Object.assign(windows, { startAfresh });
  const look = async (answer: object, status = 200): Promise<void> => {
    const looking = windows.look();
    api.expectOne('/api/session').flush(answer, { status, statusText: String(status) });
    await looking;
  };
  return { api, session, windows, startAfresh, look };
}

describe('a window that is looked at again', () => {
  it('shows the role that was chosen in another one', async () => {
    const { look, session, startAfresh } = lookingAgain();
    await look({ ...person, roles: [senco], actsInOneRole: true });
    expect(session.session()?.roles).toEqual([senco]);
    expect(startAfresh).not.toHaveBeenCalled();
  });

  it('starts afresh when somebody else has signed in, or the person works for another council', async () => {
    const { look, startAfresh } = lookingAgain();
    await look({ ...person, authority: { id: 2, name: 'Larkshire', brandColour: null } });
    expect(startAfresh).toHaveBeenCalledTimes(1);
    await look({ ...person, userId: '2' });
    expect(startAfresh).toHaveBeenCalledTimes(2);
  });

  it('keeps what it shows when the session has ended: the next request asks to sign in again, in place', async () => {
    const { look, session } = lookingAgain();
    await look({ code: 'not_signed_in', title: 'Sign in first', detail: '' }, 401);
    expect(session.session()?.userId).toBe('1');
  });

  it('asks nothing while it is hidden', async () => {
    const { api, windows } = lookingAgain();
    const visible = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await windows.look();
    api.expectNone('/api/session');
    visible.mockRestore();
  });
});
