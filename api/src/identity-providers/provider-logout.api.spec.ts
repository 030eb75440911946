import type { JWTPayload } from 'jose';

import {
  addForgedProvider,
  type ForgedProvider,
  honestClaims,
  part,
  seconds,
  walkTo,
  without,
} from '../testing/forged-sign-in.js';
import { ForgingIssuer } from '../testing/forging-issuer.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let administrator: SignedIn;
let issuer: ForgingIssuer;

beforeAll(async () => {
  test = await startTestApplication();
  test.clock.set(new Date().toISOString());
  administrator = await test.signInAs('administrator');
  issuer = await ForgingIssuer.start();
});

afterAll(async () => {
  await issuer.close();
  await test.close();
});

const rules = [
  {
    claim: 'roles',
    value: 'Coordinator',
    role: 'coordinator',
    schoolId: null,
    providerId: null,
    isSchoolFromUrn: false,
  },
];
const aProvider = (changes: object = {}): Promise<ForgedProvider> =>
  addForgedProvider(administrator, issuer, { rules, ...changes });

describe('back-channel logout', () => {
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const signedIn = async () => {
    const provider = await aProvider({ secondFactor: 'required', requiredAcr: ['gold'] });
    const sub = `sub-${provider.id}`;
    const started = await walkTo(test, issuer, provider);
    const payload = honestClaims(issuer, provider, started.nonce, {
      sub,
      sid: 'sid-1',
      acr: 'gold',
      email: `${sub}@x.example`,
    });
    const { token } = await started.finish(await issuer.sign(payload));
    await test.as(token).get('/session').expect(200);
    return { provider, sub, person: test.as(token) };
  };
  const logoutToken = (provider: ForgedProvider, changes: object = {}): JWTPayload => ({
    iss: issuer.address,
    aud: provider.clientId,
    iat: seconds() + 1,
    exp: seconds() + 120,
    jti: 'a-token',
    events: event,
    ...changes,
  });
  const tell = (provider: ForgedProvider, token: string) =>
    test.anonymous.sendForm(`/identity-providers/${provider.id}/back-channel-logout`, { logout_token: token });

  it.each([
    ['session', () => ({ sid: 'sid-1' })],
    ['subject', (sub: string) => ({ sub })],
  ])('ends a session by %s, and is written down', async (_, of) => {
    const { provider, sub, person } = await signedIn();
    await tell(provider, await issuer.sign(logoutToken(provider, of(sub)), { typ: 'logout+jwt' })).expect(204);
    await person.get('/session').expect(401);
    const events = await test.rows.query(
      "select detail from audit_events where event = 'identity_provider.sessions_ended' and subject_id = $1",
      [provider.id],
    );
    expect(events).toEqual([{ detail: { count: 1 } }]);
  });

  it.each([
    ['another session', () => ({ sid: 'sid-2' })],
    ['somebody else', () => ({ sub: 'somebody else' })],
    ['a time before it began', (sub: string) => ({ sub, iat: seconds() - 100 })],
  ])('about %s leaves it alone', async (_, of) => {
    const { provider, sub, person } = await signedIn();
    await tell(provider, await issuer.sign(logoutToken(provider, of(sub)))).expect(204);
    await person.get('/session').expect(200);
  });

  const refused: readonly [string, (good: JWTPayload) => Promise<string> | string][] = [
    ['with a nonce', (good) => issuer.sign({ ...good, nonce: 'n' })],
    ['without the event', (good) => issuer.sign(without(good, 'events'))],
    ['with another event', (good) => issuer.sign({ ...good, events: { other: {} } })],
    ['about nobody', (good) => issuer.sign(without(without(good, 'sub'), 'sid'))],
    ['without a name of its own', (good) => issuer.sign(without(good, 'jti'))],
    ['for another client', (good) => issuer.sign({ ...good, aud: 'another' })],
    ['of another issuer', (good) => issuer.sign({ ...good, iss: 'https://other.example' })],
    ['of last hour', (good) => issuer.sign({ ...good, iat: seconds() - 3600 })],
    ['that has expired', (good) => issuer.sign({ ...good, exp: seconds() - 100 })],
    ['with another key', (good) => issuer.sign(good, {}, issuer.otherKey.privateKey)],
    ['of another type', (good) => issuer.sign(good, { typ: 'at+jwt' })],
    ['without a signature', (good) => `${part({ alg: 'none' })}.${part(good)}.`],
  ];

  it.each(refused)('is refused %s', async (_, forge) => {
    const { provider, sub, person } = await signedIn();
    const answer = await tell(provider, await forge(logoutToken(provider, { sub }))).expect(400);
    expect(answer.body.code).toBe('logout_token_refused');
    await person.get('/session').expect(200);
  });

  it('asks for the token', async () => {
    const provider = await aProvider();
    await test.anonymous.sendForm(`/identity-providers/${provider.id}/back-channel-logout`, {}).expect(422);
  });
});
