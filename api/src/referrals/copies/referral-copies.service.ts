import { Injectable } from '@nestjs/common';
import { STATUTORY_ROUTE_NOTICE } from '@panel/case-rules';

import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../auth/actor.js';
import { Clock, dayInWords } from '../../common/clock.js';
import { IdempotencyRepository } from '../../common/idempotency.repository.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import { JobQueue } from '../../jobs/job-queue.js';
import { JobRegistry } from '../../jobs/job-registry.js';
import { ReferralsRepository } from '../referrals.repository.js';
import { referralNotFound } from '../referral.problems.js';
import { wholeAnswers } from '../versions/referral-versions.service.js';
import { ReferralVersionsRepository, type VersionRow } from '../versions/referral-versions.repository.js';
import { CopyFactsQuery } from './copy-facts.query.js';
import { PdfPrinter } from './pdf-printer.js';
import { ReferralCopiesRepository } from './referral-copies.repository.js';
import { referralCopyHtml } from './referral-copy-html.js';
import type { ReferralCopy } from './referral-copy.dto.js';
import { copyNotFound, copyNotReady, noPdfHere, nothingToCopy } from './referral-copy.problems.js';

export const referralCopyJob = 'referral_copy';

const keptMilliseconds = 24 * 3_600_000;

/** Copies to keep of what was sent: a page at once, a PDF by a job where there is a browser. */
@Injectable()
export class ReferralCopiesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReferralCopiesRepository,
    private readonly versions: ReferralVersionsRepository,
    private readonly referrals: ReferralsRepository,
    private readonly facts: CopyFactsQuery,
    private readonly printer: PdfPrinter,
    private readonly queue: JobQueue,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    registry: JobRegistry,
  ) {
    registry.handle(referralCopyJob, {
      run: (authorityId, copyId) => this.make(authorityId, copyId),
      giveUp: (authorityId, copyId) => this.end(authorityId, copyId, null),
      handOverForgotten: (authorityId, silent) => this.handOverForgotten(authorityId, silent),
    });
    registry.recur('referral_copies_forget', {
      schedule: { at: '03:25' },
      run: (authorityId) => this.forget(authorityId),
    });
  }

  /** The page, and the name under which it is saved. Recorded before it leaves. */
  download(actor: Actor, referralId: string, number?: string): Promise<{ fileName: string; html: string }> {
    return this.transactions.run(actor, async (tx) => {
      const version = await this.findVersion(tx, actor, referralId, number);
      const detail = { number: version.number, format: 'html' };
      await this.audit.record(tx, actor, 'referral.copy_downloaded', 'referral', referralId, detail);
      return this.page(tx, actor.authorityId, referralId, version);
    });
  }

  async request(actor: Actor, referralId: string, key: string, number?: string): Promise<ReferralCopy> {
    const at = this.clock.now();
    const copy = await this.transactions.run(actor, (tx) =>
      this.idempotency.once(
        tx,
        actor,
        { operation: `copyReferral ${referralId}`, key, body: { number }, at },
        async () => {
          const version = await this.findVersion(tx, actor, referralId, number);
          if (!this.printer.canPrint) throw noPdfHere();
          const { authorityId, userId: requestedBy } = actor;
          const asked = { authorityId, referralId, number: version.number, requestedBy, requestedAt: at };
          const id = await this.repository.insert(tx, asked);
          await this.audit.record(tx, actor, 'referral.copy_requested', 'referral', referralId, {
            number: version.number,
          });
          return { id, referralId, number: version.number, status: 'queued' };
        },
      ),
    );
    await this.handOver(actor.authorityId, copy.id);
    return copy;
  }

  read(actor: Actor, copyId: string): Promise<ReferralCopy> {
    return this.transactions.read(actor, async (tx) => {
      const copy = await this.repository.findOwn(tx, actor, copyId);
      if (!copy) throw copyNotFound();
      const { id, referralId, number, status } = copy;
      return { id, referralId, number, status };
    });
  }

  openPdf(actor: Actor, copyId: string): Promise<{ fileName: string; pdf: Buffer }> {
    return this.transactions.run(actor, async (tx) => {
      const copy = await this.repository.findOwn(tx, actor, copyId);
      if (!copy) throw copyNotFound();
      const pdf = await this.repository.findPdf(tx, actor.authorityId, copyId);
      if (!pdf) throw copyNotReady();
      const { referralId, number } = copy;
      await this.audit.record(tx, actor, 'referral.copy_downloaded', 'referral', referralId, { number, format: 'pdf' });
      const { reference } = await this.facts.run(tx, actor.authorityId, referralId);
      return { fileName: `${reference}-version-${number}.pdf`, pdf };
    });
  }

  /** Outside of any transaction while the browser works; a second worker that made it too changes nothing. */
  private async make(authorityId: number, copyId: string): Promise<void> {
    const html = await this.transactions.run({ authorityId }, async (tx) => {
      const copy = await this.repository.lockQueued(tx, authorityId, copyId);
      if (!copy) return null;
      const rows = await this.versions.findAll(tx, authorityId, copy.referralId);
      const version = rows.find(({ number }) => number === copy.number);
      return version ? (await this.page(tx, authorityId, copy.referralId, version)).html : null;
    });
    if (html !== null) await this.end(authorityId, copyId, await this.printer.print(html));
  }

  private end(authorityId: number, copyId: string, pdf: Buffer | null): Promise<void> {
    return this.transactions.run({ authorityId }, async (tx) => {
      if (await this.repository.lockQueued(tx, authorityId, copyId)) {
        await this.repository.finish(tx, authorityId, copyId, pdf);
      }
    });
  }

  private async findVersion(tx: Tx, actor: Actor, referralId: string, number?: string): Promise<VersionRow> {
    if (!(await this.referrals.find(tx, actor, referralId))) throw referralNotFound();
    const rows = await this.versions.findAll(tx, actor.authorityId, referralId);
    const version = number === undefined ? rows[0] : rows.find((row) => String(row.number) === number);
    if (!version) throw nothingToCopy();
    return version;
  }

  private async page(
    tx: Tx,
    authorityId: number,
    referralId: string,
    version: VersionRow,
  ): Promise<{ fileName: string; html: string }> {
    const { reference, schoolName, councilName } = await this.facts.run(tx, authorityId, referralId);
    const { number, madeAt, madeByName, reason, signedName, signedRole, signedAt } = version;
    const [newest] = await this.versions.findAll(tx, authorityId, referralId);
    const html = referralCopyHtml({
      ...{ reference, schoolName, councilName, heading: `version ${number} of ${dayInWords(madeAt)}` },
      facts: [
        ...(newest === undefined || newest.number === number
          ? []
          : [['Replaced', `By version ${newest.number}, sent ${dayInWords(newest.madeAt)}`] as const]),
        ['Sent', `${dayInWords(madeAt)}, by ${madeByName}`],
        ...(reason === null ? [] : [['Why it was amended', reason] as const]),
        ...(signedName === null || signedAt === null
          ? []
          : [['Signed off', `${signedName}, ${signedRole ?? ''}, ${dayInWords(signedAt)}`] as const]),
      ],
      answers: wholeAnswers(version.answers),
      notice: STATUTORY_ROUTE_NOTICE,
    });
    return { fileName: `${reference}-version-${number}.html`, html };
  }

  private async handOver(authorityId: number, copyId: string): Promise<void> {
    if (!(await this.queue.enqueue(referralCopyJob, copyId, { authorityId }))) return;
    const at = this.clock.now();
    await this.transactions.run({ authorityId }, (tx) => this.repository.markEnqueued(tx, authorityId, copyId, at));
  }

  private async handOverForgotten(authorityId: number, silentMilliseconds: number): Promise<void> {
    const silentSince = new Date(this.clock.now().getTime() - silentMilliseconds);
    const forgotten = await this.transactions.read({ authorityId }, (tx) =>
      this.repository.findForgotten(tx, authorityId, silentSince),
    );
    for (const copyId of forgotten) await this.handOver(authorityId, copyId);
  }

  /** Who wants it again asks again. */
  private forget(authorityId: number): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptMilliseconds);
    return this.transactions.run({ authorityId }, (tx) => this.repository.deleteOlderThan(tx, authorityId, before));
  }
}
