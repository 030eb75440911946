import { createHash, createHmac } from 'node:crypto';

/*
 * One random value in a cookie is the browser's half of a start. The database keeps its hash; `nonce` and the PKCE verifier
 * are made from it and kept nowhere. So an answer can be used only by the browser that set out, and only once.
 */

export function hashOf(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}

export function nonceOf(browserToken: string): string {
  return derived(browserToken, 'nonce');
}

/** 43 characters of base64url, as RFC 7636 asks for. */
export function verifierOf(browserToken: string): string {
  return derived(browserToken, 'code verifier');
}

export function challengeOf(verifier: string): string {
  return hashOf(verifier).toString('base64url');
}

function derived(browserToken: string, purpose: string): string {
  return createHmac('sha256', browserToken).update(purpose).digest('base64url');
}
