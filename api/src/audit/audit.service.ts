import { Injectable } from '@nestjs/common';

import { type Actor, rolesOf, type SystemActor } from '../auth/actor.js';
import type { Origin } from '../auth/origin.js';
import { Clock } from '../common/clock.js';
import type { Tx } from '../database/transactions.js';
import type { AuditEventName, AuditSubject } from './audit-event-names.js';
import { AuditEventsRepository, type NewAuditEvent } from './audit-events.repository.js';

export interface AuditContext {
  /** The case and the child behind the subject, where the subject is neither. Those of a referral or an allocation are found. */
  readonly referralId?: string;
  readonly childId?: string;
}

/** An event of a transaction that is about to commit. */
export type RecordedEvent = Readonly<
  Pick<NewAuditEvent, 'authorityId' | 'actorUserId' | 'event' | 'subjectType' | 'subjectId' | 'detail'>
>;

export type AuditListener = (tx: Tx, events: readonly RecordedEvent[]) => Promise<void>;

/** Writes who did or saw what, in the same transaction as the thing itself: either both are there or neither. */
@Injectable()
export class AuditService {
  private readonly pending = new WeakMap<Tx, { event: NewAuditEvent; origin: Origin | null }[]>();
  private readonly left = new WeakMap<Origin, Set<AuditEventName>>();
  private readonly listeners: AuditListener[] = [];

  constructor(
    private readonly repository: AuditEventsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * `detail` holds codes, dates and ids only; never names, free text or answers: an event outlives the case, and what
   * somebody typed may name the child. Why something was done stands with the thing itself, and is destroyed with it. The events of a transaction are written
   * together just before it commits: the writers of an authority wait for each other at the end of its chain, and so they
   * wait for one statement, not for a whole unit of work.
   */
  async record(
    tx: Tx,
    actor: Actor | SystemActor,
    event: AuditEventName,
    subjectType: AuditSubject,
    subjectId: string | null,
    detail: Readonly<Record<string, string | number | boolean | null>> = {},
    context: AuditContext = {},
  ): Promise<void> {
    this.add(tx, actor.origin, {
      authorityId: actor.authorityId,
      at: this.clock.now().toISOString(),
      actorUserId: actor.userId,
      actorName: actor.name,
      actorRoles: rolesOf(actor),
      event,
      subjectType,
      subjectId,
      subjectReferralId: context.referralId ?? null,
      subjectChildId: context.childId ?? null,
      reason: null,
      address: actor.origin?.address ?? null,
      sessionId: actor.origin?.sessionId ?? null,
      requestId: actor.origin?.requestId ?? null,
      emergencyAccessId: emergencyAccessOf(actor, subjectType === 'referral' ? subjectId : context.referralId),
      detail: { ...detail },
    });
  }

  /** Told of the events of a transaction just before it commits, as part of it. */
  listen(listener: AuditListener): void {
    this.listeners.push(listener);
  }

  /** What concerns no authority: see docs/audit.md. */
  recordOfInstallation(tx: Tx, event: AuditEventName, origin: Origin): Promise<void> {
    return this.repository.appendOfInstallation(tx, event, this.clock.now(), origin);
  }

  /** Whether one of these events was committed by the request of this origin. */
  hasLeft(origin: Origin, events: readonly AuditEventName[]): boolean {
    const left = this.left.get(origin);
    return left !== undefined && events.some((event) => left.has(event));
  }

  private add(tx: Tx, origin: Origin | null, event: NewAuditEvent): void {
    const waiting = this.pending.get(tx);
    if (waiting) {
      waiting.push({ event, origin });
      return;
    }
    const events = [{ event, origin }];
    this.pending.set(tx, events);
    tx.beforeCommit(async () => {
      // Before the writing: that waits for others at the end of the chain, and this does not.
      const recorded = events.map((entry) => entry.event);
      for (const listener of this.listeners) await listener(tx, recorded);
      await this.repository.append(
        tx,
        events.map((entry) => entry.event),
      );
      for (const entry of events) this.note(entry.event, entry.origin);
    });
  }

  private note({ event }: NewAuditEvent, origin: Origin | null): void {
    if (!origin) return;
    const left = this.left.get(origin) ?? new Set();
    this.left.set(origin, left.add(event));
  }
}

/** The emergency access under which somebody does something about this case, if any. */
function emergencyAccessOf(actor: Actor | SystemActor, referralId: string | null | undefined): string | null {
  if (actor.userId === null) return null;
  return actor.emergencyGrants?.find((grant) => grant.referralId === referralId)?.accessId ?? null;
}
