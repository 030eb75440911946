import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let administrator: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  administrator = await test.signInAs('administrator');
});

afterAll(() => test.close());

const tenantId = '11111111-2222-4333-8444-555555555555';
let serial = 0;

function settings(changes: object = {}): Record<string, unknown> {
  serial += 1;
  return {
    kind: 'entra_id',
    displayName: `Council ${serial}`,
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    clientId: `client-${serial}`,
    clientSecret: 'a secret of the provider',
    tenantId,
    schoolId: null,
    providerId: null,
    givesRoles: false,
    createsPeople: false,
    secondFactor: 'ours',
    requiredAcr: [],
    requiredAmr: [],
    maxAgeMinutes: null,
    allowedEmailDomains: [],
    rolesApiAddress: null,
    rolesApiServiceId: null,
    rolesApiSecret: null,
    rules: [],
    ...changes,
  };
}

const changed = (body: Record<string, unknown>): Record<string, unknown> => {
  const { kind: _, clientSecret: _secret, rolesApiSecret: _roles, ...rest } = body;
  return rest;
};

const add = async (changes: object = {}) =>
  (await administrator.post('/identity-providers', settings(changes)).expect(201)).body;

describe('an identity provider', () => {
  it('is added by an administrator, disabled at first, and its secret never comes out again', async () => {
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
    const answer = await administrator
      .post('/identity-providers', settings({ displayName: '  Testshire Council ', givesRoles: true, rules }))
      .expect(201);
    expect(answer.body).toMatchObject({
      displayName: 'Testshire Council',
      isEnabled: false,
      version: 1,
      rules,
      redirectAddress: `http://localhost:3000/api/identity-providers/${answer.body.id}/callback`,
    });
    const read = await administrator.get(`/identity-providers/${answer.body.id}`).expect(200);
    expect(read.headers['etag']).toBe('"1"');
    expect(JSON.stringify([answer.body, read.body])).not.toContain('a secret of the provider');
    const [row] = await test.rows.query<{ sealed: string }>(
      'select sealed_client_secret as sealed from identity_providers where id = $1',
      [answer.body.id],
    );
    expect(row?.sealed).toMatch(/^[0-9a-f]{8}\.[\w-]+\.[\w-]+$/);
    expect(
      await test.rows.query(
        "select 1 from audit_events where event = 'identity_provider.created' and subject_id = $1",
        [answer.body.id],
      ),
    ).toHaveLength(1);
  });

  it('is added once by a repeated request', async () => {
    const body = settings();
    const key = '0190a7a0-0000-7000-8000-000000000001';
    const first = await administrator.post('/identity-providers', body, { key }).expect(201);
    const second = await administrator.post('/identity-providers', body, { key }).expect(201);
    expect(second.body.id).toBe(first.body.id);
  });

  it('is changed with the version that was read; a secret that is left out stays', async () => {
    const added = await add();
    const [before] = await test.rows.query<{ sealed: string }>(
      'select sealed_client_secret as sealed from identity_providers where id = $1',
      [added.id],
    );
    const body = changed(settings({ secondFactor: 'required', requiredAcr: [' c1 ', 'c1'] }));
    const answer = await administrator.put(`/identity-providers/${added.id}`, body, 1).expect(200);
    expect(answer.body).toMatchObject({ version: 2, secondFactor: 'required', requiredAcr: ['c1'] });
    await administrator.put(`/identity-providers/${added.id}`, body, 1).expect(412);
    const [after] = await test.rows.query<{ sealed: string }>(
      'select sealed_client_secret as sealed from identity_providers where id = $1',
      [added.id],
    );
    expect(after?.sealed).toBe(before?.sealed);
  });

  it('is offered on the sign-in page while it is enabled, to everybody and without how it is set up', async () => {
    const added = await add();
    const options = async () =>
      (await test.anonymous.get('/identity-providers/sign-in-options').expect(200)).body.items;
    const ofAdded = async () => (await options()).filter((option: { id: string }) => option.id === added.id);
    expect(await ofAdded()).toEqual([]);
    await administrator.post(`/identity-providers/${added.id}/enable`, undefined, { version: 1 }).expect(200);
    expect(await ofAdded()).toEqual([{ id: added.id, displayName: added.displayName, authorityName: 'Testshire' }]);
    await administrator.post(`/identity-providers/${added.id}/enable`, undefined, { version: 2 }).expect(409);
    await administrator.post(`/identity-providers/${added.id}/disable`, undefined, { version: 1 }).expect(412);
    await administrator.post(`/identity-providers/${added.id}/disable`, undefined, { version: 2 }).expect(200);
    expect(await ofAdded()).toEqual([]);
  });

  it('of another authority is not there', async () => {
    const added = await add();
    const authorityId = await test.rows.anAuthority('Elsewhere');
    const other = await test.signInAs('administrator', { authorityId });
    expect((await other.get('/identity-providers').expect(200)).body.items).toEqual([]);
    await other.get(`/identity-providers/${added.id}`).expect(404);
    await other.put(`/identity-providers/${added.id}`, changed(settings()), 1).expect(404);
    await other.post(`/identity-providers/${added.id}/enable`, undefined, { version: 1 }).expect(404);
    await other.post(`/identity-providers/${added.id}/test`).expect(404);
  });

  it('is tested without being changed, and says what is not as it should be', async () => {
    const added = await add({ kind: 'other', tenantId: null, issuer: 'http://127.0.0.1:9' });
    const { body } = await administrator.post(`/identity-providers/${added.id}/test`).expect(200);
    expect(body.isUsable).toBe(false);
    expect(body.findings[0]).toEqual({ code: 'reached', isFulfilled: false, isNeeded: true });
  });
});

describe('settings are refused', () => {
  const school = '00000000-0000-4000-8000-000000000001';
  const rule = (changes: object): object => ({
    rules: [
      {
        claim: 'roles',
        value: 'X',
        role: 'coordinator',
        schoolId: null,
        providerId: null,
        isSchoolFromUrn: false,
        ...changes,
      },
    ],
  });

  it.each([
    ['an issuer on a host that nobody allowed', { issuer: `https://evil.example/${tenantId}/v2.0` }, '/issuer'],
    ['an issuer inside our network', { issuer: `https://metadata.internal/${tenantId}/v2.0` }, '/issuer'],
    ['an issuer without TLS', { issuer: `http://login.microsoftonline.com/${tenantId}/v2.0` }, '/issuer'],
    ['an issuer with a password', { issuer: `https://a:b@login.microsoftonline.com/${tenantId}/v2.0` }, '/issuer'],
    ['an issuer that is no address', { issuer: 'login' }, '/issuer'],
    ['the issuer of all tenants', { issuer: 'https://login.microsoftonline.com/organizations/v2.0' }, '/issuer'],
    ['no tenant for Entra ID', { tenantId: null }, '/tenantId'],
    ['a tenant for another kind', { kind: 'other' }, '/tenantId'],
    ['a school that is not of this authority', { schoolId: school }, '/schoolId'],
    ['people without roles', { createsPeople: true }, '/createsPeople'],
    ['a second factor that is not named', { secondFactor: 'required' }, '/requiredAmr'],
    ['an API of roles for Entra ID', { rolesApiAddress: 'https://api.signin.education.gov.uk' }, '/rolesApiAddress'],
    ['a SENCo without a school', rule({ role: 'senco' }), '/rules/0/schoolId'],
    ['a provider without one', rule({ role: 'provider' }), '/rules/0/providerId'],
    ['a rule without a value', rule({ value: ' ' }), '/rules/0/value'],
    ['a role that is none', rule({ role: 'root' }), '/rules/0/role'],
    ['texts that are too long', { requiredAmr: ['x'.repeat(51)] }, '/requiredAmr'],
  ])('%s', async (_, changes, pointer) => {
    const { body } = await administrator.post('/identity-providers', settings(changes)).expect(422);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  it('a name and a client that are taken', async () => {
    const added = await add();
    const named = await administrator
      .post('/identity-providers', settings({ displayName: added.displayName }))
      .expect(422);
    expect(named.body.errors[0].code).toBe('identity_provider_name_taken');
    const same = await administrator.post('/identity-providers', settings({ clientId: added.clientId })).expect(422);
    expect(same.body.errors[0].code).toBe('identity_provider_client_taken');
  });

  it('roles beyond the one school that a provider is for', async () => {
    const schoolId = await test.rows.aSchool();
    const other = await test.rows.aSchool();
    const body = settings({ schoolId, givesRoles: true, ...rule({ role: 'senco', schoolId: other }) });
    expect((await administrator.post('/identity-providers', body).expect(422)).body.errors[0].code).toBe(
      'identity_provider_rule_outside_organisation',
    );
    await administrator
      .post('/identity-providers', settings({ schoolId, givesRoles: true, ...rule({ role: 'senco', schoolId }) }))
      .expect(201);
  });
});
