import { Injectable } from '@nestjs/common';
import { isDeclineReason, isToolkitPhase } from '@panel/case-rules';
import { isSenTypeCode } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, may } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type {
  SaveToolkitResource,
  ToolkitPage,
  ToolkitParameters,
  ToolkitResource,
  ToolkitResourceSummary,
} from './toolkit.dto.js';
import {
  toolkitCodeUnknown,
  toolkitLinkUnsafe,
  toolkitPeriodReversed,
  toolkitResourceNotFound,
  toolkitResourceRetired,
  toolkitTitleTaken,
} from './toolkit.problems.js';
import { ToolkitRepository, type ToolkitRow } from './toolkit.repository.js';

/** Resources for schools: read by everybody, kept by who runs the partnership. */
@Injectable()
export class ToolkitService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ToolkitRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { state, ...filter }: ToolkitParameters): Promise<ToolkitPage> {
    const isCurrentOnly = state !== 'all' || !may(actor, 'toolkit:keep');
    return this.transactions.read(actor, async (tx) => {
      const rows = await this.repository.findAll(tx, actor.authorityId, this.clock.today(), {
        ...filter,
        isCurrentOnly,
      });
      return { items: rows.map(toSummary) };
    });
  }

  read(actor: Actor, resourceId: string): Promise<ToolkitResource> {
    return this.transactions.read(actor, (tx) => this.load(tx, actor, resourceId));
  }

  create(actor: Actor, key: string, body: SaveToolkitResource): Promise<ToolkitResource> {
    checkCodes(body);
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'createToolkitResource', key, body, at }, async () => {
        const change = { ...body, changedBy: actor.userId, changedAt: at };
        const saved = await this.repository.insert(tx, actor.authorityId, change);
        if (saved === 'title_taken') throw toolkitTitleTaken();
        await this.audit.record(tx, actor, 'toolkit_resource.created', 'toolkit_resource', saved.id, { version: 1 });
        return this.load(tx, actor, saved.id);
      }),
    );
  }

  change(actor: Actor, resourceId: string, version: number, body: SaveToolkitResource): Promise<ToolkitResource> {
    checkCodes(body);
    return this.transactions.run(actor, async (tx) => {
      const before = await this.lockVersion(tx, actor, resourceId, version);
      const change = { ...body, changedBy: actor.userId, changedAt: this.clock.now() };
      const saved = await this.repository.update(tx, actor.authorityId, resourceId, change);
      if (saved === 'title_taken') throw toolkitTitleTaken();
      await this.audit.record(tx, actor, 'toolkit_resource.changed', 'toolkit_resource', resourceId, {
        version: version + 1,
        fields: changedFields(before, body),
      });
      return this.load(tx, actor, resourceId);
    });
  }

  retire(actor: Actor, resourceId: string, version: number): Promise<ToolkitResource> {
    return this.transactions.run(actor, async (tx) => {
      await this.lockVersion(tx, actor, resourceId, version);
      await this.repository.retire(tx, actor.authorityId, resourceId, actor.userId, this.clock.now());
      await this.audit.record(tx, actor, 'toolkit_resource.retired', 'toolkit_resource', resourceId, {
        version: version + 1,
      });
      return this.load(tx, actor, resourceId);
    });
  }

  private async lockVersion(tx: Tx, actor: Actor, resourceId: string, version: number): Promise<ToolkitRow> {
    await this.repository.lock(tx, actor.authorityId, resourceId);
    const row = await this.repository.findOne(tx, actor.authorityId, this.clock.today(), resourceId);
    if (!row) throw toolkitResourceNotFound();
    if (row.version !== version) throw versionStale();
    if (row.retiredAt) throw toolkitResourceRetired();
    return row;
  }

  private async load(tx: Tx, actor: Actor, resourceId: string): Promise<ToolkitResource> {
    const row = await this.repository.findOne(tx, actor.authorityId, this.clock.today(), resourceId);
    if (!row) throw toolkitResourceNotFound();
    const { body, links, version, changedAt, changedByName } = row;
    return { ...toSummary(row), body, links, version, changedAt: changedAt.toISOString(), changedByName };
  }
}

/** What lists show of a resource. */
export function toSummary(row: ToolkitRow): ToolkitResourceSummary {
  const { id, title, summary, needs, phases, declineReasons, validFrom, validTo, retiredAt, isCurrent } = row;
  return {
    id,
    title,
    summary,
    needs,
    phases,
    declineReasons,
    validFrom,
    validTo,
    isRetired: retiredAt !== null,
    isCurrent,
  };
}

/** Names of fields only: what stood in them may say anything. */
function changedFields(before: ToolkitRow, after: SaveToolkitResource): string {
  const { title, summary, body, needs, phases, declineReasons, links, validFrom, validTo } = before;
  const old: Record<string, unknown> = {
    title,
    summary,
    body,
    needs,
    phases,
    declineReasons,
    // Postgres keeps the keys of an object in an order of its own.
    links: links.map(({ text, url }) => ({ text, url })),
    validFrom,
    validTo,
  };
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field]))
    .map(([field]) => field)
    .join(' ');
}

function checkCodes({ needs, phases, declineReasons, links, validFrom, validTo }: SaveToolkitResource): void {
  if (!needs.every(isSenTypeCode)) throw toolkitCodeUnknown('/needs');
  if (!phases.every(isToolkitPhase)) throw toolkitCodeUnknown('/phases');
  if (!declineReasons.every(isDeclineReason)) throw toolkitCodeUnknown('/declineReasons');
  const unsafe = links.findIndex(({ url }) => !isWebAddress(url));
  if (unsafe >= 0) throw toolkitLinkUnsafe(unsafe);
  if (validTo !== null && validTo < validFrom) throw toolkitPeriodReversed();
}

/** Pages of others are read over an encrypted connection or not at all, and a `javascript:` address is no page. */
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
