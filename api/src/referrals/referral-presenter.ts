import { Injectable } from '@nestjs/common';

import { type Actor, rolesOf } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import type { Tx } from '../database/transactions.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { type AmendmentRow, ReferralAmendmentsRepository } from './amendments/referral-amendments.repository.js';
import type { Referral } from './referral.dto.js';
import { sideOf, type WritingSide } from './referral-editing.js';
import type { ReferralEntity } from './referral.entity.js';
import { answersOf, toReferral } from './referral-mapping.js';
import { isCaseworkerOf } from './referral-visibility.js';
import { ReferralsRepository, type StoredSection } from './referrals.repository.js';
import { ReferralReceiptsRepository } from './receipts/referral-receipts.repository.js';
import { stateOfSignOff, toSignOffSummary } from './sign-offs/sign-off-answers.js';
import { SignOffsRepository } from './sign-offs/sign-offs.repository.js';

/** A referral as one person sees it: who writes an amendment sees their own changes, everybody else what was sent. */
@Injectable()
export class ReferralPresenter {
  constructor(
    private readonly repository: ReferralsRepository,
    private readonly amendments: ReferralAmendmentsRepository,
    private readonly signOffs: SignOffsRepository,
    private readonly receipts: ReferralReceiptsRepository,
    private readonly schools: SchoolsRepository,
    private readonly clock: Clock,
  ) {}

  async present(tx: Tx, actor: Actor, referral: ReferralEntity): Promise<Referral> {
    const { authorityId, id: referralId } = referral;
    const school = await this.schools.findOfReferral(tx, authorityId, referral.schoolId);
    const side = sideOf(actor, referral);
    const amendment = await this.amendments.find(tx, authorityId, referralId);
    const isAmending = amendment !== null && amendment.side === side;
    const sections = await this.sections(tx, referral, isAmending ? amendment : null);
    const newest = await this.signOffs.findNewest(tx, authorityId, referralId);
    const signOff = stateOfSignOff(newest, answersOf(sections), this.clock.now());
    return toReferral(referral, school, sections, {
      roles: rolesOf(actor),
      today: this.clock.today(),
      isEditable: isAmending || (await this.receipts.mayWrite(tx, actor, referral)),
      seesAllAnswers: isCaseworkerOf(actor, referral),
      amendment: amendment && side ? toOpenAmendment(amendment, side) : null,
      signOff: toSignOffSummary(newest, signOff),
      receipt: await this.receipts.find(tx, authorityId, referralId),
    });
  }

  /** The sections as they were sent, with those that an amendment has changed in their place. */
  async sections(tx: Tx, referral: ReferralEntity, amendment: AmendmentRow | null): Promise<StoredSection[]> {
    const sent = await this.repository.findSections(tx, referral.authorityId, referral.id);
    if (!amendment) return sent;
    const amended = await this.amendments.findSections(tx, referral.authorityId, amendment.id);
    return [
      ...sent.filter((old) => amended.every(({ section }) => section !== old.section)),
      ...amended.map((section) => withEarlierChanges(section, sent)),
    ];
  }
}

/** What the amendment does not touch was changed by whom it was before. */
function withEarlierChanges(amended: StoredSection, sent: readonly StoredSection[]): StoredSection {
  const earlier = sent.find(({ section }) => section === amended.section)?.changes ?? [];
  const untouched = earlier.filter(({ path }) => amended.changes.every((change) => change.path !== path));
  return { ...amended, changes: [...untouched, ...amended.changes] };
}

function toOpenAmendment({ side, reason, startedByName, startedAt }: AmendmentRow, reader: WritingSide) {
  return { reason, startedByName, startedAt: startedAt.toISOString(), isOwn: side === reader };
}
