import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { csvHeading, csvLine } from '@panel/disclosure';

import type { Actor } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { AuditChainQuery } from './audit-chain.query.js';
import { auditEventLabel } from './audit-event-labels.js';
import { type AuditExportQuery, detailText } from './audit-event.dto.js';
import { filterDetail } from './audit-events.service.js';
import { AuditEventsRepository, type AuditExportRow } from './audit-events.repository.js';
import { AuditService } from './audit.service.js';

const heading = [
  'Number',
  'At',
  'Event',
  'What happened',
  'Person',
  'Roles',
  'Subject',
  'Subject id',
  'Case',
  'Child id',
  'Reason',
  'Address',
  'Session',
  'Request',
  'Emergency access',
  'Detail',
  'Hash',
] as const;

/** The trail as a file: as a table for people, or with the chain, so that somebody outside can check it (docs/audit.md). */
@Injectable()
export class AuditExportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AuditEventsRepository,
    private readonly chain: AuditChainQuery,
    private readonly audit: AuditService,
  ) {}

  /**
   * The event of the export is committed before the first byte leaves. Then batches, each read in a short transaction when
   * the one before has left: neither memory nor a transaction grows with the trail. It ends where the trail ended when it
   * was asked for.
   */
  async export(actor: Actor, { format, ...filter }: AuditExportQuery): Promise<Readable> {
    const to = await this.transactions.run(actor, async (tx) => {
      const { last } = await this.chain.readEnds(tx, actor.authorityId);
      await this.audit.record(tx, actor, 'audit.exported', 'audit', null, { format, ...filterDetail(filter) });
      return last?.seq ?? 0;
    });
    const batchAfter = (after: number): Promise<AuditExportRow[]> =>
      this.transactions.read(actor, (tx) =>
        this.repository.findForExport(tx, actor.authorityId, filter, { after, to }),
      );
    return Readable.from(linesOf(batchAfter, format), { objectMode: false });
  }
}

async function* linesOf(
  batchAfter: (seq: number) => Promise<AuditExportRow[]>,
  format: 'csv' | 'jsonl',
): AsyncGenerator<string> {
  if (format === 'csv') yield csvHeading(heading);
  const line = format === 'csv' ? toCsvLine : toJsonLine;
  let batch = await batchAfter(0);
  for (let last = batch.at(-1); last; last = batch.at(-1)) {
    yield batch.map(line).join('');
    batch = await batchAfter(last.seq);
  }
}

function toCsvLine(row: AuditExportRow): string {
  return csvLine([
    String(row.seq),
    row.at.toISOString(),
    row.event,
    auditEventLabel(row.event),
    row.actorName,
    row.actorRoles.join(' '),
    row.subjectType,
    row.subjectId ?? '',
    row.reference ?? '',
    row.childId ?? '',
    row.reason ?? '',
    row.address ?? '',
    row.sessionId ?? '',
    row.requestId ?? '',
    row.emergencyAccessId ?? '',
    detailText(row.detail),
    row.hash.toString('hex'),
  ]);
}

/** The canonical text stands in the line as it was hashed: who checks it need not write it again. */
function toJsonLine(row: AuditExportRow): string {
  const hashes = `"previous":"${row.previousHash.toString('hex')}","hash":"${row.hash.toString('hex')}"`;
  return `{"seq":${row.seq},${hashes},"event":${row.canonical}}\n`;
}
