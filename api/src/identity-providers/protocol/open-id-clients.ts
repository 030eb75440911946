import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, customFetch as joseFetch, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';

import { Clock } from '../../common/clock.js';
import { allowedAlgorithms } from './id-token-checks.js';
import { OutgoingCalls } from './outgoing-calls.js';

const keptMilliseconds = 60 * 60_000;
const mostKept = 200;
const timeoutSeconds = 5;

/** What is needed to speak with a provider. */
export interface ProviderConnection {
  readonly id: string;
  readonly version: number;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface OpenIdClient {
  readonly configuration: openid.Configuration;
  /** The issuer's keys, for tokens that it sends by itself. */
  readonly keys: JWTVerifyGetKey;
}

interface Kept {
  readonly version: number;
  readonly until: number;
  readonly client: Promise<OpenIdClient>;
}

/** Clients of identity providers, each discovered once an hour and after every change. Concurrent starts share one discovery. */
@Injectable()
export class OpenIdClients {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly calls: OutgoingCalls,
    private readonly clock: Clock,
  ) {}

  of(connection: ProviderConnection): Promise<OpenIdClient> {
    const now = this.clock.now().getTime();
    const known = this.kept.get(connection.id);
    if (known && known.version === connection.version && known.until > now) return known.client;
    const client = this.discover(connection);
    this.keep(connection.id, { version: connection.version, until: now + keptMilliseconds, client });
    // What failed is asked again the next time, not remembered for an hour.
    client.catch(() => {
      if (this.kept.get(connection.id)?.client === client) this.kept.delete(connection.id);
    });
    return client;
  }

  /** Asks the provider now, whatever is remembered. */
  async discover({
    issuer,
    clientId,
    clientSecret,
  }: Omit<ProviderConnection, 'id' | 'version'>): Promise<OpenIdClient> {
    const call: openid.CustomFetch = (url, { body, ...options }) =>
      this.calls.fetch(url, { ...options, ...(body !== undefined && { body }) });
    const isPlain = this.calls.isPlain(issuer);
    const discovered = await openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: timeoutSeconds,
      [openid.customFetch]: call,
      ...(isPlain && { execute: [openid.allowInsecureRequests] }),
    });
    const said = discovered.serverMetadata();
    // Without the methods that the library adds, as a new configuration is made of it.
    const values = Object.fromEntries(Object.entries(said).filter(([, value]) => typeof value !== 'function'));
    const metadata: openid.ServerMetadata = { ...values, issuer: said.issuer };
    this.refuseForeignAddresses(metadata);
    const configuration = new openid.Configuration(
      { ...metadata, id_token_signing_alg_values_supported: usableAlgorithms(metadata) },
      clientId,
      { client_secret: clientSecret },
      clientAuthentication(metadata, clientSecret),
    );
    configuration.timeout = timeoutSeconds;
    configuration[openid.customFetch] = call;
    // The library leaves the signature to TLS otherwise, as the specification allows for the code flow.
    openid.enableNonRepudiationChecks(configuration);
    if (isPlain) openid.allowInsecureRequests(configuration);
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri ?? issuer), {
      timeoutDuration: timeoutSeconds * 1000,
      [joseFetch]: (url, options) => this.calls.fetch(url, options),
    });
    return { configuration, keys };
  }

  private refuseForeignAddresses(metadata: openid.ServerMetadata): void {
    const needed = [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri];
    const present = [
      ...needed,
      ...(metadata.end_session_endpoint === undefined ? [] : [metadata.end_session_endpoint]),
    ];
    if (present.some((address) => address === undefined || !this.calls.isAllowed(address))) {
      throw new Error('The provider names an address on a host that is not on the list of identity providers.');
    }
  }

  private keep(id: string, kept: Kept): void {
    this.kept.delete(id);
    this.kept.set(id, kept);
    const oldest = this.kept.size > mostKept ? this.kept.keys().next().value : undefined;
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}

function usableAlgorithms({ id_token_signing_alg_values_supported: named }: openid.ServerMetadata): string[] {
  const usable = (named ?? ['RS256']).filter((algorithm) => allowedAlgorithms.includes(algorithm));
  if (usable.length === 0) throw new Error('The provider signs with none of the algorithms that are accepted.');
  return usable;
}

/** In the body where that is possible: not every provider undoes the encoding that the header prescribes. */
function clientAuthentication(metadata: openid.ServerMetadata, secret: string): openid.ClientAuth {
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return methods.includes('client_secret_post') ? openid.ClientSecretPost(secret) : openid.ClientSecretBasic(secret);
}
