import { NotifyClient } from 'notifications-node-client';

import type { NotifySettings } from '../config/environment.js';
import { Mailer, MailNotSent, type OutgoingMail } from './mailer.js';

/** Well under the time for which the sender holds a mail. */
const longestMilliseconds = 45_000;

/**
 * GOV.UK Notify. It sends what stands in a template; ours is only placeholders. The `reference` is the id of the mail: it
 * says nothing about anybody, and finds a mail that was taken over although its answer got lost.
 */
export class NotifyMailer extends Mailer {
  readonly canSend = true;
  readonly keepsSecrets = false;
  private readonly client: NotifyClient;

  constructor(private readonly settings: NotifySettings) {
    super();
    this.client = new NotifyClient(settings.url, settings.apiKey);
  }

  async deliver(mail: OutgoingMail): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new MailNotSent('too_slow', false)), longestMilliseconds);
    });
    try {
      await Promise.race([tooLong, this.send(mail)]);
    } catch (error) {
      throw error instanceof MailNotSent ? error : toMailNotSent(error);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    // no connection is kept
  }

  private async send({
    id,
    toName,
    toAddress,
    subject,
    body,
    link,
    serviceName,
    isRepeated,
  }: OutgoingMail): Promise<void> {
    if (isRepeated && (await this.hasTaken(id))) return;
    await this.client.sendEmail(this.settings.templateId, toAddress, {
      reference: id,
      personalisation: { subject, name: toName, body, link: link ?? '', service: serviceName },
      // Names and reasons are typed by people: what they typed becomes no link and no heading.
      sanitiseContentFor: ['name', 'body'],
    });
  }

  private async hasTaken(id: string): Promise<boolean> {
    const { data } = await this.client.getNotifications('email', undefined, id);
    return data.notifications.length > 0;
  }
}

/** Only a refused address is final. A wrong key, a used-up limit or a service that is away gets mended. */
function toMailNotSent(error: unknown): MailNotSent {
  const response = valueOf(error, 'response');
  const status = Number(valueOf(response, 'status') ?? 0);
  if (status === 0) return new MailNotSent(wordOf(error, 'code') ?? 'unreachable', false);
  const [first] = listOf(valueOf(valueOf(response, 'data'), 'errors'));
  const kind = wordOf(first, 'error') ?? 'unknown';
  const isAddress =
    status === 400 && kind === 'ValidationError' && /email_address/.test(wordOf(first, 'message') ?? '');
  return new MailNotSent(`notify ${status} ${/^\w+$/.test(kind) ? kind : 'unknown'}`, isAddress);
}

function valueOf(thing: unknown, name: string): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, name) : undefined;
}

function wordOf(thing: unknown, name: string): string | null {
  const value = valueOf(thing, name);
  return typeof value === 'string' ? value : null;
}

function listOf(thing: unknown): readonly unknown[] {
  return Array.isArray(thing) ? thing : [];
}
