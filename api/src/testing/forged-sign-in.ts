import type { JWTPayload } from 'jose';

import type { ForgingIssuer } from './forging-issuer.js';
import { cookieOf, providerSettings, startThrough } from './single-sign-on.js';
import type { SignedIn, TestApplication } from './test-application.js';

export interface ForgedProvider {
  readonly id: string;
  readonly clientId: string;
}

export async function addForgedProvider(
  administrator: SignedIn,
  issuer: ForgingIssuer,
  changes: object = {},
): Promise<ForgedProvider> {
  const settings = providerSettings(issuer.address, { givesRoles: true, createsPeople: true, ...changes });
  const { body } = await administrator.post('/identity-providers', settings).expect(201);
  await administrator.post(`/identity-providers/${body.id}/enable`, undefined, { version: 1 }).expect(200);
  return { id: body.id, clientId: body.clientId };
}

export const seconds = (): number => Math.floor(Date.now() / 1000);

export function honestClaims(
  issuer: ForgingIssuer,
  provider: ForgedProvider,
  nonce: string,
  changes: object = {},
): JWTPayload {
  return {
    iss: issuer.address,
    aud: provider.clientId,
    sub: 'somebody',
    iat: seconds(),
    exp: seconds() + 300,
    nonce,
    email: 'somebody@council.example',
    email_verified: true,
    roles: ['Coordinator'],
    ...changes,
  };
}

export interface Walk {
  readonly nonce: string;
  readonly finish: (idToken: string) => Promise<{ readonly reason: string | null; readonly token: string }>;
}

/** Sets out, and comes back with the ID token that a test has made. */
export async function walkTo(test: TestApplication, issuer: ForgingIssuer, provider: ForgedProvider): Promise<Walk> {
  const { address, cookie } = await startThrough(test, provider);
  const parameters = new URL(address).searchParams;
  return {
    nonce: parameters.get('nonce') ?? '',
    finish: async (idToken) => {
      issuer.idToken = idToken;
      const query = new URLSearchParams({ code: 'a-code', state: parameters.get('state') ?? '' });
      const answer = await test.anonymous
        .get(`/identity-providers/${provider.id}/callback?${query.toString()}`)
        .set('Cookie', cookie)
        .expect(303);
      return {
        reason: new URL(answer.headers['location'] ?? '', 'http://x').searchParams.get('reason'),
        token: cookieOf(answer, 'panel-session').split('=')[1] ?? '',
      };
    },
  };
}

/** A part of a token that is put together by hand. */
export const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function without(payload: JWTPayload, name: string): JWTPayload {
  const { [name]: _, ...rest } = payload;
  return rest;
}
