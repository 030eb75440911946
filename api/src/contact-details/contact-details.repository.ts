import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { ChangeContactDetails } from './contact-details.dto.js';

export interface ContactDetailsRow extends ChangeContactDetails {
  readonly version: number;
  readonly changedByName: string;
  readonly changedAt: Date;
}

export interface AuthorityRow {
  readonly id: number;
  readonly name: string;
  readonly serviceName: string;
}

const columns = `service_name, service_email, service_phone, officer_name, officer_email, officer_phone, reply_working_days`;

@Injectable()
export class ContactDetailsRepository {
  async find(tx: Tx, authorityId: number): Promise<ContactDetailsRow | null> {
    const [row] = await tx.rows<ContactDetailsRow>(
      `select c.version, c.service_name as "serviceName", c.service_email as "serviceEmail", c.service_phone as "servicePhone",
              c.officer_name as "officerName", c.officer_email as "officerEmail", c.officer_phone as "officerPhone",
              c.reply_working_days as "replyWorkingDays", u.name as "changedByName", c.changed_at as "changedAt"
         from contact_details c join users u on u.id = c.changed_by where c.authority_id = $1`,
      [authorityId],
    );
    return row ?? null;
  }

  /** On the version that the person saw; false when somebody was faster. */
  async change(
    tx: Tx,
    authorityId: number,
    version: number,
    details: ChangeContactDetails,
    by: { readonly userId: string; readonly at: Date },
  ): Promise<boolean> {
    const values = [
      authorityId,
      version + 1,
      details.serviceName,
      details.serviceEmail,
      details.servicePhone,
      details.officerName,
      details.officerEmail,
      details.officerPhone,
      details.replyWorkingDays,
      by.userId,
      by.at,
    ];
    const written =
      version === 1
        ? await tx.rows(
            `insert into contact_details (authority_id, version, ${columns}, changed_by, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning version`,
            values,
          )
        : await tx.rows(
            `update contact_details set (version, ${columns}, changed_by, changed_at) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
              where authority_id = $1 and version = $2 - 1 returning version`,
            values,
          );
    return written.length > 0;
  }

  /** Before anybody has signed in: the authority of this short name, or the only one. */
  async findAuthority(tx: Tx, code: string | undefined): Promise<AuthorityRow | null> {
    const found = await tx.rows<AuthorityRow>(
      `select id, name, service_name as "serviceName" from authorities where $1::text is null or code = $1 order by id limit 2`,
      [code ?? null],
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  async findOwnAuthority(tx: Tx, authorityId: number): Promise<AuthorityRow | null> {
    const [found] = await tx.rows<AuthorityRow>(
      'select id, name, service_name as "serviceName" from authorities where id = $1',
      [authorityId],
    );
    return found ?? null;
  }
}
