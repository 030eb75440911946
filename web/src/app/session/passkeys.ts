import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { Problem } from '../shell/problem.js';

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof globalThis.PublicKeyCredential === 'function';
}

/** Asks the device, which asks its owner; the answer as JSON. The library is loaded when it is needed. */
export async function answerOfPasskey(options: string): Promise<string> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  try {
    return JSON.stringify(
      await startAuthentication({ optionsJSON: read<PublicKeyCredentialRequestOptionsJSON>(options) }),
    );
  } catch (error) {
    throw passkeyProblem(error);
  }
}

export async function newPasskey(options: string): Promise<string> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  try {
    return JSON.stringify(
      await startRegistration({ optionsJSON: read<PublicKeyCredentialCreationOptionsJSON>(options) }),
    );
  } catch (error) {
    throw passkeyProblem(error);
  }
}

/** Browsers say little on purpose; what the person can do is the same. */
function passkeyProblem(error: unknown): Problem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') {
    return new Problem(
      0,
      'passkey_known',
      'This passkey is there already',
      'This device is registered already. Use another one.',
    );
  }
  return new Problem(
    0,
    'passkey_not_used',
    'The passkey was not used',
    'The passkey was not used, or this device has none for this service. Try again, or choose another way.',
  );
}

/** What our own API says. Every ceremony has a challenge; the browser checks the rest. */
function read<T extends { challenge: string }>(text: string): T {
  const value: unknown = JSON.parse(text);
  if (!hasChallenge<T>(value)) throw new Error('the options of the passkey have no challenge');
  return value;
}

function hasChallenge<T extends { challenge: string }>(value: unknown): value is T {
  return typeof value === 'object' && value !== null && 'challenge' in value && typeof value.challenge === 'string';
}
