import { createHash, createHmac } from 'node:crypto';

/**
 * Who is asking, as far as the database must know it: row-level security shows the rows of this authority, those that
 * say who people are, or none at all.
 */
export interface Scope {
  readonly authorityId: number | null;
  readonly purpose?: 'identity';
}

/** Longer than the longest statement (60 s) and the longest idle transaction (60 s), and a skew between two machines. */
const validSeconds = 15 * 60;
const blockBytes = 64;

/** The name of a key in a signed scope: tells keys apart while one replaces another, and tells nothing about them. */
export function scopeKeyId(key: string): string {
  return createHash('sha256').update(`id ${key}`).digest('hex').slice(0, 16);
}

/**
 * The two padded keys of HMAC-SHA-256 (RFC 2104). Postgres has sha256() but no hmac() without an extension, so it keeps
 * these and hashes twice.
 */
export function scopeKeyPads(key: string): { readonly inner: Buffer; readonly outer: Buffer } {
  const bytes = createHash('sha256').update(key).digest();
  const pad = (value: number): Buffer =>
    Buffer.from(Array.from({ length: blockBytes }, (_, index) => value ^ (bytes[index] ?? 0)));
  return { inner: pad(0x36), outer: pad(0x5c) };
}

/**
 * What a transaction tells the database about who asks: subject, end of validity, key, signature. It is bound to one
 * connection of the database (`backend`), so that a copy is worth nothing on another. Whoever could only inject SQL can
 * set the setting but cannot sign it. Letters, digits, colons and dots only: it stands in a statement as text.
 */
export function signScope(scope: Scope, backend: number, key: string, nowMilliseconds: number): string {
  const subject = subjectOf(scope);
  const until = Math.floor(nowMilliseconds / 1000) + validSeconds;
  const bytes = createHash('sha256').update(key).digest();
  const signature = createHmac('sha256', bytes).update(`${subject}.${until}.${backend}`).digest('hex');
  return `${subject}.${until}.${scopeKeyId(key)}.${signature}`;
}

function subjectOf(scope: Scope): string {
  if (scope.authorityId !== null) return `authority:${Number(scope.authorityId)}`;
  return scope.purpose === 'identity' ? 'identity' : 'none';
}
