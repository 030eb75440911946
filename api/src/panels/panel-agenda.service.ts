import { Injectable } from '@nestjs/common';
import { canEditAgenda } from '@panel/case-rules';
import { formatDate } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { sharingConsentWithdrawn } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { AgendaRepository } from './agenda.repository.js';
import type { Panel, ReadyCaseList } from './panel.dto.js';
import type { PanelEntity } from './panel.entity.js';
import { toReadyCase } from './panel-mapping.js';
import {
  agendaFrozen,
  agendaItemAtEnd,
  agendaItemNotFound,
  caseNotReady,
  caseOnAgendaAlready,
  panelNotFound,
  referralUnknown,
} from './panel.problems.js';
import { PanelsRepository } from './panels.repository.js';
import { PanelsService } from './panels.service.js';
import { ReadyCasesQuery } from './ready-cases.query.js';

/** Which cases a panel looks at, and in which order: until its papers are published. */
@Injectable()
export class PanelAgendaService {
  constructor(
    private readonly transactions: Transactions,
    private readonly panels: PanelsService,
    private readonly panelsRepository: PanelsRepository,
    private readonly agenda: AgendaRepository,
    private readonly readyCases: ReadyCasesQuery,
    private readonly referrals: ReferralsRepository,
    private readonly audit: AuditService,
  ) {}

  listReady(actor: Actor, panelId: string): Promise<ReadyCaseList> {
    return this.transactions.run(actor, async (tx) => {
      if (!(await this.panelsRepository.find(tx, actor, panelId))) throw panelNotFound();
      const items = (await this.readyCases.run(tx, actor.authorityId, panelId)).map(toReadyCase);
      await this.audit.record(tx, actor, 'panel.ready_cases_viewed', 'panel', panelId, { count: items.length });
      return { items };
    });
  }

  add(actor: Actor, panelId: string, version: number, referralId: string): Promise<Panel> {
    return this.panels.change(actor, panelId, version, 'panel.case_added', async (tx, panel) => {
      requireEditable(panel);
      const referral = await this.referrals.lockOfAuthority(tx, actor.authorityId, referralId);
      if (!referral) throw referralUnknown();
      if (referral.status !== 'ready_for_panel') throw caseNotReady();
      if (referral.panelConsent === false) throw sharingConsentWithdrawn();
      const heldOn = await this.agenda.findOnAgenda(tx, actor.authorityId, referralId, panelId);
      if (heldOn !== null) throw caseOnAgendaAlready(heldOn);
      await this.agenda.insert(tx, actor.authorityId, panelId, referralId);
      const what = formatDate(panel.heldOn);
      await this.audit.record(tx, actor, 'panel.case_added', 'referral', referralId, { what });
    });
  }

  remove(actor: Actor, panelId: string, version: number, itemId: string): Promise<Panel> {
    return this.panels.change(actor, panelId, version, 'panel.case_removed', async (tx, panel) => {
      const item = await this.agenda.find(tx, actor.authorityId, panelId, itemId);
      if (!item) throw agendaItemNotFound();
      requireEditable(panel);
      await this.agenda.remove(tx, actor.authorityId, panelId, item);
      const what = formatDate(panel.heldOn);
      await this.audit.record(tx, actor, 'panel.case_removed', 'referral', item.referralId, { what });
    });
  }

  move(actor: Actor, panelId: string, version: number, itemId: string, direction: 'up' | 'down'): Promise<Panel> {
    return this.panels.change(actor, panelId, version, 'panel.case_moved', async (tx, panel) => {
      const item = await this.agenda.find(tx, actor.authorityId, panelId, itemId);
      if (!item) throw agendaItemNotFound();
      requireEditable(panel);
      const position = item.position + (direction === 'up' ? -1 : 1);
      const other = await this.agenda.findAtPosition(tx, actor.authorityId, panelId, position);
      if (!other) throw agendaItemAtEnd(direction);
      await this.agenda.swap(tx, actor.authorityId, panelId, item, other);
    });
  }
}

function requireEditable(panel: PanelEntity): void {
  if (!canEditAgenda(panel.status)) throw agendaFrozen();
}
