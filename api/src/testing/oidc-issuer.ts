import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { generateKeyPair, exportJWK } from 'jose';
import Provider, { type AccountClaims, type Configuration } from 'oidc-provider';

export interface IssuerClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectAddress: string;
  readonly backChannelLogoutAddress?: string;
}

export interface IssuerAccount {
  readonly sub: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly acr?: string;
  readonly amr?: readonly string[];
}

/**
 * A real OpenID provider on a port of this machine. Whoever comes is signed in at once as `account`, so that tests look at
 * what happens before and after.
 */
export class OidcIssuer {
  account: IssuerAccount = { sub: 'nobody' };
  private provider: Provider | undefined;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly path: string,
  ) {}

  /** `path`: of the issuer, such as `/tenant/v2.0`. */
  static async start(path = ''): Promise<OidcIssuer> {
    const holder: { issuer?: OidcIssuer } = {};
    const server = createServer((request, response) => void holder.issuer?.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    holder.issuer = new OidcIssuer(server, `http://127.0.0.1:${port}${path}`, path);
    return holder.issuer;
  }

  async serve(...clients: readonly IssuerClient[]): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'the-key' };
    this.provider = quietly(() => new Provider(this.issuer, this.configuration(clients, key)));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.provider;
    if (!provider) {
      response.writeHead(503).end();
      return;
    }
    request.url = (request.url ?? '').slice(this.path.length) || '/';
    if (request.url.startsWith('/interaction/')) {
      const { sub, acr, amr } = this.account;
      await provider.interactionFinished(request, response, {
        login: { accountId: sub, ...(acr !== undefined && { acr }), ...(amr && { amr: [...amr] }) },
      });
      return;
    }
    // So that it knows the path it is served under.
    Object.assign(request, { originalUrl: this.path + request.url });
    await provider.callback()(request, response);
  }

  private configuration(clients: readonly IssuerClient[], key: object): Configuration {
    return {
      clients: clients.map((client) => ({
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.redirectAddress],
        token_endpoint_auth_method: 'client_secret_post',
        ...(client.backChannelLogoutAddress !== undefined && {
          backchannel_logout_uri: client.backChannelLogoutAddress,
          backchannel_logout_session_required: true,
        }),
      })),
      ttl: {
        AccessToken: 600,
        AuthorizationCode: 60,
        Grant: 600,
        IdToken: 600,
        Interaction: 600,
        Session: 600,
      },
      jwks: { keys: [key] },
      cookies: { keys: ['only for tests'] },
      conformIdTokenClaims: false,
      acrValues: ['gold', 'phr'],
      claims: {
        openid: ['sub', 'acr', 'amr', 'sid', 'roles', 'groups', 'tid', 'oid', 'organisation'],
        profile: ['name'],
        email: ['email', 'email_verified'],
        organisation: ['organisation'],
      },
      scopes: ['openid', 'profile', 'email', 'organisation'],
      pkce: { required: () => true },
      features: {
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        rpInitiatedLogout: { enabled: true },
      },
      interactions: { url: (_, { uid }) => `${this.path}/interaction/${uid}` },
      findAccount: (_, sub) => ({
        accountId: sub,
        claims: (): AccountClaims => ({ ...this.account.claims, sub }),
      }),
      loadExistingGrant: async (context) => {
        const { client, session } = context.oidc;
        const grant = new context.oidc.provider.Grant({
          clientId: client?.clientId ?? '',
          accountId: session?.accountId ?? '',
        });
        grant.addOIDCScope('openid profile email organisation');
        await grant.save();
        return grant;
      },
    };
  }
}

/** It warns that its memory is no database: here that is the point. */
function quietly<T>(work: () => T): T {
  const { info, warn } = console;
  Object.assign(console, { info: () => undefined, warn: () => undefined });
  try {
    return work();
  } finally {
    Object.assign(console, { info, warn });
  }
}

/** A browser's cookies at the provider. */
export class ProviderBrowser {
  private readonly cookies = new Map<string, string>();

  /** Follows redirects at the provider until one leads away; gives that address. */
  async walk(address: string, home: string): Promise<URL> {
    let at = address;
    for (let step = 0; step < 10; step += 1) {
      const response = await fetch(at, {
        redirect: 'manual',
        headers: { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        this.cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) throw new Error(`${response.status} at ${at}: ${(await response.text()).slice(0, 500)}`);
      at = new URL(location, at).href;
      if (at.startsWith(home)) return new URL(at);
    }
    throw new Error(`It goes round in circles at ${at}`);
  }
}
