import { Injectable } from '@nestjs/common';
import { findDuplicateReason, findOptionalGaps, queueNextStep, workingDaysLate } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { ReferralEntity } from '../referrals/referral.entity.js';
import { answersOf, gapsOf } from '../referrals/referral-mapping.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { type ChildRecord, DuplicatesQuery } from './duplicates.query.js';
import { ReturnChangesService } from './return-changes.service.js';
import type { CaseTriage, ComparedRecord } from './triage.dto.js';
import { TriagePeopleQuery } from './triage-people.query.js';

/** What a coordinator looks at before a case goes on: what is missing, what was answered, and who else it may be. */
@Injectable()
export class TriageService {
  constructor(
    private readonly transactions: Transactions,
    private readonly referrals: ReferralsRepository,
    private readonly duplicates: DuplicatesQuery,
    private readonly returns: ReturnChangesService,
    private readonly people: TriagePeopleQuery,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, referralId: string): Promise<CaseTriage> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      await this.audit.record(tx, actor, 'referral.triage_viewed', 'referral', referralId);
      return this.present(tx, referral);
    });
  }

  private async present(tx: Tx, referral: ReferralEntity): Promise<CaseTriage> {
    const { id, authorityId, reference, version, status, isUrgent, dueOn, assignedTo, childId } = referral;
    const today = this.clock.today();
    const answers = answersOf(await this.referrals.findSections(tx, authorityId, id));
    const { child, others } =
      childId === null ? { child: null, others: [] } : await this.duplicates.findWithOthers(tx, authorityId, childId);
    return {
      id,
      reference,
      version,
      status,
      isUrgent,
      nextStep: queueNextStep(status),
      dueOn,
      workingDaysLate: workingDaysLate(dueOn, today),
      assignee: assignedTo === null ? null : { userId: assignedTo, name: await this.people.findName(tx, assignedTo) },
      requiredGaps: gapsOf(answers, today),
      optionalGaps: findOptionalGaps(answers).map((gap) => ({ ...gap })),
      ...(await this.returns.find(tx, referral)),
      child: child && toRecord(child),
      duplicates: others.flatMap((other) => {
        const reason = child && findDuplicateReason(child, other, other.toldApart);
        return reason ? [{ ...toRecord(other), reason }] : [];
      }),
      otherCases: (child?.referrals ?? []).filter((other) => other.id !== id).map((other) => ({ ...other })),
    };
  }
}

function toRecord({
  id,
  upn,
  legalForename,
  legalSurname,
  preferredName,
  bornOn,
  sex,
  referrals,
}: ChildRecord): ComparedRecord {
  return {
    childId: id,
    upn,
    legalForename,
    legalSurname,
    preferredName,
    bornOn,
    sex,
    referrals: referrals.map((referral) => ({ ...referral })),
  };
}
