import { Injectable } from '@nestjs/common';
import { checkUpn, isIsoDate, isSexCode, normaliseUpn } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { ReferralEntity } from '../referrals/referral.entity.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import type { Corrections, DecideCorrection } from './correction.dto.js';
import { draftNotCorrected, newValueInvalid, refusalReasonMissing, upnTaken } from './correction.problems.js';
import { CorrectionsRepository } from './corrections.repository.js';

/** Facts of a child put right on request, or not, with the reason and what the person says who was refused. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: CorrectionsRepository,
    private readonly referrals: ReferralsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, referralId: string): Promise<Corrections> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      await this.audit.record(tx, actor, 'correction.viewed', 'referral', referralId);
      return this.present(tx, referral);
    });
  }

  decide(actor: Actor, referralId: string, version: number, body: DecideCorrection): Promise<Corrections> {
    const newValue = this.readValue(body);
    if (body.outcome === 'refused' && body.refusalReason.trim() === '') throw refusalReasonMissing();
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.lock(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      if (referral.version !== version) throw versionStale();
      const { childId } = referral;
      if (childId === null) throw draftNotCorrected();
      const { authorityId, userId: decidedBy } = actor;
      const { field, outcome, reason, requestedByName } = body;
      const oldValue = await this.repository.lockFact(tx, authorityId, childId, field);
      if (oldValue === newValue) throw newValueInvalid('value_unchanged', 'It is recorded like this already.');
      const isRefused = outcome === 'refused';
      await this.repository.insert(tx, {
        authorityId,
        referralId,
        field,
        oldValue,
        newValue,
        reason,
        requestedByName,
        outcome,
        refusalReason: isRefused ? body.refusalReason : null,
        disagreement: isRefused ? body.disagreement || null : null,
        decidedBy,
        decidedAt: this.clock.now(),
      });
      await this.referrals.save(tx, referral);
      if (!isRefused) {
        const result = await this.repository.correct(tx, authorityId, childId, field, newValue);
        if (result === 'upn_taken') throw upnTaken();
      }
      const event = isRefused ? 'correction.refused' : 'correction.accepted';
      await this.audit.record(tx, actor, event, 'referral', referralId, { field });
      return this.present(tx, referral);
    });
  }

  private readValue({ field, newValue }: DecideCorrection): string {
    const value = newValue.trim();
    switch (field) {
      case 'upn': {
        const upn = normaliseUpn(value);
        if (!checkUpn(upn).isValid) throw newValueInvalid('upn_invalid', 'Enter a UPN whose check letter is right.');
        return upn;
      }
      case 'bornOn':
        if (!isIsoDate(value) || value > this.clock.today()) {
          throw newValueInvalid('born_on_invalid', 'Enter a real date in the past, as year, month and day.');
        }
        return value;
      case 'sex':
        if (!isSexCode(value)) throw newValueInvalid('sex_invalid', 'Send M, F or U.');
        return value;
      case 'preferredName':
        return value;
      case 'legalForename':
      case 'legalSurname':
        if (value === '') throw newValueInvalid('name_missing', 'Enter the name.');
        return value;
    }
  }

  private async present(tx: Tx, referral: ReferralEntity): Promise<Corrections> {
    const rows = await this.repository.findOfReferral(tx, referral.authorityId, referral.id);
    return {
      version: referral.version,
      canCorrect: referral.childId !== null,
      items: rows.map(({ decidedAt, ...row }) => ({ ...row, decidedAt: decidedAt.toISOString() })),
    };
  }
}
