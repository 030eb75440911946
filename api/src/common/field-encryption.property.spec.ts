import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { FieldEncryption, type FieldPlace } from './field-encryption.js';

const aKey = (): string => randomBytes(32).toString('base64');
const places = fc.record({
  field: fc.constantFrom('identity_providers.client_secret', 'one_time_codes.secret'),
  authorityId: fc.option(fc.nat(3)),
  rowId: fc.constantFrom('a', 'b', 'c'),
});
const encryption = FieldEncryption.withKeys(aKey());

const isSame = (a: FieldPlace, b: FieldPlace): boolean =>
  a.field === b.field && a.authorityId === b.authorityId && a.rowId === b.rowId;

describe('a sealed field', () => {
  it('opens in its own place to what it was', () => {
    fc.assert(
      fc.property(places, fc.string({ unit: 'binary' }), (place, plain) => {
        expect(encryption.open(place, encryption.seal(place, plain))).toBe(plain);
      }),
    );
  });

  it('does not open in any other place', () => {
    fc.assert(
      fc.property(places, places, fc.string(), (from, to, plain) => {
        fc.pre(!isSame(from, to));
        expect(() => encryption.open(to, encryption.seal(from, plain))).toThrow();
      }),
    );
  });

  it('does not open after a change of a single character', () => {
    fc.assert(
      fc.property(places, fc.string(), fc.nat(), (place, plain, at) => {
        const sealed = encryption.seal(place, plain);
        const index = at % sealed.length;
        const other = sealed[index] === 'A' ? 'B' : 'A';
        const changed = sealed.slice(0, index) + other + sealed.slice(index + 1);
        // The last character of base64url may carry bits that mean nothing: then it is the same value, not a changed one.
        fc.pre(!isSameBytes(sealed, changed));
        expect(() => encryption.open(place, changed)).toThrow();
      }),
    );
  });

  it('never looks the same twice and never holds the plain text', () => {
    const place = { field: 'f', authorityId: 1, rowId: 'a' };
    const sealed = Array.from({ length: 1_000 }, () => encryption.seal(place, 'correct horse battery'));
    expect(new Set(sealed.map((text) => text.split('.')[1])).size).toBe(1_000);
    expect(sealed.join()).not.toContain('correct horse');
  });
});

describe('a new key', () => {
  const place = { field: 'f', authorityId: 1, rowId: 'a' };

  it('in front of the old one seals, and the old one still opens what it sealed', () => {
    const old = aKey();
    const sealedBefore = FieldEncryption.withKeys(old).seal(place, 'secret');
    const both = FieldEncryption.withKeys(`${aKey()}\n${old}\n`);
    expect(both.open(place, sealedBefore)).toBe('secret');
    expect(both.isOld(sealedBefore)).toBe(true);
    expect(both.isOld(both.seal(place, 'secret'))).toBe(false);
  });

  it('alone says which key is missing', () => {
    const sealed = FieldEncryption.withKeys(aKey()).seal(place, 'secret');
    expect(() => encryption.open(place, sealed)).toThrow(/f of a was sealed with key [0-9a-f]{8}/);
  });

  it('that is not 32 bytes is refused', () => {
    expect(() => FieldEncryption.withKeys('c2hvcnQ=')).toThrow('32 bytes');
    expect(() => FieldEncryption.withKeys('  ')).toThrow('32 bytes');
  });
});

function isSameBytes(a: string, b: string): boolean {
  const bytes = (text: string): string =>
    text
      .split('.')
      .map((part, index) => (index === 0 ? part : Buffer.from(part, 'base64url').toString('hex')))
      .join('.');
  return bytes(a) === bytes(b) && a.split('.').length === b.split('.').length;
}
