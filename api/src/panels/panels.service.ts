import { Injectable } from '@nestjs/common';
import { movePanel, type PanelVerb, type PanelVerbFacts } from '@panel/case-rules';
import { addDays } from '@panel/reference';

import type { AuditEventName } from '../audit/audit-event-names.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { AgendaRepository } from './agenda.repository.js';
import type { Panel, PanelList, PlanPanel } from './panel.dto.js';
import type { PanelEntity } from './panel.entity.js';
import { isReadable, toPanel, toPanelListItem, toPaper } from './panel-mapping.js';
import {
  panelInPast,
  panelItemsUndecided,
  panelMoveRefused,
  panelNotFound,
  panelOnThisDayExists,
  panelTooFarAhead,
} from './panel.problems.js';
import { type AgendaRow, PanelAgendaQuery } from './panel-agenda.query.js';
import { papersHash } from './panel-paper.js';
import { PanelsRepository } from './panels.repository.js';

const daysAhead = 731;

/** A panel from plan to close. What is on its agenda: PanelAgendaService; what it decides: PanelDecisionsService. */
@Injectable()
export class PanelsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: PanelsRepository,
    private readonly agenda: AgendaRepository,
    private readonly agendaQuery: PanelAgendaQuery,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<PanelList> {
    return this.transactions.read(actor, async (tx) => ({
      items: (await this.repository.findAll(tx, actor)).map(toPanelListItem),
    }));
  }

  plan(actor: Actor, key: string, body: PlanPanel): Promise<Panel> {
    const at = this.clock.now();
    const today = this.clock.today();
    if (body.heldOn < today) throw panelInPast();
    if (body.heldOn > addDays(today, daysAhead)) throw panelTooFarAhead();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'planPanel', key, body, at }, async () => {
        const { authorityId, userId: createdBy } = actor;
        const panelId = await this.repository.insert(tx, { ...body, authorityId, createdBy, createdAt: at });
        if (panelId === null) throw panelOnThisDayExists(body.heldOn);
        await this.audit.record(tx, actor, 'panel.planned', 'panel', panelId, { heldOn: body.heldOn });
        return this.load(tx, actor, panelId);
      }),
    );
  }

  read(actor: Actor, panelId: string): Promise<Panel> {
    return this.transactions.run(actor, async (tx) => {
      const panel = await this.repository.find(tx, actor, panelId);
      if (!panel) throw panelNotFound();
      const agenda = await this.agendaQuery.run(tx, actor.authorityId, panelId);
      await this.audit.record(tx, actor, 'panel.viewed', 'panel', panelId);
      for (const item of agenda.filter((row) => isReadable(row, actor))) {
        await this.audit.record(tx, actor, 'panel.viewed', 'referral', item.referralId, { panelId });
      }
      return toPanel(panel, agenda, actor);
    });
  }

  /** Freezes what the panel reads. From here on the agenda stands and members can see it. */
  publishPapers(actor: Actor, panelId: string, version: number): Promise<Panel> {
    return this.change(actor, panelId, version, 'panel.papers_published', async (tx, panel) => {
      const items = await this.agendaQuery.run(tx, actor.authorityId, panelId);
      const isForPanel = (item: AgendaRow): boolean => item.referralStatus !== 'withdrawn' && !item.isConsentWithdrawn;
      const agendaItems = items.filter(isForPanel).length;
      this.move(panel, 'publish_papers', { agendaItems });
      const papers = items.map(toPaper);
      for (const item of items) await this.agenda.freeze(tx, actor.authorityId, item.id, toPaper(item));
      panel.papersHash = papersHash(papers);
    });
  }

  start(actor: Actor, panelId: string, version: number): Promise<Panel> {
    return this.change(actor, panelId, version, 'panel.started', (_tx, panel) => {
      this.move(panel, 'start', {});
      return Promise.resolve();
    });
  }

  close(actor: Actor, panelId: string, version: number): Promise<Panel> {
    return this.change(actor, panelId, version, 'panel.closed', async (tx, panel) => {
      const undecidedItems = await this.agenda.countUndecided(tx, actor.authorityId, panelId);
      if (panel.status === 'in_session' && undecidedItems > 0) throw panelItemsUndecided(undecidedItems);
      this.move(panel, 'close', { undecidedItems });
    });
  }

  /** A change of the panel or its agenda: on the version the person saw, as the next version, with its audit event. */
  change(
    actor: Actor,
    panelId: string,
    version: number,
    event: AuditEventName,
    change: (tx: Tx, panel: PanelEntity) => Promise<void>,
  ): Promise<Panel> {
    return this.transactions.run(actor, async (tx) => {
      const panel = await this.repository.lock(tx, actor, panelId);
      if (!panel) throw panelNotFound();
      if (panel.version !== version) throw versionStale();
      await change(tx, panel);
      await this.repository.save(tx, panel);
      await this.audit.record(tx, actor, event, 'panel', panelId);
      return this.load(tx, actor, panelId);
    });
  }

  private async load(tx: Tx, actor: Actor, panelId: string): Promise<Panel> {
    const panel = await this.repository.find(tx, actor, panelId);
    if (!panel) throw panelNotFound();
    return toPanel(panel, await this.agendaQuery.run(tx, actor.authorityId, panelId), actor);
  }

  private move<V extends PanelVerb>(panel: PanelEntity, verb: V, facts: PanelVerbFacts[V]): void {
    const move = movePanel(panel.status, verb, facts);
    if (!move.allowed) throw panelMoveRefused(move.reasons);
    panel.status = move.status;
  }
}
