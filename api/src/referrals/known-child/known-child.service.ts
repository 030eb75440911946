import { Injectable } from '@nestjs/common';
import {
  answeredPaths,
  canEditReferral,
  carriedOverAnswers,
  REFERRAL_SECTIONS,
  type ReferralAnswers,
  type ReferralSection,
} from '@panel/case-rules';
import { checkUpn, normaliseUpn } from '@panel/reference';

import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../auth/actor.js';
import { Clock } from '../../common/clock.js';
import { fieldsInvalid } from '../../common/common.problems.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import { SchoolsRepository } from '../../schools/schools.repository.js';
import { sideOf } from '../referral-editing.js';
import { answersOf, pupilNameOf } from '../referral-mapping.js';
import { referralNotEditable, referralNotFound, schoolNotFound } from '../referral.problems.js';
import { ReferralsRepository } from '../referrals.repository.js';
import type { KnownChild, LookUpChild } from './known-child.dto.js';
import { earlierReferralNotFound } from './known-child.problems.js';
import { KnownChildRepository, type RegisteredChild } from './known-child.repository.js';

/** A child whom the school has referred before: nothing is asked twice, and no second referral is begun by mistake. */
@Injectable()
export class KnownChildService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: KnownChildRepository,
    private readonly referrals: ReferralsRepository,
    private readonly schools: SchoolsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  lookUp(actor: Actor, { schoolId, upn: typed }: LookUpChild): Promise<KnownChild> {
    const upn = normaliseUpn(typed);
    if (!checkUpn(upn).isValid) {
      throw fieldsInvalid([
        { pointer: '/upn', code: 'upn_invalid', detail: 'Check the UPN: it has 13 characters and a check letter.' },
      ]);
    }
    return this.transactions.run(actor, async (tx) => {
      const side = sideOf(actor, { schoolId });
      const school =
        side === 'authority'
          ? await this.schools.findOne(tx, actor, schoolId)
          : await this.schools.findOwn(tx, actor, schoolId);
      if (!school) throw schoolNotFound();
      const earlier = await this.repository.findEarlier(tx, actor.authorityId, schoolId, upn);
      const open = await this.repository.findOpen(tx, actor.authorityId, upn);
      await this.audit.record(tx, actor, 'referral.child_looked_up', 'referral', earlier?.id ?? null);
      const isOwn = open?.schoolId === schoolId;
      // A coordinator sees the cases of every school.
      const isSeen = isOwn || side === 'authority';
      return {
        earlier,
        open: open && {
          isOwn,
          id: isSeen ? open.id : null,
          reference: isSeen ? open.reference : null,
          coordinatorName: isSeen ? null : open.coordinatorName,
        },
      };
    });
  }

  /** Copies what still holds of an earlier referral of the same school into one that was just begun. */
  async copy(tx: Tx, actor: Actor, earlierId: string, referralId: string): Promise<void> {
    const earlier = await this.referrals.find(tx, actor, earlierId);
    const begun = await this.referrals.find(tx, actor, referralId);
    if (!earlier?.submittedOn || !begun || earlier.schoolId !== begun.schoolId) throw earlierReferralNotFound();
    const { authorityId, userId: savedBy } = actor;
    const last = answersOf(await this.referrals.findSections(tx, authorityId, earlierId));
    const child = await this.repository.findChild(tx, authorityId, earlierId);
    const known = child ? asRegistered(last, child) : last;
    const copied = carriedOverAnswers(known);
    for (const section of REFERRAL_SECTIONS) {
      const answers = copied[section];
      if (answers === undefined) continue;
      await this.repository.insertCopied(tx, {
        authorityId,
        referralId,
        section,
        answers,
        savedAt: this.clock.now(),
        savedBy,
        reference: earlier.reference,
        sentOn: earlier.submittedOn,
      });
    }
    await this.referrals.rename(tx, begun, pupilNameOf(known));
  }

  /** Somebody has looked at copied answers: from here on they are this person's, and no longer marked. */
  async confirm(actor: Actor, referralId: string, section: ReferralSection, answers: readonly string[]): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.lock(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      if (sideOf(actor, referral) !== 'school' || !canEditReferral(referral.status)) throw referralNotEditable();
      const stored = answersOf(await this.referrals.findSections(tx, actor.authorityId, referralId));
      const answered = new Set(answeredPaths(section, stored[section]));
      const known = answers.filter((path) => answered.has(path));
      const by = { userId: actor.userId, at: this.clock.now() };
      await this.repository.confirm(tx, actor.authorityId, referralId, section, known, by);
      await this.audit.record(tx, actor, 'referral.copy_confirmed', 'referral', referralId, { section });
    });
  }
}

/** The register wins over what the school once typed: names and dates are corrected there. */
function asRegistered(last: ReferralAnswers, child: RegisteredChild): ReferralAnswers {
  return { ...last, pupil: { ...last.pupil, ...child } };
}
