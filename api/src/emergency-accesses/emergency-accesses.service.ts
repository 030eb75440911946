import { Inject, Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, may, rolesOf, systemActor } from '../auth/actor.js';
import { mayStartEmergency } from '../auth/emergency-reading.js';
import { permissions } from '../auth/permissions.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { MailService } from '../mail/mail.service.js';
import {
  type EmergencyAccess,
  type EmergencyAccessList,
  type EmergencyReader,
  type ReviewEmergencyAccess,
  type StartEmergencyAccess,
  toEmergencyAccess,
} from './emergency-access.dto.js';
import {
  emergencyAccessNotFound,
  emergencyAlreadyLiving,
  emergencyCaseUnknown,
  emergencyIsOver,
  emergencyNotForRole,
  emergencyNotReviewable,
} from './emergency-access.problems.js';
import { type EmergencyAccessRow, EmergencyAccessesRepository } from './emergency-accesses.repository.js';

/** A case opened by somebody to whom it is closed: for a stated reason, for a time, and in sight of everybody who oversees. */
@Injectable()
export class EmergencyAccessesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: EmergencyAccessesRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly mail: MailService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
    jobs: JobRegistry,
  ) {
    jobs.recur('emergency_access_end', {
      schedule: { everySeconds: 60 },
      run: async (authorityId) => void (await this.endOver(authorityId)),
    });
  }

  list(actor: Actor): Promise<EmergencyAccessList> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await this.repository.findAll(tx, actor);
      await this.audit.record(tx, actor, 'emergency_access.listed', 'emergency_access', null, { count: rows.length });
      const reader = this.readerOf(actor);
      return {
        items: rows.map((row) => toEmergencyAccess(row, reader)),
        minutes: this.environment.emergencyAccessMinutes,
        canStart: this.mayStart(actor),
      };
    });
  }

  read(actor: Actor, accessId: string): Promise<EmergencyAccess> {
    return this.transactions.run(actor, async (tx) => {
      const access = await this.load(tx, actor, accessId);
      await this.audit.record(tx, actor, 'emergency_access.viewed', 'emergency_access', accessId);
      return access;
    });
  }

  start(actor: Actor, key: string, body: StartEmergencyAccess): Promise<EmergencyAccess> {
    if (!this.mayStart(actor)) throw emergencyNotForRole();
    const { sessionId } = actor.origin;
    if (sessionId === null) throw emergencyNotForRole();
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'startEmergencyAccess', key, body, at }, async () => {
        const reference = body.reference.trim().toUpperCase();
        const referralId = await this.repository.findCase(tx, actor.authorityId, reference);
        if (!referralId) throw emergencyCaseUnknown();
        await this.endOverOf(tx, actor.authorityId, at, sessionId);
        const accessId = await this.repository.insert(tx, {
          authorityId: actor.authorityId,
          userId: actor.userId,
          sessionId,
          referralId,
          role: this.startingRole(actor),
          reasonCode: body.reasonCode,
          reason: body.reason.trim(),
          startedAt: at,
          expiresAt: new Date(at.getTime() + this.environment.emergencyAccessMinutes * 60_000),
        });
        if (!accessId) throw emergencyAlreadyLiving();
        await this.audit.record(
          tx,
          actor,
          'emergency_access.started',
          'emergency_access',
          accessId,
          { reasonCode: body.reasonCode, minutes: this.environment.emergencyAccessMinutes },
          { referralId },
        );
        await this.tellOverseers(tx, actor, accessId, reference);
        return this.load(tx, actor, accessId);
      }),
    );
  }

  end(actor: Actor, accessId: string, version: number): Promise<EmergencyAccess> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.lock(tx, actor, accessId, version);
      const { canEnd, isLiving } = toEmergencyAccess(row, this.readerOf(actor));
      if (!isLiving) throw emergencyIsOver();
      if (!canEnd) throw emergencyAccessNotFound();
      await this.repository.end(tx, actor.authorityId, accessId, this.clock.now(), 'by_hand');
      const how = { how: 'by_hand' };
      const context = { referralId: row.referralId };
      await this.audit.record(tx, actor, 'emergency_access.ended', 'emergency_access', accessId, how, context);
      return this.load(tx, actor, accessId);
    });
  }

  review(
    actor: Actor,
    accessId: string,
    version: number,
    { outcome, note }: ReviewEmergencyAccess,
  ): Promise<EmergencyAccess> {
    return this.transactions.run(actor, async (tx) => {
      // One that ran out a moment ago may not be swept yet.
      await this.endOverOf(tx, actor.authorityId, this.clock.now(), null);
      const row = await this.lock(tx, actor, accessId, version);
      if (!toEmergencyAccess(row, this.readerOf(actor)).canReview) throw emergencyNotReviewable();
      await this.repository.review(tx, actor, accessId, { outcome, note: note.trim(), at: this.clock.now() });
      await this.audit.record(
        tx,
        actor,
        'emergency_access.reviewed',
        'emergency_access',
        accessId,
        { outcome },
        { referralId: row.referralId },
      );
      return this.load(tx, actor, accessId);
    });
  }

  /** Writes down the end of what ran out or lost its session. Nothing can be read under it from that moment on anyway. */
  endOver(authorityId: number): Promise<number> {
    return this.transactions.run({ authorityId }, (tx) => this.endOverOf(tx, authorityId, this.clock.now(), null));
  }

  private async endOverOf(tx: Tx, authorityId: number, now: Date, sessionId: string | null): Promise<number> {
    const ended = await this.repository.endOver(tx, authorityId, now, sessionId);
    const actor = systemActor(authorityId, 'End of emergency accesses');
    for (const { id, referralId, endKind } of ended) {
      const how = { how: endKind };
      await this.audit.record(tx, actor, 'emergency_access.ended', 'emergency_access', id, how, { referralId });
    }
    return ended.length;
  }

  private async tellOverseers(tx: Tx, actor: Actor, accessId: string, reference: string): Promise<void> {
    for (const recipient of await this.repository.findOverseers(tx, actor.authorityId, actor.userId)) {
      await this.mail.queue(tx, actor, {
        to: recipient,
        kind: 'emergency_access',
        subject: 'A case was opened under emergency access',
        lines: [
          `${actor.name} has opened case ${reference} under emergency access. It ends after ${this.environment.emergencyAccessMinutes} minutes at the latest.`,
          'The reason that was given, and what was opened, are recorded. Look at it when it has ended, and say whether it was justified.',
        ],
        link: { path: `/emergency-accesses/${accessId}`, isSecret: false },
      });
    }
  }

  private async lock(tx: Tx, actor: Actor, accessId: string, version: number): Promise<EmergencyAccessRow> {
    const row = await this.repository.lock(tx, actor, accessId);
    if (!row) throw emergencyAccessNotFound();
    if (row.version !== version) throw versionStale();
    return row;
  }

  private async load(tx: Tx, actor: Actor, accessId: string): Promise<EmergencyAccess> {
    const row = await this.repository.find(tx, actor, accessId);
    if (!row) throw emergencyAccessNotFound();
    return toEmergencyAccess(row, this.readerOf(actor));
  }

  private mayStart(actor: Actor): boolean {
    return mayStartEmergency(rolesOf(actor), this.environment.emergencyAccessRoles);
  }

  private startingRole(actor: Actor): string {
    const holders: readonly string[] = permissions['emergency_access:start'];
    return rolesOf(actor).find((role) => holders.includes(role)) ?? '';
  }

  private readerOf(actor: Actor): EmergencyReader {
    return {
      userId: actor.userId,
      sessionId: actor.origin.sessionId,
      now: this.clock.now(),
      mayEnd: may(actor, 'emergency_access:end'),
      mayEndOfOthers: may(actor, 'emergency_access:review'),
      mayReview: may(actor, 'emergency_access:review'),
    };
  }
}
