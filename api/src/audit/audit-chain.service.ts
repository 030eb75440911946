import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';

import { identity, systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { AuthorityIdsQuery } from '../jobs/authority-ids.query.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { MailService } from '../mail/mail.service.js';
import { AuditService } from './audit.service.js';
import { chainOfAuthority, chainOfInstallation, readAnchors, writeAnchor } from './audit-anchors.js';
import { type ChainEnd, type ChainVerdict, describeFault, verifyChain } from './audit-chain.js';
import { AuditChainQuery } from './audit-chain.query.js';
import type { AuditChainState } from './audit-event.dto.js';
import { AuditVerificationsRepository } from './audit-verifications.repository.js';

/** Twice in the ten minutes that an anchor may be old. */
const anchorSeconds = 300;
/** When the offices are empty, and after the nightly backup of most. */
const verifyAt = '02:30';

/** Keeps the chain honest: writes its end down outside the database, and computes it again every night. */
@Injectable()
export class AuditChainService implements BeforeApplicationShutdown {
  /** What this process has written down last, so that a chain that stands still adds no lines. */
  private readonly written = new Map<string, number>();

  constructor(
    private readonly transactions: Transactions,
    private readonly chain: AuditChainQuery,
    private readonly verifications: AuditVerificationsRepository,
    private readonly authorityIds: AuthorityIdsQuery,
    private readonly audit: AuditService,
    private readonly mail: MailService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
    jobs: JobRegistry,
  ) {
    jobs.recur('audit_anchor', {
      schedule: { everySeconds: anchorSeconds },
      run: (authorityId) => this.anchor(authorityId),
    });
    jobs.recur('audit_verify', {
      schedule: { at: verifyAt },
      run: (authorityId) => this.verifyAndTell(authorityId),
    });
  }

  /** The last events before a stop are the ones that nobody would miss. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.environment.auditAnchorFile) return;
    const ids = await this.transactions.read(identity, (tx) => this.authorityIds.run(tx));
    for (const authorityId of ids) await this.anchor(authorityId);
  }

  async anchor(authorityId: number): Promise<void> {
    const { head } = await this.transactions.read({ authorityId }, (tx) => this.chain.readEnds(tx, authorityId));
    await this.writeDown(chainOfAuthority(authorityId), head);
    const installation = await this.transactions.read(identity, (tx) => this.chain.readInstallationHead(tx));
    await this.writeDown(chainOfInstallation, installation);
  }

  /** Computes the chain of an authority again and keeps what was found. */
  async verify(authorityId: number): Promise<ChainVerdict> {
    const file = this.environment.auditAnchorFile;
    const anchors = file ? await readAnchors(file, chainOfAuthority(authorityId)) : [];
    // Each batch in a transaction of its own: a long one would hold back the clearing up of the whole database.
    const verdict = await verifyChain(
      {
        readAfter: (seq) => this.transactions.read({ authorityId }, (tx) => this.chain.readAfter(tx, authorityId, seq)),
        readEnds: () => this.transactions.read({ authorityId }, (tx) => this.chain.readEnds(tx, authorityId)),
      },
      anchors,
    );
    await this.transactions.run({ authorityId }, async (tx) => {
      await this.verifications.insert(tx, authorityId, this.clock.now(), anchors.length, verdict);
      await this.audit.record(tx, systemActor(authorityId, 'Audit verification'), 'audit.verified', 'audit', null, {
        events: verdict.events,
        isWhole: verdict.fault === null,
        ...(verdict.fault && { brokenAt: verdict.fault.seq, fault: verdict.fault.code }),
      });
    });
    return verdict;
  }

  /** The result in the hands of people is an anchor too: a mailbox is outside the database. */
  async verifyAndTell(authorityId: number): Promise<void> {
    const { events, end, fault } = await this.verify(authorityId);
    const state = fault
      ? `is broken. ${describeFault(fault)} Change nothing, and tell whoever runs the service`
      : 'is whole';
    await this.transactions.run({ authorityId }, async (tx) => {
      for (const to of await this.verifications.findOfficers(tx, authorityId)) {
        await this.mail.queue(
          tx,
          { authorityId },
          {
            to,
            kind: 'audit_verified',
            subject: fault ? 'The audit trail is broken' : 'The audit trail was verified',
            lines: [
              `The audit trail ${state}.`,
              `${events} events were verified; the hash of event ${end.seq} is ${end.hash.toString('hex')}. Keep this message: it shows later whether the end of the trail is still there.`,
            ],
            link: { path: '/audit-events', isSecret: false },
          },
        );
      }
    });
  }

  /** Where the chain stands, and what the last verification found. */
  state(authorityId: number): Promise<AuditChainState> {
    return this.transactions.read({ authorityId }, async (tx) => {
      const { head } = await this.chain.readEnds(tx, authorityId);
      const last = await this.verifications.findNewest(tx, authorityId);
      return {
        events: head?.seq ?? 0,
        hash: head?.hash.toString('hex') ?? null,
        isAnchored: this.environment.auditAnchorFile !== null,
        lastVerification: last && {
          verifiedAt: last.verifiedAt.toISOString(),
          events: last.events,
          isWhole: last.faultCode === null,
          fault: last.faultCode && describeFault({ seq: last.faultSeq ?? 0, code: last.faultCode }),
          faultSeq: last.faultSeq,
        },
      };
    });
  }

  private async writeDown(chain: string, end: ChainEnd | null): Promise<void> {
    const file = this.environment.auditAnchorFile;
    if (!file || !end || end.seq === 0 || this.written.get(chain) === end.seq) return;
    await writeAnchor(file, this.clock.now(), { chain, seq: end.seq, hash: end.hash.toString('hex') });
    this.written.set(chain, end.seq);
  }
}
