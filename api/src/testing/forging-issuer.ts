import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

interface Pair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** A provider that says what a test wants, also what no honest one would: for everything `oidc-provider` refuses to do. */
export class ForgingIssuer {
  /** The ID token that the next code is exchanged for. */
  idToken = '';
  /** Changes of what the issuer says about itself. */
  metadata: Readonly<Record<string, unknown>> = {};
  /** Answers of the API that DfE Sign-in has beside it. */
  rolesAnswer: { readonly status: number; readonly body: unknown; readonly delayed?: boolean } = {
    status: 404,
    body: {},
  };
  readonly rolesRequests: { readonly path: string; readonly authorization: string }[] = [];
  tokenStatus = 200;
  requests = 0;

  private constructor(
    private readonly server: Server,
    readonly address: string,
    readonly key: Pair,
    readonly otherKey: Pair,
  ) {}

  static async start(): Promise<ForgingIssuer> {
    const holder: { issuer?: ForgingIssuer } = {};
    const server = createServer((request, response) => void holder.issuer?.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const [key, otherKey] = [await pair(), await pair()];
    holder.issuer = new ForgingIssuer(server, `http://127.0.0.1:${port}`, key, otherKey);
    return holder.issuer;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  sign(payload: JWTPayload, header: object = {}, key = this.key.privateKey): Promise<string> {
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'k', ...header }).sign(key);
  }

  async publicKeyText(): Promise<string> {
    return JSON.stringify(await exportJWK(this.key.publicKey));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const path = request.url ?? '';
    if (path === '/.well-known/openid-configuration') return send(response, 200, this.describe());
    if (path === '/jwks') {
      return send(response, 200, { keys: [{ ...(await exportJWK(this.key.publicKey)), kid: 'k', use: 'sig' }] });
    }
    if (path === '/token') {
      return send(response, this.tokenStatus, { access_token: 'a', token_type: 'Bearer', id_token: this.idToken });
    }
    if (path === '/elsewhere') {
      response.writeHead(302, { Location: `${this.address}/jwks` }).end();
      return undefined;
    }
    if (path === '/endless') return endless(response);
    if (path.startsWith('/services/')) {
      this.rolesRequests.push({ path, authorization: request.headers.authorization ?? '' });
      if (this.rolesAnswer.delayed) return undefined;
      return send(response, this.rolesAnswer.status, this.rolesAnswer.body);
    }
    return send(response, 404, {});
  }

  private describe(): object {
    return {
      issuer: this.address,
      authorization_endpoint: `${this.address}/authorize`,
      token_endpoint: `${this.address}/token`,
      jwks_uri: `${this.address}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      ...this.metadata,
    };
  }
}

function pair(): Promise<Pair> {
  return generateKeyPair('RS256', { extractable: true });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function endless(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const chunk = 'x'.repeat(64 * 1024);
  const write = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', write);
  };
  write();
}
