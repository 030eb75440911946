import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import Provider from 'oidc-provider';

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

const style = 'font-family:Arial,sans-serif;max-width:30em;margin:2em auto';

/** A real OpenID provider on this machine with a sign-in page of its own, on which one says who one is. */
export class IdentityProvider {
  private provider: Provider | undefined;
  private readonly accounts = new Map<string, Account>();

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<IdentityProvider> {
    const holder: { provider?: IdentityProvider } = {};
    const server = createServer((request, response) => void holder.provider?.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    holder.provider = new IdentityProvider(server, `http://127.0.0.1:${port}`);
    return holder.provider;
  }

  /** The key of an account is what is typed on the page. */
  add(key: string, account: Account): void {
    this.accounts.set(key, account);
  }

  serve(client: {
    readonly id: string;
    readonly secret: string;
    readonly redirectAddress: string;
    readonly afterSignOutAddress: string;
  }): void {
    this.provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [client.redirectAddress],
          post_logout_redirect_uris: [client.afterSignOutAddress],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      cookies: { keys: ['only for tests'] },
      conformIdTokenClaims: false,
      claims: {
        openid: ['sub', 'amr', 'auth_time', 'roles'],
        profile: ['name'],
        email: ['email', 'email_verified'],
      },
      pkce: { required: () => true },
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: {
          enabled: true,
          // Its own page asks another host for a font.
          logoutSource: (context, form) => {
            context.body = `<!doctype html><html lang="en"><title>Council sign-out</title><body style="${style}">${form}
              <button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button>`;
          },
        },
      },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => {
        const account = this.accounts.get(sub);
        return account && { accountId: sub, claims: () => ({ sub, ...account, email_verified: true }) };
      },
      loadExistingGrant: async (context) => {
        const { client: known, session } = context.oidc;
        const grant = new context.oidc.provider.Grant({
          clientId: known?.clientId ?? '',
          accountId: session?.accountId ?? '',
        });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    });
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
    if (!request.url?.startsWith('/interaction/')) {
      await provider.callback()(request, response);
      return;
    }
    if (request.method === 'POST') {
      const typed = new URLSearchParams(await bodyOf(request)).get('account') ?? '';
      await provider.interactionFinished(request, response, { login: { accountId: typed, amr: ['pwd', 'mfa'] } });
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(
      `<!doctype html><html lang="en"><title>Council sign-in</title><body style="${style}"><h1>Council sign-in</h1>
       <form method="post"><label>Account <input name="account"></label> <button>Sign in</button></form>`,
    );
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
