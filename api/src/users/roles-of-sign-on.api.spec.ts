import { type IssuerAccount, OidcIssuer } from '../testing/oidc-issuer.js';
import { addProvider, signInThrough } from '../testing/single-sign-on.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let administrator: SignedIn;
let issuer: OidcIssuer;

beforeAll(async () => {
  test = await startTestApplication();
  // Tokens of a real provider carry the real time.
  test.clock.set(new Date().toISOString());
  administrator = await test.signInAs('administrator');
  issuer = await OidcIssuer.start();
});

afterAll(async () => {
  await issuer.close();
  await test.close();
});

describe('a role that comes with single sign-on', () => {
  it('is not taken away here, ends with the access, does not come back by signing in, and is marked again afterwards', async () => {
    const rule = {
      claim: 'roles',
      value: 'Coordinator',
      role: 'coordinator',
      schoolId: null,
      providerId: null,
      isSchoolFromUrn: false,
    };
    const provider = await addProvider(administrator, issuer, {
      givesRoles: true,
      createsPeople: true,
      rules: [rule],
    });
    const account: IssuerAccount = {
      sub: 'sub-of-somebody',
      claims: { email: 'somebody@council.example', email_verified: true, name: 'Some Body', roles: ['Coordinator'] },
    };
    await signInThrough(test, provider, account);
    const [found] = (await administrator.post('/users/search', { search: 'somebody@council' }).expect(200)).body.items;
    expect(found).toMatchObject({ state: 'active', roles: [{ role: 'coordinator', isFromSignOn: true }] });
    const { version, roles, signInMethods } = (await administrator.get(`/users/${found.id}`).expect(200)).body;
    expect(signInMethods).toMatchObject({ hasPassword: false, hasSingleSignOn: true });
    const kept = await administrator.send('delete', `/users/${found.id}/roles/${roles[0].id}`, { version }).expect(409);
    expect(kept.body.code).toBe('role_from_sign_on');

    const out = await administrator.post(`/users/${found.id}/deactivate`, {}, { version }).expect(200);
    const refused = await signInThrough(test, provider, account);
    expect(refused.location).toBe('/sign-in/refused?reason=account_inactive');
    expect((await administrator.get(`/users/${found.id}`)).body.state).toBe('deactivated');

    const back = await administrator
      .post(`/users/${found.id}/reactivate`, {}, { version: out.body.version })
      .expect(200);
    expect(back.body.roles).toMatchObject([{ role: 'coordinator', isFromSignOn: true }]);
    expect((await signInThrough(test, provider, account)).location).not.toContain('refused');
  });
});
