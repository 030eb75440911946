import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { Injectable } from '@nestjs/common';
import { moveSchoolImport } from '@panel/case-rules';
import type { Request, Response } from 'express';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, rolesOf } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { JobQueue } from '../jobs/job-queue.js';
import { errorsCopy } from './errors-copy.js';
import { RegisterChangesRepository } from './register-changes.repository.js';
import { SchoolFileUpload } from './school-file-upload.js';
import type {
  ConfirmSchoolImport,
  SchoolImport,
  SchoolImportCounts,
  SchoolImportList,
  SchoolImportRowPage,
  SchoolImportRowParameters,
} from './school-import.dto.js';
import { hoursSince, toSchoolImport, toSchoolImportRow } from './school-import-mapping.js';
import {
  schoolImportFilesGone,
  schoolImportMoveRefused,
  schoolImportNotFound,
  schoolImportRunning,
  schoolImportUndoBlocked,
} from './school-import.problems.js';
import {
  type AuthorityScope,
  rowsOnAPage,
  SchoolImportsRepository,
  type StoredImport,
} from './school-imports.repository.js';

const unpack = promisify(gunzip);

/** An import of schools as a person meets it: started, watched, reviewed, confirmed, undone. The work is the processor's. */
@Injectable()
export class SchoolImportsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SchoolImportsRepository,
    private readonly register: RegisterChangesRepository,
    private readonly uploads: SchoolFileUpload,
    private readonly jobs: JobQueue,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<SchoolImportList> {
    return this.transactions.read(actor, async (tx) => ({
      items: (await this.repository.findAll(tx, actor)).map((found) => this.present(actor, found)),
      suggestedLaCodes: await this.repository.suggestLaCodes(tx, actor),
    }));
  }

  read(actor: Actor, importId: string): Promise<SchoolImport> {
    return this.transactions.read(actor, (tx) => this.load(tx, actor, importId));
  }

  /** The files and the row first, in one transaction; then the job. What the queue did not take, the sweeper hands over. */
  async start(actor: Actor, key: string, request: Request, response: Response): Promise<SchoolImport> {
    const { extract, links, laCodes } = await this.uploads.receive(request, response);
    const at = this.clock.now();
    const body = { extract: extract.sha256, links: links?.sha256 ?? null, laCodes };
    const started = await this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'startSchoolImport', key, body, at }, async () => {
        if (await this.repository.isAnyUnderWay(tx, actor)) throw schoolImportRunning();
        const id = await this.repository.insert(tx, {
          authorityId: actor.authorityId,
          fileName: extract.name,
          sizeBytes: extract.sizeBytes,
          linksFileName: links?.name ?? null,
          laCodes,
          startedBy: actor.userId,
          queuedAt: at,
        });
        await this.repository.insertFile(tx, actor, id, extract);
        if (links) await this.repository.insertFile(tx, actor, id, links);
        await this.audit.record(tx, actor, 'school_import.started', 'school_import', id, {
          authorities: laCodes.length,
        });
        return this.load(tx, actor, id);
      }),
    );
    await this.handOver(actor.authorityId, started.id);
    return started;
  }

  listRows(
    actor: Actor,
    importId: string,
    { action = 'new', after }: SchoolImportRowParameters,
  ): Promise<SchoolImportRowPage> {
    return this.transactions.read(actor, async (tx) => {
      if (!(await this.repository.find(tx, actor, importId))) throw schoolImportNotFound();
      const afterRow = Number.isSafeInteger(Number(after)) ? Math.min(Number(after), 2_000_000_000) : 0;
      const rows = await this.repository.findRows(tx, actor, importId, {
        action,
        after: after === undefined ? 0 : afterRow,
      });
      const items = rows.slice(0, rowsOnAPage);
      return {
        items: items.map(toSchoolImportRow),
        nextAfter: rows.length > rowsOnAPage ? String(items.at(-1)?.rowNumber ?? '') : null,
      };
    });
  }

  /** The file as it was uploaded, with a column that says what is wrong with each row. */
  async copyWithErrors(
    actor: Actor,
    importId: string,
  ): Promise<{ readonly name: string; readonly lines: AsyncIterable<string> }> {
    const { found, errors } = await this.transactions.read(actor, async (tx) => ({
      found: await this.repository.find(tx, actor, importId),
      errors: await this.repository.findErrors(tx, actor, importId),
    }));
    if (!found) throw schoolImportNotFound();
    if (!found.hasFiles) throw schoolImportFilesGone();
    const bytes = await this.readFile(actor, importId, 'extract');
    return { name: found.fileName.replace(/\.csv$/i, ' with errors.csv'), lines: errorsCopy(bytes, errors) };
  }

  cancel(actor: Actor, importId: string): Promise<SchoolImport> {
    return this.transactions.run(actor, async (tx) => {
      const found = await this.lock(tx, actor, importId);
      const move = moveSchoolImport(found.status, 'cancel', {});
      if (!move.allowed) throw schoolImportMoveRefused(move.reasons);
      found.status = move.status;
      await this.repository.save(tx, found);
      await this.audit.record(tx, actor, 'school_import.cancelled', 'school_import', importId);
      return this.load(tx, actor, importId);
    });
  }

  async confirm(actor: Actor, importId: string, version: number, body: ConfirmSchoolImport): Promise<SchoolImport> {
    const confirmed = await this.transactions.run(actor, async (tx) => {
      const found = await this.lock(tx, actor, importId);
      if (found.version !== version) throw versionStale();
      const errors = found.counts?.errors ?? 0;
      const move = moveSchoolImport(found.status, 'confirm', {
        errors,
        skipsErrors: body.skipsErrors,
        differences: differencesOf(found.counts),
      });
      if (!move.allowed) throw schoolImportMoveRefused(move.reasons);
      Object.assign(found, {
        status: move.status,
        skipsErrors: body.skipsErrors,
        confirmedBy: actor.userId,
        confirmedAt: this.clock.now(),
        enqueuedAt: null,
        note: null,
      });
      await this.repository.save(tx, found);
      const detail = { skipsErrors: body.skipsErrors, rowsWithErrors: errors };
      await this.audit.record(tx, actor, 'school_import.confirmed', 'school_import', importId, detail);
      return this.load(tx, actor, importId);
    });
    await this.handOver(actor.authorityId, importId);
    return confirmed;
  }

  /** All or nothing; what was changed or used since is named, and stops it. */
  undo(actor: Actor, importId: string, version: number): Promise<SchoolImport> {
    return this.transactions.run(actor, async (tx) => {
      const found = await this.lock(tx, actor, importId);
      if (found.version !== version) throw versionStale();
      const at = this.clock.now();
      const hoursSinceApplied = found.appliedAt ? hoursSince(found.appliedAt, at) : 0;
      const move = moveSchoolImport(found.status, 'undo', { hoursSinceApplied });
      if (!move.allowed) throw schoolImportMoveRefused(move.reasons);
      const changed = await this.register.findChangedSince(tx, actor, importId);
      if (changed.length > 0) {
        throw schoolImportUndoBlocked(
          `These schools have been changed since: ${changed.join(', ')}. Correct schools by hand.`,
        );
      }
      const used = await this.register.findUsed(tx, actor, importId);
      if (used.length > 0) {
        throw schoolImportUndoBlocked(
          `These new schools are in use by now: ${used.join(', ')}. Correct schools by hand, or import a newer extract.`,
        );
      }
      if (found.undo) await this.register.undo(tx, actor, importId, found.undo);
      Object.assign(found, { status: move.status, undoneBy: actor.userId, undoneAt: at });
      await this.repository.save(tx, found);
      await this.audit.record(tx, actor, 'school_import.undone', 'school_import', importId);
      return this.load(tx, actor, importId);
    });
  }

  async readFile(scope: AuthorityScope, importId: string, kind: 'extract' | 'links'): Promise<Buffer> {
    const pieces = await this.transactions.read(scope, (tx) => this.repository.findPieces(tx, scope, importId, kind));
    const unpacked: Buffer[] = [];
    for (const piece of pieces) unpacked.push(await unpack(piece));
    return Buffer.concat(unpacked);
  }

  /** Hands over what was committed but never reached a worker, or whose worker fell silent. Doing so twice does no harm. */
  async handOverForgotten(authorityId: number, silentMilliseconds: number): Promise<void> {
    const silentSince = new Date(this.clock.now().getTime() - silentMilliseconds);
    const ids = await this.transactions.read({ authorityId }, (tx) =>
      this.repository.findForgotten(tx, { authorityId }, silentSince),
    );
    for (const id of ids) await this.handOver(authorityId, id);
  }

  async handOver(authorityId: number, importId: string): Promise<void> {
    if (!(await this.jobs.enqueue('school_import', importId, { authorityId }))) return;
    const at = this.clock.now();
    await this.transactions.run({ authorityId }, (tx) =>
      this.repository.markEnqueued(tx, { authorityId }, importId, at),
    );
  }

  private async lock(tx: Tx, actor: Actor, importId: string): Promise<StoredImport> {
    const found = await this.repository.lock(tx, actor, importId);
    if (!found) throw schoolImportNotFound();
    return found;
  }

  private async load(tx: Tx, actor: Actor, importId: string): Promise<SchoolImport> {
    const found = await this.repository.find(tx, actor, importId);
    if (!found) throw schoolImportNotFound();
    return this.present(actor, found);
  }

  private present(actor: Actor, found: StoredImport): SchoolImport {
    return toSchoolImport(found, { roles: rolesOf(actor), now: this.clock.now() });
  }
}

function differencesOf(counts: SchoolImportCounts | null): number {
  return counts ? counts.new + counts.changed + counts.closed + counts.links : 0;
}
