import { Injectable } from '@nestjs/common';
import {
  canEditReferral,
  moveReferral,
  type ReferralAnswers,
  signOffRefusal,
  toReferralFacts,
} from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { ChildrenRepository } from '../children/children.repository.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { Referral } from './referral.dto.js';
import type { ReferralEntity } from './referral.entity.js';
import { answersOf } from './referral-mapping.js';
import { ReferralPresenter } from './referral-presenter.js';
import {
  otherOpenReferralExists,
  ownOpenReferralExists,
  referralIncomplete,
  referralMoveRefused,
  referralNotEditable,
  referralNotFound,
  sharingConsentWithdrawn,
} from './referral.problems.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralReceiptsRepository } from './receipts/referral-receipts.repository.js';
import { stateOfSignOff } from './sign-offs/sign-off-answers.js';
import { signOffMissing } from './sign-offs/sign-off.problems.js';
import { SignOffsRepository } from './sign-offs/sign-offs.repository.js';
import { ReferralVersionsService } from './versions/referral-versions.service.js';

/** The school sends what it has written: from here on it is a case, and each time it is sent is kept. */
@Injectable()
export class ReferralSubmissionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReferralsRepository,
    private readonly children: ChildrenRepository,
    private readonly versions: ReferralVersionsService,
    private readonly signOffs: SignOffsRepository,
    private readonly receipts: ReferralReceiptsRepository,
    private readonly presenter: ReferralPresenter,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  submit(actor: Actor, referralId: string, version: number): Promise<Referral> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.repository.lock(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      if (referral.version !== version) throw versionStale();
      if (canEditReferral(referral.status) && !(await this.receipts.mayWrite(tx, actor, referral))) {
        throw referralNotEditable();
      }
      if (referral.panelConsent === false) throw sharingConsentWithdrawn();
      const answers = answersOf(await this.repository.findSections(tx, actor.authorityId, referralId));
      await this.takeFacts(tx, referral, answers);
      const signOffId = await this.findSignOff(tx, referral, answers);
      const move = moveReferral(referral.status, 'submit', {
        gaps: [],
        hasOtherOpenReferral: false,
        isSignedOff: true,
      });
      if (!move.allowed) throw referralMoveRefused(move.reasons);
      const today = this.clock.today();
      Object.assign(referral, {
        status: move.status,
        statusChangedOn: today,
        reopenReason: null,
        listedOn: referral.submittedOn ?? today,
        submittedOn: referral.submittedOn ?? today,
      });
      await this.save(tx, referral);
      const number = await this.versions.keep(tx, actor, referral, { answers, reason: null, signOffId });
      await this.audit.record(tx, actor, 'referral.submitted', 'referral', referralId, { number });
      return this.presenter.present(tx, actor, referral);
    });
  }

  /** The sign-off of exactly these answers; 422 says what is missing. Only what can be submitted at all is asked for one. */
  private async findSignOff(tx: Tx, referral: ReferralEntity, answers: ReferralAnswers): Promise<string | null> {
    if (!canEditReferral(referral.status)) return null;
    const newest = await this.signOffs.findNewest(tx, referral.authorityId, referral.id);
    const refusal = signOffRefusal(stateOfSignOff(newest, answers, this.clock.now()));
    if (refusal) throw signOffMissing(refusal);
    return newest?.id ?? null;
  }

  /** What lists and other features know of the answers, taken over from complete ones; 422 names what is missing. */
  async takeFacts(tx: Tx, referral: ReferralEntity, answers: ReferralAnswers): Promise<void> {
    const complete = toReferralFacts(answers, this.clock.today());
    if (!complete.isComplete) throw referralIncomplete(complete.gaps);
    const { pupil, needs, request } = complete.facts;
    const childId = await this.children.upsert(tx, {
      authorityId: referral.authorityId,
      upn: pupil.upn,
      legalForename: pupil.legalForename,
      legalSurname: pupil.legalSurname,
      preferredName: pupil.preferredName ?? '',
      bornOn: pupil.bornOn,
      sex: pupil.sex,
    });
    const open = await this.repository.findOpenForChild(tx, referral.authorityId, childId);
    if (open && open.id !== referral.id) {
      throw open.schoolId === referral.schoolId ? ownOpenReferralExists(open.reference) : otherOpenReferralExists();
    }
    Object.assign(referral, {
      childId,
      ncYear: pupil.ncYear,
      primaryNeed: needs.primaryNeed,
      secondaryNeed: needs.secondaryNeed,
      // What a coordinator marked urgent stays so when it comes back.
      isUrgent: request.isUrgent || referral.isUrgent,
    });
  }

  async save(tx: Tx, referral: ReferralEntity): Promise<void> {
    if ((await this.repository.saveSubmitted(tx, referral)) === 'duplicate') throw otherOpenReferralExists();
  }
}
