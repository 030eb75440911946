import { Injectable } from '@nestjs/common';
import { declineReasonLabel, isDeclineReason, STATUTORY_ROUTE_NOTICE } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { Referral } from '../referrals/referral.dto.js';
import type { ReferralEntity } from '../referrals/referral.entity.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import { ToolkitRepository } from '../toolkit/toolkit.repository.js';
import { toSummary } from '../toolkit/toolkit.service.js';
import { DeclineSignpostsRepository } from './decline-signposts.repository.js';
import type { DeclineNotice, DeclineReferral, ReferralDecline } from './triage.dto.js';
import { declineReasonUnknown, resourceUnknown } from './triage.problems.js';
import { TriagePeopleQuery } from './triage-people.query.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A decline that leaves nobody without a next step: the reason, what can be done, and where help is described. */
@Injectable()
export class DeclineService {
  constructor(
    private readonly transactions: Transactions,
    private readonly referrals: ReferralsRepository,
    private readonly verbs: ReferralsService,
    private readonly toolkit: ToolkitRepository,
    private readonly signposts: DeclineSignpostsRepository,
    private readonly people: TriagePeopleQuery,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  decline(actor: Actor, referralId: string, version: number, body: DeclineReferral): Promise<Referral> {
    const { reasonCode, explanation, nextSteps } = body;
    if (!isDeclineReason(reasonCode)) throw declineReasonUnknown();
    const resourceIds = [...new Set(body.resourceIds.map((id) => id.toLowerCase()))];
    if (!resourceIds.every((id) => uuid.test(id))) throw resourceUnknown();
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.verbs.decideWithin(
        tx,
        actor,
        referralId,
        version,
        'decline',
        'referral.declined',
        { reasonCode, explanation },
        (changed) => {
          changed.declineReason = reasonCode;
          changed.declineExplanation = explanation;
          changed.declineNextSteps = nextSteps;
          changed.declinedBy = actor.userId;
        },
      );
      const found = await this.toolkit.findCurrent(tx, actor.authorityId, this.clock.today(), resourceIds);
      if (found.length !== resourceIds.length) throw resourceUnknown();
      await this.signposts.replace(tx, actor.authorityId, referralId, resourceIds);
      return this.verbs.present(tx, actor, referral);
    });
  }

  read(actor: Actor, referralId: string): Promise<ReferralDecline> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      await this.audit.record(tx, actor, 'decline.viewed', 'referral', referralId);
      return { notice: await this.noticeOf(tx, referral) };
    });
  }

  private async noticeOf(tx: Tx, referral: ReferralEntity): Promise<DeclineNotice | null> {
    const { authorityId, id, status, reference, declineReason: code } = referral;
    if (status !== 'declined' || code === null) return null;
    const ids = await this.signposts.find(tx, authorityId, id);
    const rows = await this.toolkit.findByIds(tx, authorityId, this.clock.today(), ids);
    const by = referral.declinedBy === null ? null : await this.people.findName(tx, referral.declinedBy);
    return {
      reasonCode: code,
      reasonLabel: isDeclineReason(code) ? declineReasonLabel(code) : code,
      explanation: referral.declineExplanation ?? '',
      nextSteps: referral.declineNextSteps ?? '',
      declinedOn: referral.statusChangedOn,
      declinedByName: by,
      resources: rows.map(toSummary),
      statutoryRoute: STATUTORY_ROUTE_NOTICE,
      reconsideration: `If something was missed or has changed, ask ${
        by ?? 'the coordinator'
      } to look at ${reference} again. Name the reference, say what is new or was missed, and send what shows it; the referral can be reopened.`,
    };
  }
}
