import { createSecretKey } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { jwtVerify } from 'jose';

export interface NotifiedMail {
  readonly email_address: string;
  readonly template_id: string;
  readonly reference: string;
  readonly personalisation: Readonly<Record<string, string>>;
  readonly sanitise_content_for: readonly string[];
}

/**
 * The two requests of GOV.UK Notify that we make, on loopback: it checks the signature of the token with the secret of the
 * key, takes a mail over, and finds it again by its reference. `answer` may refuse, or break off after taking it over.
 */
export class TestNotifyServer {
  readonly serviceId = '26785a09-ab16-4eb0-8407-a37497a57506';
  readonly secret = '3d844edf-8d35-48ac-975b-e847b4f122b0';
  readonly taken: NotifiedMail[] = [];
  refusals = 0;
  answer: (mail: NotifiedMail) => { readonly status: number; readonly body: object } | 'break off' = () => ({
    status: 201,
    body: { id: 'an id' },
  });

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TestNotifyServer> {
    const holder: { notify?: TestNotifyServer } = {};
    const server = createServer((request, response) => {
      const done = holder.notify?.handle(request) ?? Promise.resolve('break off' as const);
      void done.then((answer) => {
        if (answer === 'break off') request.socket.destroy();
        else response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    holder.notify = new TestNotifyServer(server);
    return holder.notify;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get apiKey(): string {
    return `inclusion-panel-${this.serviceId}-${this.secret}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage): Promise<{ status: number; body: object } | 'break off'> {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    try {
      await jwtVerify(token, createSecretKey(this.secret, 'utf8'), {
        issuer: this.serviceId,
        maxTokenAge: '30s',
        clockTolerance: '30s',
        algorithms: ['HS256'],
      });
    } catch {
      this.refusals += 1;
      return { status: 403, body: { status_code: 403, errors: [{ error: 'AuthError', message: 'Invalid token' }] } };
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    if (request.method === 'GET' && pathname === '/v2/notifications') {
      const found = this.taken.filter(({ reference }) => reference === searchParams.get('reference'));
      return { status: 200, body: { notifications: found, links: {} } };
    }
    if (request.method !== 'POST' || pathname !== '/v2/notifications/email') return { status: 404, body: {} };
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const mail: NotifiedMail = JSON.parse(text);
    const answer = this.answer(mail);
    if (answer === 'break off' || answer.status === 201) this.taken.push(mail);
    return answer;
  }
}
