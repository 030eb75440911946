import { expect } from '@jest/globals';
import type { Response } from 'supertest';

import { type IssuerAccount, type OidcIssuer, ProviderBrowser } from './oidc-issuer.js';
import type { SignedIn, TestApplication } from './test-application.js';

export interface AddedProvider {
  readonly id: string;
  readonly displayName: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectAddress: string;
  readonly issuer: OidcIssuer;
}

let serial = 0;

export function providerSettings(issuer: string, changes: object = {}): Record<string, unknown> {
  serial += 1;
  return {
    kind: 'other',
    displayName: `Provider ${serial}`,
    issuer,
    clientId: `client-${serial}`,
    clientSecret: 'a secret of the client that is long enough',
    tenantId: null,
    schoolId: null,
    providerId: null,
    givesRoles: false,
    createsPeople: false,
    secondFactor: 'ours',
    requiredAcr: [],
    requiredAmr: [],
    maxAgeMinutes: null,
    allowedEmailDomains: [],
    rolesApiAddress: null,
    rolesApiServiceId: null,
    rolesApiSecret: null,
    rules: [],
    ...changes,
  };
}

const clientsOf = new Map<string, AddedProvider[]>();

/** Sets a provider up and enables it, and makes its issuer know the client. */
export async function addProvider(
  administrator: SignedIn,
  issuer: OidcIssuer,
  changes: object = {},
): Promise<AddedProvider> {
  const settings = providerSettings(issuer.issuer, changes);
  const { body } = await administrator.post('/identity-providers', settings).expect(201);
  await administrator.post(`/identity-providers/${body.id}/enable`, undefined, { version: 1 }).expect(200);
  const added: AddedProvider = {
    id: body.id,
    displayName: body.displayName,
    clientId: body.clientId,
    clientSecret: String(settings['clientSecret']),
    redirectAddress: body.redirectAddress,
    issuer,
  };
  const clients = [...(clientsOf.get(issuer.issuer) ?? []), added];
  clientsOf.set(issuer.issuer, clients);
  await issuer.serve(...clients);
  return added;
}

export function cookieOf(answer: Pick<Response, 'get'>, name: string): string {
  const cookie = (answer.get('Set-Cookie') ?? []).find((each) => each.startsWith(`${name}=`)) ?? '';
  return cookie.split(';')[0] ?? '';
}

export async function startThrough(
  test: TestApplication,
  provider: Pick<AddedProvider, 'id'>,
  returnTo = '/',
): Promise<{ readonly address: string; readonly cookie: string; readonly answer: Response }> {
  const query = new URLSearchParams({ returnTo });
  const answer = await test.anonymous.get(`/identity-providers/${provider.id}/start?${query.toString()}`).expect(303);
  return { address: answer.headers['location'] ?? '', cookie: cookieOf(answer, 'panel-start'), answer };
}

/** All the way as a browser goes it. */
export async function signInThrough(
  test: TestApplication,
  provider: AddedProvider,
  account: IssuerAccount,
  returnTo = '/',
): Promise<{ readonly location: string; readonly token: string; readonly answers: readonly Response[] }> {
  const started = await startThrough(test, provider, returnTo);
  provider.issuer.account = account;
  const back = await new ProviderBrowser().walk(started.address, provider.redirectAddress);
  const answer = await test.anonymous
    .get(`/identity-providers/${provider.id}/callback${back.search}`)
    .set('Cookie', started.cookie)
    .expect(303);
  const location = answer.headers['location'] ?? '';
  const token = cookieOf(answer, 'panel-session').split('=')[1] ?? '';
  expect(token === '').toBe(location.startsWith('/sign-in/refused'));
  return { location, token, answers: [started.answer, answer] };
}
