import { OidcIssuer, type IssuerAccount, ProviderBrowser } from '../testing/oidc-issuer.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { type AddedProvider, addProvider, cookieOf, signInThrough } from '../testing/single-sign-on.js';

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

const rule = (changes: object = {}): object => ({
  claim: 'roles',
  value: 'Coordinator',
  role: 'coordinator',
  schoolId: null,
  providerId: null,
  isSchoolFromUrn: false,
  ...changes,
});

const someone = (changes: Partial<IssuerAccount> = {}): IssuerAccount => {
  const sub = `sub-${Math.random().toString(36).slice(2)}`;
  return {
    sub,
    claims: { email: `${sub}@council.example`, email_verified: true, name: 'Jo Bloggs', roles: ['Coordinator'] },
    ...changes,
  };
};

const creating = { givesRoles: true, createsPeople: true, rules: [rule()] };

async function linkThrough(person: SignedIn, token: string, provider: AddedProvider, account: IssuerAccount) {
  const started = await person
    .post(`/identity-providers/${provider.id}/link`, { returnTo: '/account/linked-sign-ins' })
    .expect(200);
  issuer.account = account;
  const back = await new ProviderBrowser().walk(started.body.address, provider.redirectAddress);
  return test.anonymous
    .get(`/identity-providers/${provider.id}/callback${back.search}`)
    .set('Cookie', `panel-session=${token}; ${cookieOf(started, 'panel-start')}`)
    .expect(303);
}

describe('linking', () => {
  it('is done by who is signed in and shows at the provider who they are; then they come in that way', async () => {
    const provider = await addProvider(administrator, issuer, {
      secondFactor: 'when_shown',
      requiredAcr: ['gold'],
    });
    const account = someone({ acr: 'gold' });
    expect((await signInThrough(test, provider, account)).location).toBe('/sign-in/refused?reason=not_linked');
    const userId = await test.rows.aUser('Known here');
    const token = await test.rows.aSession('coordinator', {}, userId);
    const person = test.as(token);
    const back = await linkThrough(person, token, provider, account);
    expect(back.headers['location']).toBe('/account/linked-sign-ins');
    const list = (await person.get('/linked-sign-ins').expect(200)).body;
    expect(list.items).toMatchObject([{ accountName: account.claims?.['email'] }]);
    const through = await signInThrough(test, provider, account, '/referrals');
    expect(through.location).toBe('/referrals');
    expect((await test.as(through.token).get('/session').expect(200)).body.userId).toBe(userId);
    const mails = await test.rows.query("select 1 from outbox_mails where kind = 'sign_in_linked' and user_id = $1", [
      userId,
    ]);
    expect(mails).toHaveLength(1);

    const deleted = await person.send('delete', `/linked-sign-ins/${list.items[0].id}`).expect(204);
    expect(deleted.body).toEqual({});
    await test.as(through.token).get('/session').expect(401);
    await person.get('/session').expect(200);
    expect((await signInThrough(test, provider, account)).location).toBe('/sign-in/refused?reason=not_linked');
  });

  it('is refused for an account that is somebody else’s, and for who is not signed in any more', async () => {
    const provider = await addProvider(administrator, issuer, creating);
    const account = someone();
    await signInThrough(test, provider, account);
    const token = await test.rows.aSession('coordinator');
    const back = await linkThrough(test.as(token), token, provider, account);
    expect(back.headers['location']).toBe('/sign-in/refused?reason=linked_to_another');
    const other = await test.rows.aSession('coordinator');
    const crossed = await linkThrough(test.as(token), other, provider, someone());
    expect(crossed.headers['location']).toBe('/sign-in/refused?reason=not_signed_in_here');
  });

  it('is asked for again when the last proof is five minutes old, and unlinks only one’s own', async () => {
    const provider = await addProvider(administrator, issuer, creating);
    const account = someone();
    await signInThrough(test, provider, account);
    const [row] = await test.rows.query<{ id: string }>('select id from federated_identities where subject = $1', [
      account.sub,
    ]);
    const token = await test.rows.aSession('coordinator');
    await test.as(token).send('delete', `/linked-sign-ins/${row?.id}`).expect(404);
    await test.rows.query("update sessions set confirmed_at = confirmed_at - interval '6 minutes'");
    const late = await test.as(token).post(`/identity-providers/${provider.id}/link`, { returnTo: '/' }).expect(403);
    expect(late.body.code).toBe('confirmation_needed');
    await test.as(token).send('delete', `/linked-sign-ins/${row?.id}`).expect(403);

    // Somebody who came in through the provider confirms there too.
    administrator = await test.signInAs('administrator');
  });

  it('to a provider of another authority is not offered', async () => {
    const provider = await addProvider(administrator, issuer, creating);
    const authorityId = await test.rows.anAuthority(`Far ${provider.id}`);
    const far = test.as(await test.rows.aSession('coordinator', { authorityId }));
    await far.post(`/identity-providers/${provider.id}/link`, { returnTo: '/' }).expect(404);
    expect((await far.get('/linked-sign-ins').expect(200)).body).toEqual({ items: [], offered: [] });
  });
});

describe('confirming through the provider', () => {
  it('counts as a recent sign-in when it is the same person, asked anew', async () => {
    const provider = await addProvider(administrator, issuer, {
      ...creating,
      secondFactor: 'required',
      requiredAcr: ['gold'],
    });
    const account = someone({ acr: 'gold' });
    const { token } = await signInThrough(test, provider, account);
    await test.rows.query("update sessions set confirmed_at = confirmed_at - interval '6 minutes'");
    administrator = await test.signInAs('administrator');
    await test.as(token).post(`/identity-providers/${provider.id}/link`, { returnTo: '/' }).expect(403);
    const confirm = async (who: IssuerAccount) => {
      const started = await test
        .as(token)
        .post(`/identity-providers/${provider.id}/confirm`, { returnTo: '/reports' })
        .expect(200);
      issuer.account = who;
      const back = await new ProviderBrowser().walk(started.body.address, provider.redirectAddress);
      return test.anonymous
        .get(`/identity-providers/${provider.id}/callback${back.search}`)
        .set('Cookie', `panel-session=${token}; ${cookieOf(started, 'panel-start')}`)
        .expect(303);
    };
    const other = await confirm(someone());
    expect(other.headers['location']).toBe('/sign-in/refused?reason=confirmed_as_another');
    const back = await confirm(account);
    expect(back.headers['location']).toBe('/reports#confirmed');
    const risen = cookieOf(back, 'panel-session').split('=')[1] ?? '';
    expect(risen).not.toBe(token);
    await test.as(token).get('/session').expect(401);
    await test.as(risen).post(`/identity-providers/${provider.id}/link`, { returnTo: '/' }).expect(200);
  });
});
