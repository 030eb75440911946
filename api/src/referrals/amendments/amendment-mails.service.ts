import { Injectable } from '@nestjs/common';

import type { Actor } from '../../auth/actor.js';
import type { Tx } from '../../database/transactions.js';
import { MailService } from '../../mail/mail.service.js';
import type { ReferralEntity } from '../referral.entity.js';
import { ReferralPeopleQuery } from '../referral-people.query.js';

/** Tells of an amendment who may have read the version before: the case, and where the differences are. */
@Injectable()
export class AmendmentMailsService {
  constructor(
    private readonly people: ReferralPeopleQuery,
    private readonly mail: MailService,
  ) {}

  async tell(tx: Tx, actor: Actor, referral: ReferralEntity, number: number): Promise<void> {
    const { id, reference, schoolId } = referral;
    const all = [
      ...(await this.people.findCoordinators(tx, actor.authorityId)),
      ...(await this.people.findSencos(tx, actor.authorityId, schoolId)),
    ];
    // Somebody may have both roles.
    const others = new Map(
      all.filter(({ userId }) => userId !== actor.userId).map((person) => [person.userId, person]),
    );
    for (const to of others.values()) {
      await this.mail.queue(tx, actor, {
        to,
        kind: 'referral_amended',
        subject: `Referral ${reference}: amended`,
        lines: [
          `Referral ${reference} was amended after it had been sent. It is version ${number} now; the earlier ones are kept.`,
          'Look at what is different, old and new, and why. There is nothing to do if it changes nothing for you.',
        ],
        link: { path: `/referrals/${id}/versions`, isSecret: false },
      });
    }
  }
}
