import { Secret, TOTP } from 'otpauth';

const issuer = 'Inclusion Panel';
/** What every authenticator app understands: RFC 6238 with its defaults. */
const rules = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A new secret of 160 bits, in base32 as apps take it. */
export function newAppSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/**
 * The step of time a code belongs to, when it is the one of now, the one before or the one after (a phone's clock is seldom
 * right to the second); null when it is none of these.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...rules, secret: Secret.fromBase32(secret), token: code, timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period: rules.period, timestamp }) + delta;
}

/** What the QR code says to the app. */
export function appAddress(secret: string, account: string): string {
  return new TOTP({ ...rules, issuer, label: account, secret: Secret.fromBase32(secret) }).toString();
}

/** Spaces and dashes that people type or paste between digits mean nothing. */
export function typedCode(text: string): string {
  return text.replaceAll(/[\s-]/g, '');
}
