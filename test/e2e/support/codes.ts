import { Secret, TOTP } from 'otpauth';

/** What an authenticator app with this key shows now, or some steps of 30 seconds from now. */
export function codeOf(key: string, steps = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(key), timestamp: Date.now() + steps * 30_000 });
}
