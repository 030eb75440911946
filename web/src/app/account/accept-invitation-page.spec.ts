import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { ActivatedRoute } from '@angular/router';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { mapProblems } from '../shell/problem-interceptor.js';
import { AcceptInvitationPage } from './accept-invitation-page.js';

const invitation = {
  name: 'Petra Novak',
  email: 'petra@test.example',
  councilName: 'Testshire',
  invitedByName: 'Ravi Menon',
  roles: [{ role: 'senco', organisationName: 'Oak Primary' }],
  expiresAt: '2026-12-01T10:00:00Z',
  hasAccount: false,
};

const person = (name: string, email: string) => ({
  name,
  email,
  authority: { id: 1, name: 'Elsewhere', brandColour: null },
  roles: [],
  permissions: [],
});

/** As the link opens it, for this session or nobody. */
async function opened(changes: object = {}, session: object | null = null): Promise<OpenedPage> {
  const route = { snapshot: { fragment: 'the-token' } };
  const page = await openPage(AcceptInvitationPage, {}, [
    { provide: ActivatedRoute, useValue: route },
    provideHttpClient(withInterceptors([mapProblems])),
    provideHttpClientTesting(),
  ]);
  if (session) await page.answer('/api/session', session);
  else await page.refuse('/api/session', { status: 401, code: 'not_signed_in', title: 'Sign in', detail: '' });
  await page.answer('/api/invitations/open', { ...invitation, ...changes });
  return page;
}

describe('the invitation of somebody new', () => {
  it('says who invites and as what, and refuses a short password before it is sent', async () => {
    const page = await opened();
    expect(page.text()).toContain('Testshire invites you');
    expect(page.text()).toContain('SENCo, Oak Primary');
    await page.type('#password', 'too short');
    await page.press('Accept and continue');
    expect(page.text()).toContain('Choose a password with at least 15 characters');
    await page.type('#password', 'seven herons over the weir');
    await page.press('Accept and continue');
    expect(page.request('/api/invitations/accept').request.body).toEqual({
      token: 'the-token',
      password: 'seven herons over the weir',
    });
  });

  it('asks whoever is signed in to sign out first', async () => {
    const page = await opened({}, person('Judith Marsh', 'judith@test.example'));
    expect(page.text()).toContain('You are signed in as Judith Marsh.');
    expect(page.element.querySelector('#password')).toBeNull();
  });
});

describe('the invitation of somebody with an account', () => {
  it('is accepted with that account', async () => {
    const page = await opened({ hasAccount: true }, person('Petra Novak', 'petra@test.example'));
    expect(page.element.querySelector('#password')).toBeNull();
    await page.press('Accept the invitation');
    expect(page.request('/api/invitations/accept-as-self').request.body).toEqual({ token: 'the-token' });
  });
});
