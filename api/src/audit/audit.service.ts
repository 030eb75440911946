import { Injectable } from '@nestjs/common';

import { type Actor, rolesOf, type SystemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import type { Tx } from '../database/transactions.js';
import type { AuditEventName, AuditSubject } from './audit-event-names.js';
import { AuditEventsRepository } from './audit-events.repository.js';

/** Writes who did or saw what, in the same transaction as the thing itself: either both are there or neither. */
@Injectable()
export class AuditService {
  constructor(
    private readonly repository: AuditEventsRepository,
    private readonly clock: Clock,
  ) {}

  /** `detail` holds codes, dates and ids only; never names, free text or answers. */
  record(
    tx: Tx,
    actor: Actor | SystemActor,
    event: AuditEventName,
    subjectType: AuditSubject,
    subjectId: string | null,
    detail: Readonly<Record<string, string | number | boolean | null>> = {},
  ): Promise<void> {
    return this.repository.insert(tx, {
      authorityId: actor.authorityId,
      at: this.clock.now(),
      actorUserId: actor.userId,
      actorName: actor.name,
      actorRoles: rolesOf(actor),
      event,
      subjectType,
      subjectId,
      detail: { ...detail },
    });
  }
}
