import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';

import type { PasskeyRow } from './passkeys.repository.js';

/** How long a person has to find the key and to touch it. */
export const ceremonyMilliseconds = 5 * 60_000;

/** Whom passkeys are made for: the host of the public address, and the pages under it. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

export function relyingParty(publicAddress: string): RelyingParty {
  const { hostname, origin } = new URL(publicAddress);
  return { id: hostname, origin };
}

export function registrationOptions(
  party: RelyingParty,
  person: { readonly userId: string; readonly name: string; readonly email: string },
  existing: readonly PasskeyRow[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: 'Inclusion Panel',
    rpID: party.id,
    userID: new TextEncoder().encode(person.userId),
    userName: person.email,
    userDisplayName: person.name,
    timeout: ceremonyMilliseconds,
    // Which make of key it is, is nobody's business.
    attestationType: 'none',
    excludeCredentials: existing.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    // The key itself makes sure that it is its owner: by a PIN, a finger, a face.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
}

export function authenticationOptions(
  party: RelyingParty,
  existing: readonly PasskeyRow[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: party.id,
    timeout: ceremonyMilliseconds,
    allowCredentials: existing.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: 'required',
  });
}

/** The new credential, or null when anything about the answer is not as it must be. */
export async function verifiedRegistration(
  party: RelyingParty,
  challenge: string,
  response: RegistrationResponseJSON,
): Promise<WebAuthnCredential | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    });
    return verified ? registrationInfo.credential : null;
  } catch {
    // The library throws for every way in which an answer can be wrong; to the person it is one.
    return null;
  }
}

/** The counter of the key after this use, or null. A counter that went back is a copy of the key: refused too. */
export async function verifiedAuthentication(
  party: RelyingParty,
  challenge: string,
  response: AuthenticationResponseJSON,
  { credentialId, publicKey, counter, transports }: PasskeyRow,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter, transports },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

/** The answer of a browser arrives as text; what is no such answer is null. */
export function readRegistration(text: string): RegistrationResponseJSON | null {
  const value = parsed(text);
  return isCredential<RegistrationResponseJSON>(value, ['clientDataJSON', 'attestationObject']) ? value : null;
}

export function readAuthentication(text: string): AuthenticationResponseJSON | null {
  const value = parsed(text);
  return isCredential<AuthenticationResponseJSON>(value, ['clientDataJSON', 'authenticatorData', 'signature'])
    ? value
    : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The parts that the library reads; it checks what is in them. */
function isCredential<T extends { id: string }>(value: unknown, parts: readonly string[]): value is T {
  if (!isRecord(value) || typeof value['id'] !== 'string' || typeof value['rawId'] !== 'string') return false;
  const { response } = value;
  return isRecord(response) && parts.every((part) => typeof response[part] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
