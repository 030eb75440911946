import { Injectable } from '@nestjs/common';

import type { AuditEventName } from '../audit/audit-event-names.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { fieldsInvalid, versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type {
  AccessRequest,
  AccessRequestList,
  CloseAccessRequest,
  FoundChildren,
  LogAccessRequest,
  PauseAccessRequest,
  ProveIdentity,
} from './access-request.dto.js';
import { toAccessRequest, toAccessRequestListItem } from './access-request-mapping.js';
import {
  accessRequestAlreadyExtended,
  accessRequestAlreadyPaused,
  accessRequestClosed,
  accessRequestNotFound,
  accessRequestNotPaused,
  childUnknown,
  identityAlreadyProven,
} from './access-request.problems.js';
import { AccessPacksRepository } from './access-packs.repository.js';
import { type AccessRequestRow, AccessRequestsRepository } from './access-requests.repository.js';

/** A person's request for what is held on a child: logged, timed, and closed. Its pack: AccessPacksService. */
@Injectable()
export class AccessRequestsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AccessRequestsRepository,
    private readonly packs: AccessPacksRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<AccessRequestList> {
    const today = this.clock.today();
    return this.transactions.run(actor, async (tx) => {
      const rows = await this.repository.findAll(tx, actor.authorityId);
      await this.audit.record(tx, actor, 'access_request.listed', 'access_request', null);
      return { items: rows.map((row) => toAccessRequestListItem(row, today)) };
    });
  }

  findChild(actor: Actor, upnOrReference: string): Promise<FoundChildren> {
    return this.transactions.run(actor, async (tx) => {
      const items = await this.repository.findChildren(tx, actor.authorityId, upnOrReference);
      await this.audit.record(tx, actor, 'access_request.child_found', 'access_request', null, { count: items.length });
      for (const { id } of items) await this.audit.record(tx, actor, 'access_request.child_found', 'child', id);
      return { items };
    });
  }

  log(actor: Actor, key: string, body: LogAccessRequest): Promise<AccessRequest> {
    this.refuseFuture('receivedOn', body.receivedOn);
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'logAccessRequest', key, body, at }, async () => {
        const { authorityId, userId: loggedBy } = actor;
        if (!(await this.repository.findChild(tx, authorityId, body.childId))) throw childUnknown();
        const reference = await this.repository.nextReference(tx, authorityId, Number(body.receivedOn.slice(0, 4)));
        const id = await this.repository.insert(tx, { ...body, authorityId, reference, loggedBy, loggedAt: at });
        const { childId } = body;
        await this.audit.record(tx, actor, 'access_request.logged', 'access_request', id, { reference }, { childId });
        return this.load(tx, actor, id);
      }),
    );
  }

  read(actor: Actor, requestId: string): Promise<AccessRequest> {
    return this.transactions.run(actor, async (tx) => {
      const request = await this.load(tx, actor, requestId);
      const context = { childId: request.child.id };
      await this.audit.record(tx, actor, 'access_request.viewed', 'access_request', requestId, {}, context);
      return request;
    });
  }

  proveIdentity(actor: Actor, requestId: string, version: number, body: ProveIdentity): Promise<AccessRequest> {
    this.refuseFuture('provenOn', body.provenOn);
    return this.change(actor, requestId, version, 'access_request.identity_proven', async (tx, request) => {
      if (request.identityCheck !== 'to_be_proven') throw identityAlreadyProven();
      refuseBefore('provenOn', body.provenOn, request.receivedOn);
      await this.repository.setIdentity(tx, actor.authorityId, requestId, body);
    });
  }

  pause(actor: Actor, requestId: string, version: number, body: PauseAccessRequest): Promise<AccessRequest> {
    this.refuseFuture('pausedOn', body.pausedOn);
    return this.change(actor, requestId, version, 'access_request.paused', async (tx, request) => {
      if (openPause(request)) throw accessRequestAlreadyPaused();
      refuseBefore('pausedOn', body.pausedOn, request.receivedOn);
      await this.repository.insertPause(tx, actor.authorityId, requestId, { ...body, pausedBy: actor.userId });
    });
  }

  resume(actor: Actor, requestId: string, version: number, resumedOn: string): Promise<AccessRequest> {
    this.refuseFuture('resumedOn', resumedOn);
    return this.change(actor, requestId, version, 'access_request.resumed', async (tx, request) => {
      const pause = openPause(request);
      if (!pause) throw accessRequestNotPaused();
      refuseBefore('resumedOn', resumedOn, pause.pausedOn);
      await this.repository.endPause(tx, actor.authorityId, requestId, resumedOn, actor.userId);
    });
  }

  extend(actor: Actor, requestId: string, version: number, reason: string): Promise<AccessRequest> {
    return this.change(actor, requestId, version, 'access_request.extended', async (tx, request) => {
      if (request.isComplex) throw accessRequestAlreadyExtended();
      await this.repository.setComplex(tx, actor.authorityId, requestId, reason);
    });
  }

  /** Refused or withdrawn: nothing is released, and a pack that was being prepared goes. */
  close(actor: Actor, requestId: string, version: number, body: CloseAccessRequest): Promise<AccessRequest> {
    return this.change(actor, requestId, version, 'access_request.closed', async (tx, request) => {
      await this.end(tx, actor, request, body.outcome, body.reason);
      const pack = await this.packs.findNewest(tx, actor.authorityId, requestId);
      if (pack && pack.status !== 'released') await this.packs.supersede(tx, actor.authorityId, pack.id);
    });
  }

  /** Closes a locked request in the caller's transaction; a pause that was still open ends with it. */
  async end(tx: Tx, actor: Actor, request: AccessRequestRow, status: string, reason: string | null): Promise<void> {
    const { authorityId, userId: closedBy } = actor;
    const closedOn = this.clock.today();
    if (openPause(request)) await this.repository.endPause(tx, authorityId, request.id, closedOn, closedBy);
    await this.repository.close(tx, authorityId, request.id, { status, reason, closedOn, closedBy });
  }

  /** A change of an open request: on the version the person saw, as the next version, with its audit event. */
  change(
    actor: Actor,
    requestId: string,
    version: number,
    event: AuditEventName,
    change: (tx: Tx, request: AccessRequestRow) => Promise<void>,
  ): Promise<AccessRequest> {
    return this.transactions.run(actor, async (tx) => {
      const request = await this.repository.lock(tx, actor.authorityId, requestId);
      if (!request) throw accessRequestNotFound();
      if (request.version !== version) throw versionStale();
      if (request.status !== 'open') throw accessRequestClosed();
      await change(tx, request);
      await this.repository.touch(tx, actor.authorityId, requestId);
      const context = { childId: request.childId };
      await this.audit.record(tx, actor, event, 'access_request', requestId, {}, context);
      return this.load(tx, actor, requestId);
    });
  }

  async load(tx: Tx, actor: Actor, requestId: string): Promise<AccessRequest> {
    const request = await this.repository.find(tx, actor.authorityId, requestId);
    const child = request && (await this.repository.findChild(tx, actor.authorityId, request.childId));
    if (!request || !child) throw accessRequestNotFound();
    const pack = await this.packs.findNewest(tx, actor.authorityId, requestId);
    return toAccessRequest(request, child, pack, this.clock.today());
  }

  private refuseFuture(field: string, date: string): void {
    if (date <= this.clock.today()) return;
    throw fieldsInvalid([
      { pointer: `/${field}`, code: 'date_in_future', detail: 'The date must be today or in the past.' },
    ]);
  }
}

function refuseBefore(field: string, date: string, earliest: string): void {
  if (date >= earliest) return;
  throw fieldsInvalid([
    { pointer: `/${field}`, code: 'date_too_early', detail: 'The date must not be before what it follows.' },
  ]);
}

function openPause({ pauses }: AccessRequestRow): { readonly pausedOn: string } | undefined {
  return pauses.find(({ resumedOn }) => resumedOn === null);
}
