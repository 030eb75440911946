import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body, with quoted-printable undone. */
  readonly text: string;
}

/** A mail server on loopback that keeps what it gets. `onMail` may refuse (throw), or wait. */
export class TestMailServer {
  readonly received: ReceivedMail[] = [];
  onMail: (mail: ReceivedMail) => Promise<void> = () => Promise.resolve();
  refusesRecipients = false;
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      // A connection whose mail is held back on purpose does not hold up the end of the tests.
      closeTimeout: 500,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => {
        done(this.refusesRecipients ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null);
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const mail = {
            from: envelope.mailFrom ? envelope.mailFrom.address : '',
            to: envelope.rcptTo.map(({ address }) => address),
            text: readable(Buffer.concat(chunks).toString('latin1')),
          };
          this.onMail(mail).then(
            () => {
              this.received.push(mail);
              done();
            },
            (error: Error) => done(error),
          );
        });
      },
    });
    // A client that is killed in the middle is part of the tests.
    this.server.on('error', () => undefined);
  }

  static async start(): Promise<TestMailServer> {
    const mail = new TestMailServer();
    await new Promise<void>((resolve) => mail.server.listen(0, '127.0.0.1', resolve));
    return mail;
  }

  get url(): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function readable(wire: string): string {
  const bytes = wire
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
