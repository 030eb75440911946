import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { Transactions } from '../database/transactions.js';
import { JobQueue } from '../jobs/job-queue.js';
import { DocumentStore } from './document-store.js';
import { DocumentsRepository, type ScanOutcome } from './documents.repository.js';
import { VirusScanner } from './virus-scanner.js';

/** A file without a row for this long belongs to nobody: an upload takes minutes at most. */
const orphanMilliseconds = 60 * 60 * 1_000;

/** The virus scan as a job, and what keeps files and rows together. */
@Injectable()
export class DocumentScansService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: DocumentsRepository,
    private readonly store: DocumentStore,
    private readonly scanner: VirusScanner,
    private readonly jobs: JobQueue,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The row is there already; a file that the queue does not take is handed over again by the sweeper. */
  async handOver(authorityId: number, documentVersionId: string): Promise<void> {
    const isQueued = await this.jobs.enqueue('document_scan', documentVersionId, { authorityId });
    if (!isQueued) return;
    const at = this.clock.now();
    await this.transactions.run({ authorityId }, (tx) =>
      this.repository.markEnqueued(tx, { authorityId }, documentVersionId, at),
    );
  }

  /** May run twice or be killed: only one ends the quarantine. Fails while the scanner is away, and is tried again. */
  async scan(authorityId: number, documentVersionId: string): Promise<void> {
    const scope = { authorityId };
    const version = await this.transactions.read(scope, (tx) =>
      this.repository.findForScan(tx, scope, documentVersionId),
    );
    if (version?.scanStatus !== 'quarantined') return;
    const outcome = await this.look(authorityId, version.storageKey, version.sha256);
    await this.transactions.run(scope, async (tx) => {
      if (!(await this.repository.endQuarantine(tx, scope, documentVersionId, outcome))) return;
      await this.audit.record(
        tx,
        systemActor(authorityId, 'Virus scan'),
        `document.scan_${outcome.scanStatus}`,
        'referral',
        version.referralId,
        { documentId: version.documentId, number: version.number },
      );
    });
  }

  private async look(authorityId: number, storageKey: string, sha256: Buffer): Promise<ScanOutcome> {
    const content = await this.store.open(authorityId, storageKey);
    if (!content) return { scanStatus: 'failed', finding: 'file_missing', at: this.clock.now() };
    try {
      const { bytes, hash } = hashing(content.stream());
      const result = await this.scanner.scan(bytes);
      const at = this.clock.now();
      if (result.verdict === 'infected') return { scanStatus: 'infected', finding: result.finding, at };
      if (result.verdict === 'cannot_tell') return { scanStatus: 'failed', finding: result.finding, at };
      // What was scanned must be what was uploaded.
      if (!hash().equals(sha256)) return { scanStatus: 'failed', finding: 'file_changed', at };
      return { scanStatus: 'clean', finding: null, at };
    } finally {
      await content.close();
    }
  }

  /** Hands over scans that never reached a worker, or for which no scanner was there. */
  async handOverWaiting(authorityId: number, silentMilliseconds: number): Promise<void> {
    const silentSince = new Date(this.clock.now().getTime() - silentMilliseconds);
    const ids = await this.transactions.read({ authorityId }, (tx) =>
      this.repository.findWaiting(tx, { authorityId }, silentSince),
    );
    for (const id of ids) await this.handOver(authorityId, id);
  }

  /** Deletes files that no row holds: of uploads that were cut off, and of cases that were destroyed. */
  async sweepOrphans(authorityId: number): Promise<number> {
    const before = new Date(this.clock.now().getTime() - orphanMilliseconds);
    const keys = await this.store.findOlderThan(authorityId, before);
    if (keys.length === 0) return 0;
    const kept = await this.transactions.read({ authorityId }, (tx) =>
      this.repository.findKept(tx, { authorityId }, keys),
    );
    const orphans = keys.filter((key) => !kept.has(key));
    for (const key of orphans) await this.store.delete(authorityId, key);
    return orphans.length;
  }
}

/** The same bytes, and their hash once all have passed. */
function hashing(source: Readable): { readonly bytes: Readable; readonly hash: () => Buffer } {
  const digest = createHash('sha256');
  const bytes = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
  });
  source.once('error', (error) => bytes.destroy(error));
  bytes.once('close', () => source.destroy());
  source.pipe(bytes);
  return { bytes, hash: () => digest.digest() };
}
