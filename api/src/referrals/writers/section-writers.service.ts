import { Injectable } from '@nestjs/common';
import type { ReferralSection } from '@panel/case-rules';

import type { Actor } from '../../auth/actor.js';
import { Clock } from '../../common/clock.js';
import { Transactions } from '../../database/transactions.js';
import { ReferralAmendmentsRepository } from '../amendments/referral-amendments.repository.js';
import { sideOf } from '../referral-editing.js';
import { ReferralReceiptsRepository } from '../receipts/referral-receipts.repository.js';
import { ReferralPresenter } from '../referral-presenter.js';
import { referralNotEditable, referralNotFound } from '../referral.problems.js';
import type { SectionWriters } from '../referral-sections.dto.js';
import { ReferralsRepository } from '../referrals.repository.js';
import { SectionWritersRepository } from './section-writers.repository.js';

/** A page is heard of every fifteen seconds; after three times that it is taken to be closed. */
const silence = 45_000;

/** Who writes in a section right now, so that two people see each other before they meet in one answer. */
@Injectable()
export class SectionWritersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly referrals: ReferralsRepository,
    private readonly amendments: ReferralAmendmentsRepository,
    private readonly receipts: ReferralReceiptsRepository,
    private readonly presenter: ReferralPresenter,
    private readonly writers: SectionWritersRepository,
    private readonly clock: Clock,
  ) {}

  announce(actor: Actor, referralId: string, section: ReferralSection): Promise<SectionWriters> {
    const now = this.clock.now();
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      const side = sideOf(actor, referral);
      const { authorityId, userId } = actor;
      const amendment = await this.amendments.find(tx, authorityId, referralId);
      const isAmending = amendment !== null && amendment.side === side;
      if (!isAmending && !(await this.receipts.mayWrite(tx, actor, referral))) throw referralNotEditable();

      const writer = { authorityId, referralId, section, userId };
      await this.writers.forget(tx, authorityId, referralId, new Date(now.getTime() - silence));
      await this.writers.announce(tx, { ...writer, seenAt: now });
      const sections = await this.presenter.sections(tx, referral, isAmending ? amendment : null);
      const saved = sections.find((candidate) => candidate.section === section);
      const others = await this.writers.findOthers(tx, writer);
      return {
        version: saved?.version ?? 0,
        savedAt: saved?.savedAt.toISOString() ?? null,
        savedByName: saved?.savedByName ?? null,
        others: others.map(({ name, seenAt }) => ({ name, seenAt: seenAt.toISOString() })),
      };
    });
  }
}
