import { Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import type { Tx } from '../database/transactions.js';
import type { MailKind } from './mail-kinds.js';
import { OutboxRepository } from './outbox.repository.js';

export interface MailRecipient {
  readonly userId: string | null;
  readonly name: string;
  readonly email: string;
}

export interface NewMail {
  readonly to: MailRecipient;
  readonly kind: MailKind;
  readonly subject: string;
  /** Paragraphs: what to do and by when. Never the name of a child, nor anything else about one but a reference. */
  readonly lines: readonly string[];
  /** Of a page of ours, such as `/referrals`. With `isSecret` the link itself lets somebody in, and is forgotten once sent. */
  readonly link?: { readonly path: string; readonly isSecret: boolean };
  /** The words themselves let somebody in, such as a code: they are forgotten once sent, too. */
  readonly isSecret?: boolean;
}

/** Puts mail into the outbox in the transaction of what it tells about: both happen, or neither. */
@Injectable()
export class MailService {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /** `scope` is the actor, or the authority in whose name the mail is sent. */
  queue(
    tx: Tx,
    scope: { readonly authorityId: number },
    { to, kind, subject, lines, link, isSecret }: NewMail,
  ): Promise<void> {
    return this.outbox.insert(tx, {
      authorityId: scope.authorityId,
      userId: to.userId,
      toName: oneLine(to.name),
      toAddress: to.email,
      kind,
      subject: oneLine(subject),
      body: lines.join('\n\n'),
      linkPath: link?.path ?? null,
      holdsSecret: isSecret ?? link?.isSecret ?? false,
      createdAt: this.clock.now(),
    });
  }
}

/** A name that somebody typed could carry a line break into a header. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
}
