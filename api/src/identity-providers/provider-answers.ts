import { Injectable, Logger } from '@nestjs/common';
import { decodeProtectedHeader } from 'jose';
import * as openid from 'openid-client';

import { Clock } from '../common/clock.js';
import { type ClaimedPerson, type Claims, readClaims } from './claims/read-claims.js';
import type { IdentityProviderEntity } from './identity-provider.entity.js';
import { IdentityProviderSecrets } from './identity-provider-secrets.js';
import { DfeRolesApi } from './protocol/dfe-roles-api.js';
import { idTokenFault } from './protocol/id-token-checks.js';
import { type OpenIdClient, OpenIdClients } from './protocol/open-id-clients.js';
import { nonceOf, verifierOf } from './protocol/start-secrets.js';
import { signOnRefused } from './single-sign-on.problems.js';

export interface TrustedAnswer {
  readonly claims: Claims;
  readonly person: ClaimedPerson;
}

/** Exchanges a code and believes what comes back only after every check. Tokens are looked at here and kept nowhere. */
@Injectable()
export class ProviderAnswers {
  private readonly logger = new Logger('SingleSignOn');

  constructor(
    private readonly clients: OpenIdClients,
    private readonly secrets: IdentityProviderSecrets,
    private readonly rolesApi: DfeRolesApi,
    private readonly clock: Clock,
  ) {}

  async client(provider: IdentityProviderEntity): Promise<OpenIdClient> {
    try {
      return await this.clients.of(this.secrets.connectionOf(provider));
    } catch (error) {
      this.note(provider, error);
      throw signOnRefused('provider_unreachable');
    }
  }

  /** `address` is ours, with the parameters that the browser brought. */
  async read(
    provider: IdentityProviderEntity,
    address: URL,
    { state, browserToken }: { readonly state: string; readonly browserToken: string },
  ): Promise<TrustedAnswer> {
    const { configuration } = await this.client(provider);
    const claims = await this.claimsOf(provider, configuration, address, state, browserToken);
    const read = readClaims(claims, provider);
    if ('refusal' in read) throw signOnRefused(read.refusal);
    return { claims, person: await this.withRolesOfDfe(provider, read.person) };
  }

  private async claimsOf(
    provider: IdentityProviderEntity,
    configuration: openid.Configuration,
    address: URL,
    state: string,
    browserToken: string,
  ): Promise<Claims> {
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonceOf(browserToken),
        pkceCodeVerifier: verifierOf(browserToken),
        idTokenExpected: true,
        ...(provider.maxAgeMinutes !== null && { maxAge: provider.maxAgeMinutes * 60 }),
      });
      const claims: Claims = tokens.claims() ?? {};
      const fault = idTokenFault(decodeProtectedHeader(tokens.id_token ?? ''), claims, {
        clientId: provider.clientId,
        nowSeconds: this.clock.now().getTime() / 1000,
      });
      if (fault === null) return claims;
      this.note(provider, new Error(fault));
    } catch (error) {
      this.note(provider, error);
      if (error instanceof openid.AuthorizationResponseError) throw signOnRefused('provider_said_no');
      if (isOutOfReach(error)) throw signOnRefused('provider_unreachable');
    }
    throw signOnRefused('token_refused');
  }

  /** The token's own `roles` do not count for DfE Sign-in: its API is the source. */
  private async withRolesOfDfe(provider: IdentityProviderEntity, person: ClaimedPerson): Promise<ClaimedPerson> {
    const secret = this.secrets.rolesApiSecretOf(provider);
    if (provider.rolesApiAddress === null || provider.rolesApiServiceId === null || secret === null) return person;
    if (person.organisation === null) throw signOnRefused('organisation_missing');
    const codes = await this.rolesApi.roleCodes({
      address: provider.rolesApiAddress,
      serviceId: provider.rolesApiServiceId,
      clientId: provider.clientId,
      secret,
      organisationId: person.organisation.id,
      subject: person.key.subject,
    });
    if (codes === null) throw signOnRefused('roles_unreachable');
    return { ...person, facts: { ...person.facts, values: new Map([...person.facts.values, ['roles', codes]]) } };
  }

  /** The name of what went wrong, never its cause: that holds tokens and claims. */
  private note(provider: IdentityProviderEntity, error: unknown): void {
    this.logger.warn(`${provider.id}: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

/** Time-outs and broken connections, of which the person can only be told to try again. */
function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'TimeoutError' || error.message === 'fetch failed') return true;
  return 'code' in error && error.code === 'OAUTH_TIMEOUT';
}
