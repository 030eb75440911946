import { createHmac } from 'node:crypto';

import { type JWTPayload, SignJWT } from 'jose';

import { readEnvironment } from '../config/environment.js';
import { ForgingIssuer } from '../testing/forging-issuer.js';
import {
  addForgedProvider,
  type ForgedProvider,
  honestClaims,
  part,
  seconds,
  type Walk,
  walkTo,
  without,
} from '../testing/forged-sign-in.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { OutgoingCalls } from './protocol/outgoing-calls.js';

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
  { claim: 'roles', value: 'SENCO', role: 'senco', schoolId: null, providerId: null, isSchoolFromUrn: true },
];

const aProvider = (changes: object = {}): Promise<ForgedProvider> =>
  addForgedProvider(administrator, issuer, { rules: rules.slice(0, 1), ...changes });
const claims = (provider: ForgedProvider, nonce: string, changes: object = {}): JWTPayload =>
  honestClaims(issuer, provider, nonce, changes);
const walk = (provider: ForgedProvider): Promise<Walk> => walkTo(test, issuer, provider);

/** What a forger tries, and the honest token first, so that the others fail for their own fault. */
const forgeries: readonly [
  name: string,
  forge: (good: JWTPayload, provider: ForgedProvider) => Promise<string> | string,
  reason: string | null,
][] = [
  ['an honest token', (good) => issuer.sign(good), null],
  ['an honest token that names its type', (good) => issuer.sign(good, { typ: 'JWT' }), null],
  ['algorithm none', (good) => `${part({ alg: 'none' })}.${part(good)}.`, 'token_refused'],
  ['algorithm NoNe', (good) => `${part({ alg: 'NoNe' })}.${part(good)}.`, 'token_refused'],
  ['no signature', async (good) => (await issuer.sign(good)).replace(/[^.]*$/, ''), 'token_refused'],
  ['another key under the same name', (good) => issuer.sign(good, {}, issuer.otherKey.privateKey), 'token_refused'],
  [
    'a key that the token brings itself',
    (good) => issuer.sign(good, { kid: 'mine' }, issuer.otherKey.privateKey),
    'token_refused',
  ],
  [
    'the public key used as a shared secret (RS/HS confusion)',
    async (good) => {
      const head = `${part({ alg: 'HS256', kid: 'k' })}.${part(good)}`;
      return `${head}.${createHmac('sha256', await issuer.publicKeyText())
        .update(head)
        .digest('base64url')}`;
    },
    'token_refused',
  ],
  [
    'the client secret as key',
    (good) =>
      new SignJWT(good)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode('a secret of the client that is long enough')),
    'token_refused',
  ],
  [
    'a changed payload',
    async (good) => {
      const [head, , signature] = (await issuer.sign(good)).split('.');
      return `${head}.${part({ ...good, sub: 'the administrator' })}.${signature}`;
    },
    'token_refused',
  ],
  ['expired', (good) => issuer.sign({ ...good, iat: seconds() - 600, exp: seconds() - 300 }), 'token_refused'],
  ['not valid yet', (good) => issuer.sign({ ...good, nbf: seconds() + 600 }), 'token_refused'],
  [
    'issued in the future',
    (good) => issuer.sign({ ...good, iat: seconds() + 600, exp: seconds() + 900 }),
    'token_refused',
  ],
  ['issued long ago', (good) => issuer.sign({ ...good, iat: seconds() - 7200 }), 'token_refused'],
  ['without an end', (good) => issuer.sign(without(good, 'exp')), 'token_refused'],
  ['without a time of issue', (good) => issuer.sign(without(good, 'iat')), 'token_refused'],
  ['for another client', (good) => issuer.sign({ ...good, aud: 'another' }), 'token_refused'],
  [
    'for several clients, without saying which asked',
    (good, { clientId }) => issuer.sign({ ...good, aud: [clientId, 'another'] }),
    'token_refused',
  ],
  ['asked for by another client', (good) => issuer.sign({ ...good, azp: 'another' }), 'token_refused'],
  [
    'of another issuer',
    (good) => issuer.sign({ ...good, iss: 'https://login.microsoftonline.com/x/v2.0' }),
    'token_refused',
  ],
  ['of the issuer with a slash more', (good) => issuer.sign({ ...good, iss: `${issuer.address}/` }), 'token_refused'],
  ['with the nonce of another start', (good) => issuer.sign({ ...good, nonce: 'x'.repeat(43) }), 'token_refused'],
  ['without a nonce', (good) => issuer.sign(without(good, 'nonce')), 'token_refused'],
  ['without a subject', (good) => issuer.sign(without(good, 'sub')), 'token_refused'],
  ['a logout token', (good) => issuer.sign(good, { typ: 'logout+jwt' }), 'token_refused'],
  ['an access token', (good) => issuer.sign(good, { typ: 'at+jwt' }), 'token_refused'],
  ['that is none', () => 'token', 'token_refused'],
];

describe('an ID token', () => {
  it.each(forgeries)('%s', async (_, forge, reason) => {
    const provider = await aProvider();
    const started = await walk(provider);
    const finished = await started.finish(await forge(claims(provider, started.nonce), provider));
    expect(finished.reason).toBe(reason);
    expect(finished.token === '').toBe(reason !== null);
  });

  it('with the nonce of a start that is over is not taken for the next one (replay)', async () => {
    const provider = await aProvider();
    const first = await walk(provider);
    const token = await issuer.sign(claims(provider, first.nonce));
    expect((await first.finish(token)).reason).toBeNull();
    const next = await walk(provider);
    expect((await next.finish(token)).reason).toBe('token_refused');
  });

  it('is read for how long ago the person signed in, where that is asked', async () => {
    const provider = await aProvider({ maxAgeMinutes: 10 });
    const old = await walk(provider);
    const hour = claims(provider, old.nonce, { auth_time: seconds() - 3600 });
    expect((await old.finish(await issuer.sign(hour))).reason).toBe('token_refused');
    const silent = await walk(provider);
    expect((await silent.finish(await issuer.sign(claims(provider, silent.nonce)))).reason).toBe('token_refused');
    const fresh = await walk(provider);
    const minute = claims(provider, fresh.nonce, { auth_time: seconds() - 60 });
    expect((await fresh.finish(await issuer.sign(minute))).reason).toBeNull();
  });
});

describe('DfE Sign-in', () => {
  const organisation = { id: '23F20E54-79EA-4146-8E39-18197576F023', name: 'Oak School', urn: '100077' };
  const secret = 'the secret of the API, also long';
  const dfe = async (): Promise<ForgedProvider> =>
    aProvider({
      kind: 'dfe_sign_in',
      rules: rules.slice(1),
      rolesApiAddress: issuer.address,
      rolesApiServiceId: 'the service',
      rolesApiSecret: secret,
    });
  const come = async (provider: ForgedProvider, changes: object = {}) => {
    const started = await walk(provider);
    const payload = claims(provider, started.nonce, {
      sub: `dfe-${provider.id}`,
      email: `${provider.id}@oak.example`,
      organisation,
      ...changes,
    });
    return started.finish(await issuer.sign(payload));
  };
  const active = {
    roles: [
      { code: 'SENCO', status: { id: 1 } },
      { code: 'Other', status: { id: 0 } },
    ],
  };

  it('gives the role of its API in the school of the organisation that was chosen', async () => {
    const schoolId = await test.rows.aSchool();
    await test.rows.query('update schools set urn = $2 where id = $1', [schoolId, organisation.urn]);
    const provider = await dfe();
    issuer.rolesAnswer = { status: 200, body: active };
    // Roles that the token itself claims do not count.
    expect((await come(provider, { roles: ['Coordinator'] })).reason).toBeNull();
    const grants = await test.rows.query(
      `select g.role, g.school_id as school from role_grants g join federated_identities f on f.user_id = g.user_id where f.subject = $1`,
      [`dfe-${provider.id}`],
    );
    expect(grants).toEqual([{ role: 'senco', school: schoolId }]);
    const { path, authorization } = issuer.rolesRequests.at(-1) ?? { path: '', authorization: '' };
    expect(path).toBe(`/services/the%20service/organisations/${organisation.id}/users/dfe-${provider.id}`);
    const [head = '', payload = '', signature = ''] = authorization.replace('Bearer ', '').split('.');
    expect(createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url')).toBe(signature);
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      iss: provider.clientId,
      aud: 'signin.education.gov.uk',
    });
  });

  it.each([
    ['no access to the service', { status: 404, body: {} }, 'no_role'],
    ['a role that is not active', { status: 200, body: { roles: [{ code: 'SENCO', status: { id: 0 } }] } }, 'no_role'],
    ['an error', { status: 500, body: {} }, 'roles_unreachable'],
    ['an answer that is none', { status: 200, body: [] }, 'roles_unreachable'],
    ['a redirect', { status: 302, body: {} }, 'roles_unreachable'],
    ['silence', { status: 200, body: active, delayed: true }, 'roles_unreachable'],
  ])(
    'lets nobody in after %s',
    async (_, answer, reason) => {
      const provider = await dfe();
      issuer.rolesAnswer = answer;
      expect((await come(provider)).reason).toBe(reason);
    },
    15_000,
  );

  it('lets nobody in without an organisation, or from a school of another authority', async () => {
    const provider = await dfe();
    issuer.rolesAnswer = { status: 200, body: active };
    expect((await come(provider, { organisation: undefined })).reason).toBe('organisation_missing');
    expect((await come(provider, { organisation: { ...organisation, urn: '999999' } })).reason).toBe('no_role');
  });
});

describe('a provider that', () => {
  const startReason = async (): Promise<string | null> => {
    const provider = await aProvider();
    const answer = await test.anonymous.get(`/identity-providers/${provider.id}/start`).expect(303);
    return new URL(answer.headers['location'] ?? '', 'http://x').searchParams.get('reason');
  };
  afterEach(() => {
    issuer.metadata = {};
    issuer.tokenStatus = 200;
  });

  it.each([
    ['says that it is another one', () => ({ issuer: 'https://login.microsoftonline.com/x/v2.0' })],
    ['takes its codes on a host that nobody allowed', () => ({ token_endpoint: 'https://evil.example/token' })],
    ['sends browsers to a host that nobody allowed', () => ({ authorization_endpoint: 'https://evil.example/a' })],
    ['has its keys inside our network', () => ({ jwks_uri: 'http://metadata.internal/keys' })],
    ['signs with nothing that is accepted', () => ({ id_token_signing_alg_values_supported: ['HS256', 'none'] })],
  ])('%s is not used', async (_, metadata) => {
    issuer.metadata = metadata();
    expect(await startReason()).toBe('provider_unreachable');
  });

  it.each(['/elsewhere', '/endless'])(
    'has its keys at %s (a redirect, a body without end) signs nobody in',
    async (path) => {
      issuer.metadata = { jwks_uri: `${issuer.address}${path}` };
      const provider = await aProvider();
      const started = await walk(provider);
      const { reason } = await started.finish(await issuer.sign(claims(provider, started.nonce)));
      expect(reason).toBe('token_refused');
    },
  );

  it('gives no token signs nobody in', async () => {
    issuer.tokenStatus = 500;
    const provider = await aProvider();
    expect((await (await walk(provider)).finish('')).reason).toBe('token_refused');
  });

  it('is discovered once for many', async () => {
    const provider = await aProvider();
    const before = issuer.requests;
    await Promise.all(Array.from({ length: 10 }, () => walk(provider)));
    expect(issuer.requests - before).toBe(1);
  });

  it('is on this machine is not called in production', () => {
    const environment = { ...readEnvironment({}), isProduction: true };
    const calls = new OutgoingCalls(environment);
    expect(calls.isAllowed('http://127.0.0.1:3000')).toBe(false);
    expect(calls.isAllowed('https://localhost')).toBe(false);
    expect(calls.isAllowed('https://login.microsoftonline.com/x')).toBe(true);
    expect(calls.isAllowed('https://login.microsoftonline.com:8443/x')).toBe(false);
    expect(calls.isAllowed('https://login.microsoftonline.com.evil.example/x')).toBe(false);
  });
});
