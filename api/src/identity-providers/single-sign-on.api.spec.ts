import { OidcIssuer, type IssuerAccount, ProviderBrowser } from '../testing/oidc-issuer.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { type AddedProvider, addProvider, signInThrough, startThrough } from '../testing/single-sign-on.js';

let test: TestApplication;
let administrator: SignedIn;
let issuer: OidcIssuer;
let second: OidcIssuer;
const tenantId = '11111111-2222-4333-8444-555555555555';

beforeAll(async () => {
  test = await startTestApplication();
  // Tokens of a real provider carry the real time.
  test.clock.set(new Date().toISOString());
  administrator = await test.signInAs('administrator');
  issuer = await OidcIssuer.start();
  second = await OidcIssuer.start();
});

afterAll(async () => {
  await issuer.close();
  await second.close();
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

const people = (sub: string) =>
  test.rows.query<{ id: string; email: string }>(
    'select u.id, u.email from users u join federated_identities f on f.user_id = u.id where f.subject = $1',
    [sub],
  );

const rolesOf = async (sub: string): Promise<string[]> =>
  (
    await test.rows.query<{ role: string }>(
      `select g.role from role_grants g join federated_identities f on f.user_id = g.user_id where f.subject = $1 order by 1`,
      [sub],
    )
  ).map(({ role }) => role);

describe('signing in through a provider', () => {
  let provider: AddedProvider;

  beforeAll(async () => {
    provider = await addProvider(administrator, issuer, creating);
  });

  it('makes somebody new with the roles of the rules, and asks for our own second factor', async () => {
    const account = someone();
    const signedIn = await signInThrough(test, provider, account, '/referrals');
    expect(signedIn.location).toBe('/sign-in/continue?returnTo=%2Freferrals');
    const step = await test.as(signedIn.token).get('/session/step').expect(200);
    expect(step.body).toMatchObject({ stage: 'enrolment', name: 'Jo Bloggs' });
    await test.as(signedIn.token).get('/referrals').expect(401);
    expect(await rolesOf(account.sub)).toEqual(['coordinator']);
  });

  it('knows them again by issuer and subject, also with another e-mail address', async () => {
    const account = someone();
    await signInThrough(test, provider, account);
    await signInThrough(test, provider, { ...account, claims: { ...account.claims, email: 'new@council.example' } });
    expect(await people(account.sub)).toHaveLength(1);
  });

  it('takes the same subject at another issuer for somebody else', async () => {
    const other = await addProvider(administrator, second, creating);
    const account = someone();
    await signInThrough(test, provider, account);
    await signInThrough(test, other, {
      ...account,
      claims: { ...account.claims, email: `other-${account.sub}@x.example` },
    });
    const found = await people(account.sub);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  it('never takes somebody for the person who has the same e-mail address here', async () => {
    const account = someone();
    await test.rows.aUser('The real one', null, String(account.claims?.['email']));
    const { location } = await signInThrough(test, provider, account);
    expect(location).toBe('/sign-in/refused?reason=email_taken');
    expect(await people(account.sub)).toEqual([]);
  });

  it('takes away a role whose claim is gone, and leaves one that a person gave', async () => {
    const account = someone();
    await signInThrough(test, provider, account);
    const [person] = await people(account.sub);
    await test.rows.grant(person?.id ?? '', 'board_member');
    await signInThrough(test, provider, { ...account, claims: { ...account.claims, roles: [] } });
    expect(await rolesOf(account.sub)).toEqual(['board_member']);
    const events = await test.rows.query<{ event: string }>(
      "select event from audit_events where subject_id = $1 and event like 'identity_provider.%' order by id",
      [person?.id],
    );
    expect(events.map(({ event }) => event)).toEqual([
      'identity_provider.roles_given',
      'identity_provider.person_created',
      'identity_provider.roles_taken',
    ]);
  });

  it('takes the last role away for good, and lets nobody in without one', async () => {
    const account = someone();
    await signInThrough(test, provider, account);
    const { location } = await signInThrough(test, provider, {
      ...account,
      claims: { ...account.claims, roles: 'None' },
    });
    expect(location).toBe('/sign-in/refused?reason=no_role');
    expect(await rolesOf(account.sub)).toEqual([]);
    const stranger = someone({ claims: { email: 'stranger@x.example', email_verified: true } });
    expect((await signInThrough(test, provider, stranger)).location).toBe('/sign-in/refused?reason=no_role');
    expect(await people(stranger.sub)).toEqual([]);
  });

  it('is refused to who was switched off here', async () => {
    const account = someone();
    await signInThrough(test, provider, account);
    const [person] = await people(account.sub);
    await test.rows.query('update users set is_active = false where id = $1', [person?.id]);
    expect((await signInThrough(test, provider, account)).location).toBe('/sign-in/refused?reason=account_inactive');
  });

  it('gives no token of the provider to the browser', async () => {
    const { answers } = await signInThrough(test, provider, someone());
    for (const { headers, text } of answers) {
      const everything = JSON.stringify(headers) + (text ?? '');
      expect(everything).not.toMatch(/eyJ[\w-]{10,}\.|id_token|access_token|client_secret/);
    }
  });

  it('is refused when the administrator has switched the provider off meanwhile, and its sessions end', async () => {
    const own = await addProvider(administrator, issuer, {
      ...creating,
      secondFactor: 'when_shown',
      requiredAcr: ['gold'],
    });
    const { token } = await signInThrough(test, own, someone({ acr: 'gold' }));
    await test.as(token).get('/referrals').expect(200);
    const started = await startThrough(test, own);
    await administrator.post(`/identity-providers/${own.id}/disable`, undefined, { version: 2 }).expect(200);
    await test.as(token).get('/referrals').expect(401);
    issuer.account = someone();
    const back = await new ProviderBrowser().walk(started.address, own.redirectAddress);
    const answer = await test.anonymous.get(`/identity-providers/${own.id}/callback${back.search}`).expect(303);
    expect(answer.headers['location']).toBe('/sign-in/refused?reason=provider_disabled');
    const again = await test.anonymous.get(`/identity-providers/${own.id}/start`).expect(303);
    expect(again.headers['location']).toBe('/sign-in/refused?reason=provider_disabled');
  });
});

describe('a second factor', () => {
  const gold = { ...creating, requiredAcr: ['gold'] };

  it('that the provider shows opens the session at once', async () => {
    const provider = await addProvider(administrator, issuer, { ...gold, secondFactor: 'required' });
    const { token, location } = await signInThrough(test, provider, someone({ acr: 'gold' }), '/referrals');
    expect(location).toBe('/referrals');
    await test.as(token).get('/referrals').expect(200);
    const { body } = await test.as(token).get('/identity-providers/of-session').expect(200);
    expect(body).toMatchObject({ identityProviderId: provider.id });
    expect(body.signOutAddress).toContain(`${issuer.issuer}/session/end`);
    expect(body.signOutAddress).not.toContain('id_token_hint');
  });

  it('that it must show and does not: nobody comes in', async () => {
    const provider = await addProvider(administrator, issuer, { ...gold, secondFactor: 'required' });
    const { location } = await signInThrough(test, provider, someone());
    expect(location).toBe('/sign-in/refused?reason=second_factor_missing');
  });

  it('that the provider of one authority shows does not count for who works for another one too', async () => {
    const provider = await addProvider(administrator, issuer, { ...gold, secondFactor: 'required' });
    const account = someone({ acr: 'gold' });
    await signInThrough(test, provider, account);
    const [person] = await people(account.sub);
    const authorityId = await test.rows.anAuthority(`Elsewhere ${account.sub}`);
    await test.rows.grant(person?.id ?? '', 'coordinator', { authorityId });
    expect((await signInThrough(test, provider, account)).location).toBe(
      '/sign-in/refused?reason=own_second_factor_needed',
    );
    await test.rows.query(
      `insert into passkeys (user_id, credential_id, public_key, counter, transports, name, created_at)
       values ($1, $2, '\\x00', 0, '{}', 'Key', now())`,
      [person?.id, account.sub],
    );
    const { token } = await signInThrough(test, provider, account);
    expect((await test.as(token).get('/session/step').expect(200)).body.stage).toBe('second_factor');
    const [session] = await test.rows.query<{ authority: number }>(
      'select authority_id as authority from sessions where user_id = $1 order by created_at desc limit 1',
      [person?.id],
    );
    expect(session?.authority).toBe(1);
    await test.rows.query("update sessions set stage = 'open' where user_id = $1", [person?.id]);
    const bound = test.as(token);
    const { body } = await bound.get('/account/hats').expect(200);
    expect(body.authorities.map((each: { authorityId: number }) => each.authorityId)).toEqual([1]);
    await bound.post('/account/hats/choose', { authorityId, hatId: null }).expect(404);
    await bound.get('/session').expect(200);
  });
});

describe('the way back from a provider', () => {
  let provider: AddedProvider;

  beforeAll(async () => {
    provider = await addProvider(administrator, issuer, creating);
  });

  const walked = async (): Promise<{ cookie: string; back: URL }> => {
    const started = await startThrough(test, provider);
    issuer.account = someone();
    return {
      cookie: started.cookie,
      back: await new ProviderBrowser().walk(started.address, provider.redirectAddress),
    };
  };
  const callback = (search: string, cookie: string | null, id = provider.id) => {
    const sent = test.anonymous.get(`/identity-providers/${id}/callback${search}`);
    return (cookie === null ? sent : sent.set('Cookie', cookie)).expect(303);
  };
  const reasonOf = (answer: { headers: Record<string, string> }): string | null =>
    new URL(answer.headers['location'] ?? '', 'http://x').searchParams.get('reason');

  it('sets out with PKCE, state and nonce, and with a cookie that scripts cannot read', async () => {
    const answer = await test.anonymous
      .get(`/identity-providers/${provider.id}/start?returnTo=//evil.example`)
      .expect(303);
    const address = new URL(answer.headers['location'] ?? '');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: provider.redirectAddress,
      scope: 'openid profile email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(answer.get('Set-Cookie')?.[0]).toMatch(
      /^panel-start=[\w-]{43}; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    const rows = await test.rows.query<{ to: string }>(
      'select return_to as to from identity_provider_starts order by id desc limit 1',
    );
    expect(rows[0]?.to).toBe('/');
  });

  it('is refused without a start of ours, without the cookie, and with the cookie of another start', async () => {
    const { cookie, back } = await walked();
    expect(reasonOf(await callback('?code=abc&state=abc', null))).toBe('start_unknown');
    expect(reasonOf(await callback('', cookie))).toBe('start_unknown');
    expect(reasonOf(await callback(back.search, null))).toBe('start_unknown');
    const other = await startThrough(test, provider);
    expect(reasonOf(await callback(back.search, other.cookie))).toBe('start_unknown');
    // None of these has used the start up.
    expect(reasonOf(await callback(back.search, cookie))).toBeNull();
  });

  it('works once: the second time nothing is asked of the provider', async () => {
    const { cookie, back } = await walked();
    expect(reasonOf(await callback(back.search, cookie))).toBeNull();
    expect(reasonOf(await callback(back.search, cookie))).toBe('start_unknown');
  });

  it('works once of two at the same time', async () => {
    const { cookie, back } = await walked();
    const reasons = (await Promise.all([callback(back.search, cookie), callback(back.search, cookie)])).map(reasonOf);
    expect(reasons.sort()).toEqual([null, 'start_unknown']);
  });

  it('is refused after ten minutes', async () => {
    const { cookie, back } = await walked();
    const now = test.clock.now();
    test.clock.set(new Date(now.getTime() + 10 * 60_000 + 1).toISOString());
    expect(reasonOf(await callback(back.search, cookie))).toBe('start_unknown');
    test.clock.set(now.toISOString());
  });

  it('is refused at the address of another provider, and with the name of another issuer (mix-up)', async () => {
    const other = await addProvider(administrator, second, creating);
    const first = await walked();
    expect(reasonOf(await callback(first.back.search, first.cookie, other.id))).toBe('start_unknown');
    expect(first.back.searchParams.get('iss')).toBe(issuer.issuer);
    const renamed = await walked();
    renamed.back.searchParams.set('iss', second.issuer);
    expect(reasonOf(await callback(renamed.back.search, renamed.cookie))).toBe('token_refused');
    const nameless = await walked();
    nameless.back.searchParams.delete('iss');
    expect(reasonOf(await callback(nameless.back.search, nameless.cookie))).toBe('token_refused');
  });

  it('is refused with a code that was used, or is none', async () => {
    const used = await walked();
    await callback(used.back.search, used.cookie);
    const { cookie, back } = await walked();
    back.searchParams.set('code', used.back.searchParams.get('code') ?? '');
    expect(reasonOf(await callback(back.search, cookie))).toBe('token_refused');
  });

  it('says that the provider refused, when it did', async () => {
    const { cookie, back } = await walked();
    const state = back.searchParams.get('state') ?? '';
    const refused = new URLSearchParams({ error: 'access_denied', state, iss: issuer.issuer });
    expect(reasonOf(await callback(`?${refused.toString()}`, cookie))).toBe('provider_said_no');
  });

  it('writes down every refusal of a known provider', async () => {
    await callback('?code=abc&state=abc', null);
    const rows = await test.rows.query<{ detail: { reason: string } }>(
      `select detail from audit_events where event = 'session.sign_in_refused' and subject_id = $1 order by id desc limit 1`,
      [provider.id],
    );
    expect(rows[0]?.detail.reason).toBe('start_unknown');
  });
});

describe('a provider of one school', () => {
  it('lets nobody in who has roles elsewhere in the authority', async () => {
    const schoolId = await test.rows.aSchool();
    const rules = [rule({ value: 'SENCO', role: 'senco', schoolId })];
    const provider = await addProvider(administrator, issuer, { ...creating, schoolId, rules });
    const account = someone();
    const senco = { ...account, claims: { ...account.claims, roles: ['SENCO'] } };
    await signInThrough(test, provider, senco);
    expect(await rolesOf(account.sub)).toEqual(['senco']);
    const [person] = await people(account.sub);
    await test.rows.grant(person?.id ?? '', 'coordinator');
    expect((await signInThrough(test, provider, senco)).location).toBe('/sign-in/refused?reason=outside_organisation');
  });
});

describe('Entra ID', () => {
  it('knows a person by tenant and object id, and lets no other tenant in', async () => {
    const entra = await OidcIssuer.start(`/${tenantId}/v2.0`);
    try {
      const provider = await addProvider(administrator, entra, { ...creating, kind: 'entra_id', tenantId });
      const account = someone();
      const claims = { ...account.claims, tid: tenantId, oid: `oid-${account.sub}` };
      await signInThrough(test, provider, { ...account, claims });
      await signInThrough(test, provider, { sub: `${account.sub}-again`, claims });
      expect(await people(`oid-${account.sub}`)).toHaveLength(1);
      const elsewhere = { ...account, claims: { ...claims, tid: '99999999-2222-4333-8444-555555555555' } };
      expect((await signInThrough(test, provider, elsewhere)).location).toBe(
        '/sign-in/refused?reason=tenant_not_allowed',
      );
    } finally {
      await entra.close();
    }
  });
});
