import { Injectable } from '@nestjs/common';
import {
  canRecordDecisions,
  decisionAllocates,
  decisionNeedsDeclineReason,
  decisionOutcomeLabel,
  findDecisionProblems,
} from '@panel/case-rules';

import { AllocationsService } from '../allocations/allocations.service.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { ReferralEntity } from '../referrals/referral.entity.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import { AgendaRepository } from './agenda.repository.js';
import type { Decision, RecordDecision } from './decision.dto.js';
import type { PanelEntity } from './panel.entity.js';
import { toPaper } from './panel-mapping.js';
import {
  agendaItemNotFound,
  alreadyDecided,
  decisionInvalid,
  decisionsNotOpen,
  panelNotFound,
} from './panel.problems.js';
import { PanelAgendaQuery } from './panel-agenda.query.js';
import { type PanelPaper, paperHash } from './panel-paper.js';
import { PanelsRepository } from './panels.repository.js';

/**
 * What the panel decides of a case: once, with its reason, on the paper it had before it, together with what it allocates.
 * Several people may record decisions of different cases at the same time. Everything or nothing is written.
 *
 * The order in which rows are locked stands at AllocationsService.
 */
@Injectable()
export class PanelDecisionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly panels: PanelsRepository,
    private readonly agenda: AgendaRepository,
    private readonly agendaQuery: PanelAgendaQuery,
    private readonly allocations: AllocationsService,
    private readonly referrals: ReferralsService,
    private readonly referralsRepository: ReferralsRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  record(actor: Actor, panelId: string, itemId: string, key: string, body: RecordDecision): Promise<Decision> {
    requireValid(body);
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: `recordDecision ${itemId}`, key, body, at }, async () => {
        const panel = await this.panels.lockShared(tx, actor, panelId);
        if (!panel) throw panelNotFound();
        const item = await this.agenda.lock(tx, actor.authorityId, panelId, itemId);
        if (!item) throw agendaItemNotFound();
        requireOpen(panel, body);
        const referral = await this.referralsRepository.lockOfAuthority(tx, actor.authorityId, item.referralId);
        if (!referral) throw agendaItemNotFound();

        const decisionId = await this.agenda.insertDecision(tx, {
          authorityId: actor.authorityId,
          agendaItemId: itemId,
          referralId: referral.id,
          outcome: body.outcome,
          reason: body.reason,
          declineReason: body.declineReason ?? null,
          paperHash: paperHash(item.paper ?? (await this.freezeNow(tx, actor, panelId, itemId))),
          decidedOn: this.clock.today(),
          decidedAt: at,
          recordedBy: actor.userId,
        });
        if (decisionId === null) throw alreadyDecided();
        await this.allocate(tx, actor, panel, referral, decisionId, body);
        await this.moveReferral(tx, actor, referral, body);
        const what = decisionOutcomeLabel(body.outcome);
        await this.audit.record(tx, actor, 'panel.decision_recorded', 'panel', panelId, { what, itemId });
        await this.audit.record(tx, actor, 'panel.decision_recorded', 'referral', referral.id, { what });
        return this.load(tx, actor, panelId, itemId);
      }),
    );
  }

  /** A panel that came from elsewhere (an import, the demo) may have no frozen papers: what is read now is kept. */
  private async freezeNow(tx: Tx, actor: Actor, panelId: string, itemId: string): Promise<PanelPaper> {
    const [row] = await this.agendaQuery.run(tx, actor.authorityId, panelId, itemId);
    if (!row) throw agendaItemNotFound();
    const paper = toPaper(row);
    await this.agenda.freeze(tx, actor.authorityId, itemId, paper);
    return paper;
  }

  private async allocate(
    tx: Tx,
    actor: Actor,
    panel: PanelEntity,
    referral: ReferralEntity,
    decisionId: string,
    { outcome, contractId, units }: RecordDecision,
  ): Promise<void> {
    if (!decisionAllocates(outcome) || contractId === null || units === null) return;
    const agreed = { referralId: referral.id, decisionId, contractId, units, day: panel.heldOn };
    await this.allocations.approve(tx, actor, agreed);
  }

  /** Leads the case to where the decision says; the school reads there why it came back or ended. */
  private async moveReferral(tx: Tx, actor: Actor, referral: ReferralEntity, body: RecordDecision): Promise<void> {
    const { outcome, reason } = body;
    const words = wordsForTheSchool(body);
    if (words) await this.referralsRepository.save(tx, Object.assign(referral, words));
    const facts = { outcome, reason, isUrgent: referral.isUrgent };
    await this.referrals.moveInPassing(tx, actor, referral.id, 'decide', 'referral.decided', facts);
  }

  private async load(tx: Tx, actor: Actor, panelId: string, itemId: string): Promise<Decision> {
    const [item] = await this.agendaQuery.run(tx, actor.authorityId, panelId, itemId);
    if (!item?.decision) throw agendaItemNotFound();
    return item.decision;
  }
}

function wordsForTheSchool({ outcome, reason, declineReason }: RecordDecision): Partial<ReferralEntity> | null {
  if (outcome === 'return_incomplete') return { returnReason: reason };
  if (outcome === 'withdrawn') return { withdrawReason: reason };
  return outcome === 'decline' ? { declineReason, declineExplanation: reason } : null;
}

function requireValid(body: RecordDecision): void {
  // Left out is the same as null for the rules.
  const { declineReason = null, contractId = null, units = null } = body;
  const problems = [...findDecisionProblems({ ...body, declineReason, contractId, units })];
  if (declineReason !== null && !decisionNeedsDeclineReason(body.outcome)) {
    problems.push({
      pointer: '/declineReason',
      code: 'decline_reason_not_needed',
      message: 'Remove the reason for declining: this decision does not decline',
    });
  }
  if (problems.length > 0) throw decisionInvalid(problems);
}

function requireOpen(panel: PanelEntity, { outcome }: RecordDecision): void {
  const isChairsAction = outcome === 'urgent_chairs_action' && panel.status === 'papers_published';
  if (!canRecordDecisions(panel.status) && !isChairsAction) throw decisionsNotOpen();
}
