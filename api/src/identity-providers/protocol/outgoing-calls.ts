import { Inject, Injectable } from '@nestjs/common';

import type { Environment } from '../../config/environment.js';
import { environmentToken } from '../../config/environment.token.js';

const longestMilliseconds = 5_000;
/** Discovery documents and keys are some kilobytes; a body without end must not fill the memory. */
const mostBytes = 256 * 1024;

const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The only way out to identity providers: to hosts that whoever runs the installation has named, over TLS, without following
 * redirects, for five seconds and 256 KB at most. An administrator of an authority types addresses; without this list the
 * service would fetch for them whatever its network can reach.
 */
@Injectable()
export class OutgoingCalls {
  private readonly hosts: readonly string[];
  private readonly isLoopbackAllowed: boolean;

  constructor(@Inject(environmentToken) environment: Environment) {
    this.hosts = environment.identityProviderHosts;
    this.isLoopbackAllowed = !environment.isProduction;
  }

  /** Also for addresses that browsers are sent to. */
  isAllowed(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const url = new URL(address);
    if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
    if (this.isLoopbackAllowed && loopback.includes(url.hostname)) {
      return url.protocol === 'http:' || url.protocol === 'https:';
    }
    return url.protocol === 'https:' && this.hosts.includes(url.host);
  }

  /** Plain HTTP is for a provider on this machine only, and not in production. */
  isPlain(address: string): boolean {
    return this.isAllowed(address) && new URL(address).protocol === 'http:';
  }

  async fetch(address: string, { signal, ...request }: RequestInit = {}): Promise<Response> {
    if (!this.isAllowed(address)) throw new Error('This host is not on the list of identity providers.');
    const timeout = AbortSignal.timeout(longestMilliseconds);
    const response = await fetch(address, {
      ...request,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return new Response(await limitedBody(response), { status: response.status, headers: response.headers });
  }
}

async function limitedBody(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!response.body) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> = response.body;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) throw new Error('The answer of the identity provider is too large.');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
