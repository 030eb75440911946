import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, identity } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { RetentionService } from '../retention/retention.service.js';
import type { ChangeContactDetails, Contact, ContactDetails, Notice } from './contact-details.dto.js';
import { councilNotFound, phonesInvalid } from './contact-details.problems.js';
import { type AuthorityRow, ContactDetailsRepository, type ContactDetailsRow } from './contact-details.repository.js';

const usualReplyWorkingDays = 10;
/** Digits, with what people write between them. */
const phone = /^\+?[\d\s()-]{6,}$/;

/** Whom people can ask, and what the statements for the public say of an authority. */
@Injectable()
export class ContactDetailsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ContactDetailsRepository,
    private readonly retention: RetentionService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<ContactDetails> {
    return this.transactions.read(actor, (tx) => this.load(tx, actor.authorityId));
  }

  change(actor: Actor, version: number, body: ChangeContactDetails): Promise<ContactDetails> {
    const wrong = (['servicePhone', 'officerPhone'] as const).filter(
      (field) => body[field].trim() !== '' && !phone.test(body[field].trim()),
    );
    if (wrong.length > 0) throw phonesInvalid(wrong);
    const details = {
      ...body,
      serviceName: body.serviceName.trim(),
      servicePhone: body.servicePhone.trim(),
      officerName: body.officerName.trim(),
      officerPhone: body.officerPhone.trim(),
    };
    return this.transactions.run(actor, async (tx) => {
      const by = { userId: actor.userId, at: this.clock.now() };
      if (!(await this.repository.change(tx, actor.authorityId, version, details, by))) throw versionStale();
      await this.audit.record(tx, actor, 'contact_details.changed', 'contact_details', null, { version: version + 1 });
      return this.load(tx, actor.authorityId);
    });
  }

  notice(actor: Actor): Promise<Notice> {
    return this.transactions.read(actor, async (tx) => {
      const authority = await this.repository.findOwnAuthority(tx, actor.authorityId);
      if (!authority) throw councilNotFound();
      return this.noticeOf(tx, authority);
    });
  }

  /** For people who have not signed in. Where several councils share the installation, nothing names them unasked. */
  async publicNotice(council: string | undefined): Promise<Notice> {
    const authority = await this.transactions.read(identity, (tx) => this.repository.findAuthority(tx, council));
    if (authority) {
      return this.transactions.read({ authorityId: authority.id }, (tx) => this.noticeOf(tx, authority));
    }
    if (council !== undefined) throw councilNotFound();
    return {
      councilName: null,
      serviceName: 'Inclusion Panel',
      service: null,
      dataProtectionOfficer: null,
      replyWorkingDays: usualReplyWorkingDays,
      kept: [],
    };
  }

  private async noticeOf(tx: Tx, { id, name, serviceName }: AuthorityRow): Promise<Notice> {
    const { service, dataProtectionOfficer, replyWorkingDays } = await this.load(tx, id);
    const rules = await this.retention.rulesInForce(tx, id);
    return {
      councilName: name,
      serviceName,
      service,
      dataProtectionOfficer,
      replyWorkingDays,
      kept: rules.map(({ recordClass, label, startsAt, months, days }) => ({
        recordClass,
        label,
        startsAt,
        months,
        days,
      })),
    };
  }

  private async load(tx: Tx, authorityId: number): Promise<ContactDetails> {
    const row = await this.repository.find(tx, authorityId);
    return row ? toContactDetails(row) : nothingSaid;
  }
}

const nothingSaid: ContactDetails = {
  version: 1,
  service: null,
  dataProtectionOfficer: null,
  replyWorkingDays: usualReplyWorkingDays,
  changedByName: null,
  changedAt: null,
};

function toContactDetails(row: ContactDetailsRow): ContactDetails {
  return {
    version: row.version,
    service: contact(row.serviceName, row.serviceEmail, row.servicePhone),
    dataProtectionOfficer: contact(row.officerName, row.officerEmail, row.officerPhone),
    replyWorkingDays: row.replyWorkingDays,
    changedByName: row.changedByName,
    changedAt: row.changedAt.toISOString(),
  };
}

const contact = (name: string, email: string, number: string): Contact => ({ name, email, phone: number });
