import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { MailKind } from './mail-kinds.js';

export interface NewMailRow {
  readonly authorityId: number;
  readonly userId: string | null;
  readonly toName: string;
  readonly toAddress: string;
  readonly kind: MailKind;
  readonly subject: string;
  readonly body: string;
  readonly linkPath: string | null;
  readonly holdsSecret: boolean;
  readonly createdAt: Date;
}

export interface WaitingMailRow {
  readonly id: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly body: string;
  readonly linkPath: string | null;
  readonly attempts: number;
  readonly serviceName: string;
}

export interface OutboxRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly body: string | null;
  readonly linkPath: string | null;
  readonly isSent: boolean;
}

@Injectable()
export class OutboxRepository {
  async insert(tx: Tx, mail: NewMailRow): Promise<void> {
    await tx.rows(
      `insert into outbox_mails (authority_id, user_id, to_name, to_address, kind, subject, body, link_path, holds_secret, created_at, next_attempt_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [
        mail.authorityId,
        mail.userId,
        mail.toName,
        mail.toAddress,
        mail.kind,
        mail.subject,
        mail.body,
        mail.linkPath,
        mail.holdsSecret,
        mail.createdAt,
      ],
    );
  }

  /**
   * Takes what is due, and puts off the next attempt: the mail is this process's until then. One that dies leaves it to
   * the others, and several never take the same.
   */
  claimDue(
    tx: Tx,
    wanted: { readonly authorityId: number; readonly now: Date; readonly until: Date; readonly count: number },
  ): Promise<WaitingMailRow[]> {
    return tx.rows<WaitingMailRow>(
      `update outbox_mails m set attempts = m.attempts + 1, next_attempt_at = $2
         from authorities a
        where a.id = m.authority_id and m.id in (
          select id from outbox_mails
           where authority_id = $4 and sent_at is null and given_up_at is null and next_attempt_at <= $1
           order by next_attempt_at limit $3 for update skip locked)
       returning m.id, m.to_name as "toName", m.to_address as "toAddress", m.subject, m.body, m.link_path as "linkPath", m.attempts,
         a.service_name as "serviceName"`,
      [wanted.now, wanted.until, wanted.count, wanted.authorityId],
    );
  }

  async markSent(tx: Tx, mailId: string, now: Date, keepsSecrets: boolean): Promise<void> {
    await tx.rows(
      `update outbox_mails set sent_at = $2, last_error_code = null,
         body = case when holds_secret and not $3 then null else body end,
         link_path = case when holds_secret and not $3 then null else link_path end
        where id = $1 and sent_at is null and given_up_at is null`,
      [mailId, now, keepsSecrets],
    );
  }

  async markFailed(tx: Tx, mailId: string, code: string, nextAttemptAt: Date): Promise<void> {
    await tx.rows(
      'update outbox_mails set last_error_code = $2, next_attempt_at = $3 where id = $1 and sent_at is null and given_up_at is null',
      [mailId, code, nextAttemptAt],
    );
  }

  async giveUp(tx: Tx, mailId: string, code: string, now: Date): Promise<void> {
    await tx.rows(
      `update outbox_mails set last_error_code = $2, given_up_at = $3,
         body = case when holds_secret then null else body end, link_path = case when holds_secret then null else link_path end
        where id = $1 and sent_at is null and given_up_at is null`,
      [mailId, code, now],
    );
  }

  async forgetBodies(tx: Tx, authorityId: number, olderThan: Date): Promise<void> {
    await tx.rows(
      `update outbox_mails set body = null, link_path = null
        where authority_id = $2 and body is not null and created_at < $1 and coalesce(sent_at, given_up_at) < $1`,
      [olderThan, authorityId],
    );
  }

  findNewest(tx: Tx, count: number): Promise<OutboxRow[]> {
    return tx.rows<OutboxRow>(
      `select id, created_at as "createdAt", to_name as "toName", to_address as "toAddress", subject, body, link_path as "linkPath",
              sent_at is not null as "isSent"
         from outbox_mails order by created_at desc, id desc limit $1`,
      [count],
    );
  }
}
