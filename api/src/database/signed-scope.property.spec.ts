import { createHash, createHmac } from 'node:crypto';

import fc from 'fast-check';

import { scopeKeyId, scopeKeyPads, signScope } from './signed-scope.js';

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

describe('a signed scope', () => {
  it('is HMAC-SHA-256: the two padded keys that Postgres keeps give the same signature', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (key, text) => {
        const { inner, outer } = scopeKeyPads(key);
        expect(sha256(outer, sha256(inner, text)).toString('hex')).toBe(
          createHmac('sha256', sha256(key)).update(text).digest('hex'),
        );
      }),
    );
  });

  it('holds nothing that a statement of SQL minds, and names its key without telling it', () => {
    fc.assert(
      fc.property(
        fc.option(fc.nat(), { nil: null }),
        fc.nat(),
        fc.string({ minLength: 8 }),
        (authorityId, backend, key) => {
          const text = signScope({ authorityId, purpose: 'identity' }, backend, key, 1_795_000_000_000);
          expect(text).toMatch(/^(authority:\d+|identity)\.\d+\.[0-9a-f]{16}\.[0-9a-f]{64}$/);
          expect(text.split('.')[2]).toBe(scopeKeyId(key));
          expect(text).not.toContain(key);
        },
      ),
    );
  });

  it('is another one for another authority, connection, key or time', () => {
    const scope = { authorityId: 1 };
    const signatures = [
      signScope(scope, 7, 'key', 0),
      signScope({ authorityId: 2 }, 7, 'key', 0),
      signScope({ authorityId: null, purpose: 'identity' }, 7, 'key', 0),
      signScope({ authorityId: null }, 7, 'key', 0),
      signScope(scope, 8, 'key', 0),
      signScope(scope, 7, 'other', 0),
      signScope(scope, 7, 'key', 1_000),
    ].map((text) => text.split('.')[3]);
    expect(new Set(signatures).size).toBe(signatures.length);
  });
});
