import { Injectable } from '@nestjs/common';

import { isRecord } from '../claims/read-claims.js';
import { type FindingCode, findingCodes, type IdentityProviderTest } from '../identity-provider.dto.js';
import { OpenIdClients, type ProviderConnection } from './open-id-clients.js';
import { OutgoingCalls } from './outgoing-calls.js';

const needed: readonly FindingCode[] = ['reached', 'addresses_allowed', 'keys_found'];

/** What an administrator wants to know before people are sent there. */
@Injectable()
export class ProviderTest {
  constructor(
    private readonly clients: OpenIdClients,
    private readonly calls: OutgoingCalls,
  ) {}

  async run(connection: ProviderConnection): Promise<IdentityProviderTest> {
    const fulfilled = await this.findings(connection);
    const findings = findingCodes.map((code) => ({
      code,
      isFulfilled: fulfilled.has(code),
      isNeeded: needed.includes(code),
    }));
    return { isUsable: needed.every((code) => fulfilled.has(code)), findings };
  }

  private async findings(connection: ProviderConnection): Promise<Set<FindingCode>> {
    const found = new Set<FindingCode>();
    const document = await this.readJson(`${connection.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`);
    if (document === null || document['issuer'] !== connection.issuer) return found;
    found.add('reached');
    // Why it cannot be used is in the findings; what the library says is for developers.
    const client = await this.clients.discover(connection).catch(() => null);
    if (client === null) return found;
    found.add('addresses_allowed');
    const metadata = client.configuration.serverMetadata();
    const keys = await this.readJson(metadata.jwks_uri ?? '');
    if (Array.isArray(keys?.['keys']) && keys['keys'].length > 0) found.add('keys_found');
    if (metadata.supportsPKCE()) found.add('pkce_supported');
    if (metadata.authorization_response_iss_parameter_supported === true) found.add('issuer_in_answer');
    if (metadata.end_session_endpoint !== undefined) found.add('sign_out_supported');
    return found;
  }

  private async readJson(address: string): Promise<Record<string, unknown> | null> {
    try {
      const response = await this.calls.fetch(address, { headers: { Accept: 'application/json' } });
      if (response.status !== 200) return null;
      const body: unknown = await response.json();
      return isRecord(body) ? body : null;
    } catch {
      return null; // Not reached, too slow, too large or no JSON: for the administrator it is the same finding.
    }
  }
}
