import { Injectable } from '@nestjs/common';
import type { ReferralSection } from '@panel/case-rules';

import type { Tx } from '../../database/transactions.js';

interface Writer {
  readonly authorityId: number;
  readonly referralId: string;
  readonly section: ReferralSection;
  readonly userId: string;
  readonly seenAt: Date;
}

/** Who has a section open. The referral was already found to be theirs to write in. */
@Injectable()
export class SectionWritersRepository {
  async announce(tx: Tx, { authorityId, referralId, section, userId, seenAt }: Writer): Promise<void> {
    await tx.rows(
      `insert into referral_section_writers (authority_id, referral_id, section, user_id, seen_at) values ($1, $2, $3, $4, $5)
       on conflict on constraint referral_section_writers_pkey do update set seen_at = excluded.seen_at`,
      [authorityId, referralId, section, userId, seenAt],
    );
  }

  /** Forgets whoever has not been heard of since, in all sections of the referral. */
  async forget(tx: Tx, authorityId: number, referralId: string, since: Date): Promise<void> {
    await tx.rows(
      'delete from referral_section_writers where authority_id = $1 and referral_id = $2 and seen_at < $3',
      [authorityId, referralId, since],
    );
  }

  findOthers(
    tx: Tx,
    { authorityId, referralId, section, userId }: Omit<Writer, 'seenAt'>,
  ): Promise<{ name: string; seenAt: Date }[]> {
    return tx.rows<{ name: string; seenAt: Date }>(
      `select u.name, w.seen_at as "seenAt" from referral_section_writers w join users u on u.id = w.user_id
        where w.authority_id = $1 and w.referral_id = $2 and w.section = $3 and w.user_id <> $4 order by u.name`,
      [authorityId, referralId, section, userId],
    );
  }
}
