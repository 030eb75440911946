import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that only their bearer knows. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: a stolen table signs nobody in. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
