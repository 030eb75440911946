import type { Claims } from '../claims/read-claims.js';

/** Signatures with the issuer's private key. No HMAC: its key would be the client secret. No `none`. */
export const allowedAlgorithms: readonly string[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

const toleratedSeconds = 60;
const oldestSeconds = 10 * 60;

export type IdTokenFault =
  'algorithm_not_allowed' | 'type_not_allowed' | 'authorized_party_other' | 'issued_in_future' | 'issued_long_ago';

/**
 * What the library does not look at, after it has checked the signature, `iss`, `aud`, `exp`, `nbf`, `nonce` and `auth_time`.
 * A token that was made for another purpose (a logout token, an access token) says so in `typ`.
 */
export function idTokenFault(
  header: { readonly alg?: string; readonly typ?: string },
  claims: Claims,
  expected: { readonly clientId: string; readonly nowSeconds: number },
): IdTokenFault | null {
  if (header.alg === undefined || !allowedAlgorithms.includes(header.alg)) return 'algorithm_not_allowed';
  if (header.typ !== undefined && header.typ.toUpperCase() !== 'JWT') return 'type_not_allowed';
  if (claims['azp'] !== undefined && claims['azp'] !== expected.clientId) return 'authorized_party_other';
  const issuedAt = claims['iat'];
  if (typeof issuedAt !== 'number' || issuedAt > expected.nowSeconds + toleratedSeconds) return 'issued_in_future';
  if (issuedAt < expected.nowSeconds - oldestSeconds) return 'issued_long_ago';
  return null;
}
