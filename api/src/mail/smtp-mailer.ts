import { createTransport, type Transporter } from 'nodemailer';

import { Mailer, MailNotSent, type OutgoingMail } from './mailer.js';

const second = 1_000;
/** Together well under the time for which the sender holds a mail. */
const timeouts = { connectionTimeout: 10 * second, greetingTimeout: 10 * second, socketTimeout: 20 * second };
const longestMilliseconds = 45 * second;
const loopback = ['localhost', '127.0.0.1', '[::1]'];

export class SmtpMailer extends Mailer {
  readonly canSend = true;
  readonly keepsSecrets = false;
  private readonly transport: Transporter;

  /** `url` is smtps://user:password@host:465 or smtp://host:587; `from` an address, or "Name <address>". */
  constructor(
    url: string,
    private readonly from: string,
    private readonly domain: string,
  ) {
    super();
    const { protocol, hostname, port, username, password } = new URL(url);
    if (protocol !== 'smtp:' && protocol !== 'smtps:')
      throw new Error('PANEL_SMTP_URL must begin smtp:// or smtps://.');
    const isSecure = protocol === 'smtps:';
    this.transport = createTransport({
      host: hostname,
      port: Number(port) || (isSecure ? 465 : 587),
      secure: isSecure,
      // Mail holds links that let people in: it crosses no network in the clear.
      requireTLS: !isSecure && !loopback.includes(hostname),
      ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      tls: { minVersion: 'TLSv1.2' },
      // What a mail says never makes the server read a file or fetch an address.
      disableFileAccess: true,
      disableUrlAccess: true,
      ...timeouts,
    });
  }

  async deliver({ id, toName, toAddress, subject, text }: OutgoingMail): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new MailNotSent('too_slow', false)), longestMilliseconds);
    });
    try {
      await Promise.race([
        tooLong,
        this.transport.sendMail({
          from: this.from,
          // An object: its address is never read as a list of several.
          to: { name: toName, address: toAddress },
          subject,
          text,
          messageId: `<${id}@${this.domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        }),
      ]);
    } catch (error) {
      throw error instanceof MailNotSent ? error : toMailNotSent(error);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** Only a refusal of this recipient or this message is final. A wrong password or a server that is away gets mended. */
function toMailNotSent(error: unknown): MailNotSent {
  const code = wordOf(error, 'code') ?? 'unknown';
  const answer = Number(wordOf(error, 'responseCode') ?? 0);
  const isFinal = answer >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return new MailNotSent(answer > 0 ? `${code} ${answer}` : code, isFinal);
}

function wordOf(error: unknown, name: string): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
