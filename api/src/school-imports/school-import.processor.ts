import { Injectable } from '@nestjs/common';
import { moveSchoolImport, type SchoolImportVerb, type SchoolImportVerbFacts } from '@panel/case-rules';
import type { RegisterLink } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { fileProblemInWords } from './file-problem-words.js';
import { reviewExtract, usefulLinks } from './review-extract.js';
import { type Extract, type ExtractProblem, readExtract, readLinks } from './read-extract.js';
import { RegisterChangesRepository } from './register-changes.repository.js';
import { SchoolImportsRepository, type StoredImport } from './school-imports.repository.js';
import { SchoolImportsService } from './school-imports.service.js';

const gaveUp =
  'The import could not be finished after several attempts, and nothing was changed. Start it again; if it fails again, tell support.';
const changedMeanwhile =
  'Schools were changed here after the file was read, so it was compared again. Look at what it would do before you confirm.';
const dayMilliseconds = 24 * 60 * 60 * 1_000;

/**
 * Reads a file, and later does what was confirmed. May be started twice or be killed anywhere: each of the two steps leaves
 * what it does behind in one last transaction that holds the row.
 */
@Injectable()
export class SchoolImportProcessor {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SchoolImportsRepository,
    private readonly register: RegisterChangesRepository,
    private readonly imports: SchoolImportsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    jobs: JobRegistry,
  ) {
    jobs.handle('school_import', {
      run: (authorityId, id) => this.process(authorityId, id),
      giveUp: (authorityId, id) => this.fail(authorityId, id),
      handOverForgotten: (authorityId, silentMilliseconds) =>
        imports.handOverForgotten(authorityId, silentMilliseconds),
    });
    jobs.recur('school_import_files', {
      schedule: { everySeconds: 60 * 60 },
      run: (authorityId) => this.forgetFiles(authorityId),
    });
  }

  async process(authorityId: number, importId: string): Promise<void> {
    const scope = { authorityId };
    const found = await this.transactions.read(scope, (tx) => this.repository.find(tx, scope, importId));
    if (found?.status === 'applying') await this.apply(authorityId, importId);
    else if (found?.status === 'queued' || found?.status === 'reading') await this.readFiles(authorityId, importId);
  }

  /** Marks an import that cannot be finished, so that nobody waits for it. */
  async fail(authorityId: number, importId: string): Promise<void> {
    await this.change(authorityId, importId, 'fail', { message: gaveUp }, async (tx, found) => {
      found.failure = gaveUp;
      await this.record(tx, found, 'school_import.failed');
    });
  }

  private async readFiles(authorityId: number, importId: string): Promise<void> {
    const scope = { authorityId };
    const at = this.clock.now();
    const started = await this.change(authorityId, importId, 'read', {}, async (_tx, found) => {
      Object.assign(found, { enqueuedAt: at, progressDone: 0 });
    });
    if (!started) return;
    const bytes = await this.imports.readFile(scope, importId, 'extract');
    const read = await readExtract(bytes, started.laCodes, (done, total) =>
      this.transactions.run(scope, (tx) =>
        this.repository.progress(tx, scope, importId, { done, total, at: this.clock.now() }),
      ),
    );
    if (read === 'cancelled') return;
    if ('problem' in read) return this.reject(authorityId, importId, read.problem, 'extract');
    let links: readonly RegisterLink[] = [];
    if (started.linksFileName !== null) {
      const found = await readLinks(await this.imports.readFile(scope, importId, 'links'));
      if ('problem' in found) return this.reject(authorityId, importId, found.problem, 'links');
      links = found;
    }
    await this.present(authorityId, importId, read, links);
  }

  private async present(
    authorityId: number,
    importId: string,
    extract: Extract,
    links: readonly RegisterLink[],
  ): Promise<void> {
    await this.change(authorityId, importId, 'present', {}, async (tx, found) => {
      const known = await this.register.findKnown(tx, found);
      const useful = usefulLinks(links, extract, known, await this.register.findLinks(tx, found));
      const review = reviewExtract(extract, known, useful, found.laCodes);
      await this.repository.replaceRows(tx, found, importId, review.rows);
      const { encoding } = extract;
      Object.assign(found, { encoding, counts: review.counts, links: useful, readAt: this.clock.now() });
      await this.record(tx, found, 'school_import.read');
    });
  }

  private async reject(
    authorityId: number,
    importId: string,
    problem: ExtractProblem,
    file: 'extract' | 'links',
  ): Promise<void> {
    const words = fileProblemInWords(problem, file);
    await this.change(authorityId, importId, 'reject', { message: words.message }, async (tx, found) => {
      found.structureProblem = words;
      await this.record(tx, found, 'school_import.rejected', { problem: problem.code });
    });
  }

  private async apply(authorityId: number, importId: string): Promise<void> {
    const scope = { authorityId };
    const isAsCompared = await this.transactions.run(scope, async (tx) => {
      const found = await this.repository.lock(tx, scope, importId);
      if (found?.status !== 'applying') return true; // cancelled, or done by a worker that took the job over
      if (!(await this.register.lockCompared(tx, scope, importId))) {
        const again = moveSchoolImport(found.status, 'read_again', {});
        if (again.allowed) found.status = again.status;
        found.note = changedMeanwhile;
        await this.repository.save(tx, found);
        return false;
      }
      const undo = await this.register.apply(tx, scope, importId, found.links ?? []);
      const move = moveSchoolImport(found.status, 'apply', {});
      if (!move.allowed) throw new Error(`import ${importId} cannot be applied`);
      Object.assign(found, { status: move.status, undo, appliedAt: this.clock.now() });
      await this.repository.save(tx, found);
      const { counts } = found;
      const detail = { new: counts?.new ?? 0, changed: counts?.changed ?? 0, closed: counts?.closed ?? 0 };
      await this.record(tx, found, 'school_import.applied', detail);
      return true;
    });
    if (!isAsCompared) await this.readFiles(authorityId, importId);
  }

  private async forgetFiles(authorityId: number): Promise<void> {
    const now = this.clock.now().getTime();
    const [over, waiting] = [new Date(now - dayMilliseconds), new Date(now - 30 * dayMilliseconds)];
    await this.transactions.run({ authorityId }, (tx) =>
      this.repository.deleteOldFiles(tx, { authorityId }, over, waiting),
    );
  }

  /** One move of the worker's, with what belongs to it. Null: the import is not where it could be made. */
  private async change<Verb extends SchoolImportVerb>(
    authorityId: number,
    importId: string,
    verb: Verb,
    facts: SchoolImportVerbFacts[Verb],
    work: (tx: Tx, found: StoredImport) => Promise<void>,
  ): Promise<StoredImport | null> {
    const scope = { authorityId };
    return this.transactions.run(scope, async (tx) => {
      const found = await this.repository.lock(tx, scope, importId);
      const move = found && moveSchoolImport(found.status, verb, facts);
      if (!found || !move?.allowed) return null;
      found.status = move.status;
      await work(tx, found);
      await this.repository.save(tx, found);
      return found;
    });
  }

  private record(
    tx: Tx,
    { id, authorityId }: StoredImport,
    event: 'school_import.read' | 'school_import.rejected' | 'school_import.applied' | 'school_import.failed',
    detail: Readonly<Record<string, string | number>> = {},
  ): Promise<void> {
    return this.audit.record(tx, systemActor(authorityId, 'Import of schools'), event, 'school_import', id, detail);
  }
}
