import { type IssuerAccount, OidcIssuer, ProviderBrowser } from '../testing/oidc-issuer.js';
import { type AddedProvider, addProvider, cookieOf, signInThrough } from '../testing/single-sign-on.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let administrator: SignedIn;
let issuer: OidcIssuer;
let provider: AddedProvider;

beforeAll(async () => {
  test = await startTestApplication();
  test.clock.set(new Date().toISOString());
  administrator = await test.signInAs('administrator');
  issuer = await OidcIssuer.start();
  provider = await addProvider(administrator, issuer);
});

afterAll(async () => {
  await issuer.close();
  await test.close();
});

let serial = 0;

async function invite(email = `invited-${(serial += 1)}@test.example`, by = administrator): Promise<string> {
  const roles = [{ role: 'coordinator', schoolId: null, providerId: null }];
  await by.post('/invitations', { email, name: 'Grace Holloway', roles }).expect(201);
  const [row] = await test.rows.query<{ link_path: string }>(
    "select link_path from outbox_mails where to_address = $1 and kind = 'invitation' order by id desc limit 1",
    [email],
  );
  return row?.link_path.split('#')[1] ?? '';
}

const someone = (): IssuerAccount => ({
  sub: `sub-${Math.random().toString(36).slice(2)}`,
  claims: { email: 'grace@elsewhere.example', email_verified: true },
});

async function acceptThrough(token: string, account: IssuerAccount): Promise<string> {
  const started = await test.anonymous
    .post(`/identity-providers/${provider.id}/accept-invitation`, { token })
    .expect(200);
  issuer.account = account;
  const back = await new ProviderBrowser().walk(started.body.address, provider.redirectAddress);
  const answer = await test.anonymous
    .get(`/identity-providers/${provider.id}/callback${back.search}`)
    .set('Cookie', cookieOf(started, 'panel-start'))
    .expect(303);
  return answer.headers['location'] ?? '';
}

const personOf = async (sub: string) =>
  (
    await test.rows.query<{ email: string; password_hash: string | null; role: string }>(
      `select u.email, u.password_hash, g.role from federated_identities f join users u on u.id = f.user_id
         left join role_grants g on g.user_id = u.id where f.subject = $1`,
      [sub],
    )
  )[0];

describe('an invitation accepted through a provider', () => {
  it('makes the person who was invited, without a password, and links the account', async () => {
    const account = someone();
    const token = await invite('grace@test.example');
    expect(await acceptThrough(token, account)).toBe('/sign-in/continue?returnTo=%2F');
    expect(await personOf(account.sub)).toEqual({
      email: 'grace@test.example',
      password_hash: null,
      role: 'coordinator',
    });
    const events = await test.rows.query<{ event: string }>(
      "select event from audit_events where event in ('invitation.accepted', 'linked_sign_in.linked') order by id",
    );
    expect(events.map(({ event }) => event)).toEqual(['invitation.accepted', 'linked_sign_in.linked']);
    expect((await signInThrough(test, provider, account)).location).toBe('/sign-in/continue?returnTo=%2F');
  });

  it('works once, for a living link, and not for somebody with another address here', async () => {
    const account = someone();
    const token = await invite();
    await acceptThrough(token, account);
    expect(await acceptThrough(token, someone())).toBe('/sign-in/refused?reason=invitation_not_usable');
    expect(await acceptThrough('x'.repeat(43), someone())).toBe('/sign-in/refused?reason=invitation_not_usable');
    const other = await invite();
    expect(await acceptThrough(other, account)).toBe('/sign-in/refused?reason=invitation_not_usable');
    await test.anonymous.post('/invitations/open', { token: other }).expect(200);
  });

  it('does not take over the account that somebody with the address has', async () => {
    await test.rows.aUser('The real one', null, 'taken@test.example');
    const account = someone();
    expect(await acceptThrough(await invite('taken@test.example'), account)).toBe(
      '/sign-in/refused?reason=email_taken',
    );
    expect(await personOf(account.sub)).toBeUndefined();
  });

  it('of another authority is refused', async () => {
    const authorityId = await test.rows.anAuthority('Elsewhere');
    const far = await test.signInAs('administrator', { authorityId });
    const token = await invite('far@test.example', far);
    const account = someone();
    expect(await acceptThrough(token, account)).toBe('/sign-in/refused?reason=invitation_not_usable');
    expect(await personOf(account.sub)).toBeUndefined();
  });
});
