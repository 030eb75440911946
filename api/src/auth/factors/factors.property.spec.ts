import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';

import { appAddress, newAppSecret, stepOfCode, typedCode } from './authenticator-code.js';
import { codesInASet, hashRecoveryCode, newRecoveryCodes } from './recovery-code.js';

const codeAt = (secret: string, milliseconds: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: milliseconds });

const instants = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2040-01-01') });

describe('a code of an authenticator app', () => {
  const secret = newAppSecret();

  it('is taken in its own step, the one before and the one after, and names the step it belongs to', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -1, max: 1 }), (now, off) => {
        const step = Math.floor(now / 30_000) + off;
        expect(stepOfCode(secret, codeAt(secret, step * 30_000), new Date(now))).toBe(step);
      }),
    );
  });

  it('is refused two steps away, unless the codes happen to be the same', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(-2, 2, 3, 100), (now, off) => {
        const code = codeAt(secret, now + off * 30_000);
        const near = [-1, 0, 1].map((step) => codeAt(secret, now + step * 30_000));
        fc.pre(!near.includes(code));
        expect(stepOfCode(secret, code, new Date(now))).toBeNull();
      }),
    );
  });

  it('is six digits and nothing else', () => {
    fc.assert(
      fc.property(fc.string(), instants, (text, now) => {
        fc.pre(!/^\d{6}$/.test(text));
        expect(stepOfCode(secret, text, new Date(now))).toBeNull();
      }),
    );
    expect(typedCode(' 123 456 ')).toBe('123456');
  });

  it('comes from a secret of 160 bits that the QR code hands over', () => {
    expect(newAppSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newAppSecret()).not.toBe(newAppSecret());
    expect(appAddress(secret, 'a@b.example')).toContain(`secret=${secret}`);
  });
});

describe('recovery codes', () => {
  it('are ten, all different, in groups of four', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(codesInASet);
    for (const code of codes) expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  });

  it('are the same however they are typed, and others are not', () => {
    const [one = '', other = ''] = newRecoveryCodes();
    const typed = ` ${one.toUpperCase().replaceAll('-', ' ')} `;
    expect(hashRecoveryCode(typed)).toEqual(hashRecoveryCode(one));
    expect(hashRecoveryCode(other)).not.toEqual(hashRecoveryCode(one));
  });
});
