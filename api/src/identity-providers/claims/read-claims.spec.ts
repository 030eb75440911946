import { readClaims, secondFactorOf } from './read-claims.js';

const tenantId = '11111111-2222-4333-8444-555555555555';
const entra = { kind: 'entra_id' as const, tenantId, allowedEmailDomains: [] };
const dfe = { kind: 'dfe_sign_in' as const, tenantId: null, allowedEmailDomains: [] };
const other = { kind: 'other' as const, tenantId: null, allowedEmailDomains: [] };
const base = { iss: 'https://issuer.example', sub: 'abc', name: 'Jo Bloggs' };

describe('who somebody is', () => {
  it('at Entra ID is their object id, whatever the subject of this application is', () => {
    expect(readClaims({ ...base, oid: 'object-1', tid: tenantId }, entra)).toMatchObject({
      person: { key: { issuer: base.iss, subjectClaim: 'oid', subject: 'object-1' } },
    });
  });

  it.each([
    ['another tenant', { ...base, oid: 'object-1', tid: '99999999-2222-4333-8444-555555555555' }],
    ['no tenant', { ...base, oid: 'object-1' }],
  ])('at Entra ID is refused with %s', (_, claims) => {
    expect(readClaims(claims, entra)).toEqual({ refusal: 'tenant_not_allowed' });
  });

  it.each([[{ iss: 'x' }], [{ ...base, sub: '' }], [{ ...base, sub: 7 }], [{ ...base, sub: 'x'.repeat(256) }]])(
    'is refused without a subject: %j',
    (claims) => {
      expect(readClaims(claims, other)).toEqual({ refusal: 'subject_missing' });
    },
  );
});

describe('the e-mail address', () => {
  it('counts in lower case, and elsewhere only when it is verified', () => {
    expect(readClaims({ ...base, email: 'Jo@School.example', email_verified: true }, other)).toMatchObject({
      person: { email: 'jo@school.example' },
    });
    expect(readClaims({ ...base, email: 'jo@school.example' }, other)).toMatchObject({ person: { email: null } });
    expect(readClaims({ ...base, email: 'jo@school.example' }, dfe)).toMatchObject({
      person: { email: 'jo@school.example' },
    });
  });

  it.each([
    ['jo@council.example', true],
    ['jo@evil-council.example', false],
    ['jo@sub.council.example', false],
    ['jo@council.example@evil.example', false],
    [undefined, false],
  ])('%s with the one domain council.example: allowed %s', (email, isAllowed) => {
    const read = readClaims({ ...base, email }, { ...dfe, allowedEmailDomains: ['council.example'] });
    expect('person' in read).toBe(isAllowed);
  });
});

describe('the organisation chosen at DfE Sign-in', () => {
  it('gives the URN of the school', () => {
    const organisation = { id: '23F20E54-79EA-4146-8E39-18197576F023', name: 'Oak School', urn: '100001' };
    expect(readClaims({ ...base, organisation }, dfe)).toMatchObject({
      person: { organisation: { id: organisation.id, urn: '100001' }, facts: { urn: '100001' } },
    });
  });

  it.each([[{}], [{ id: '../../users', urn: '100001' }], ['text'], [[{ id: 'x' }]]])(
    'is none when it is %j',
    (value) => {
      expect(readClaims({ ...base, organisation: value }, dfe)).toMatchObject({ person: { organisation: null } });
    },
  );

  it('is not read from any other provider', () => {
    const organisation = { id: '23F20E54-79EA-4146-8E39-18197576F023', urn: '100001' };
    expect(readClaims({ ...base, organisation }, other)).toMatchObject({ person: { facts: { urn: null } } });
  });
});

describe('a second factor', () => {
  const rules = { requiredAcr: ['c1', 'gold', 'phr'], requiredAmr: ['mfa'] };

  it.each([
    [{ amr: ['pwd', 'mfa'] }, 'when_shown' as const, 'shown'],
    [{ acr: 'gold' }, 'required' as const, 'shown'],
    [{ acr: 'phr' }, 'required' as const, 'shown_resistant'],
    [{ acrs: ['c1'] }, 'required' as const, 'shown'],
    [{ amr: ['pwd'] }, 'when_shown' as const, 'ours'],
    [{}, 'required' as const, 'refused'],
    [{ amr: 'mfa-not-really' }, 'required' as const, 'refused'],
    [{ amr: ['mfa'] }, 'ours' as const, 'ours'],
  ])('%j with the policy "%s": %s', (claims, secondFactor, expected) => {
    expect(secondFactorOf(claims, { ...rules, secondFactor })).toBe(expected);
  });

  it('is not shown by any claim when nobody named one', () => {
    const none = { secondFactor: 'required' as const, requiredAcr: [], requiredAmr: [] };
    expect(secondFactorOf({ amr: ['mfa'], acr: 'gold' }, none)).toBe('refused');
  });
});
