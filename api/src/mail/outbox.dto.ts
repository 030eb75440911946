import { Instant, ListOf, Text, TextList, Uuid, YesNo } from '../common/fields.js';
import type { OutboxRow } from './outbox.repository.js';

export class OutboxMail {
  @Uuid()
  id: string;

  @Instant()
  createdAt: string;

  @Text({ max: 200 })
  toName: string;

  @Text({ max: 320 })
  toAddress: string;

  @Text({ max: 300 })
  subject: string;

  @TextList({ description: 'Paragraphs; empty when they have been forgotten.' })
  lines: string[];

  @Text({ max: 2_000, nullable: true, description: 'The page of this service that the mail links to.' })
  linkPath: string | null;

  @YesNo()
  isSent: boolean;
}

export class Outbox {
  @ListOf(() => OutboxMail)
  items: OutboxMail[];
}

export function toOutboxMail(row: OutboxRow): OutboxMail {
  return {
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    toName: row.toName,
    toAddress: row.toAddress,
    subject: row.subject,
    lines: row.body === null ? [] : row.body.split('\n\n'),
    linkPath: row.linkPath,
    isSent: row.isSent,
  };
}
