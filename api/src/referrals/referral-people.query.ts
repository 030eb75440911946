import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { MailRecipient } from '../mail/mail.service.js';

type Person = MailRecipient & { readonly userId: string };

/** Whom a mail about a referral goes to. */
@Injectable()
export class ReferralPeopleQuery {
  findCoordinators(tx: Tx, authorityId: number): Promise<Person[]> {
    return tx.rows<Person>(
      `select distinct u.id as "userId", u.name, u.email from role_grants g join users u on u.id = g.user_id and u.is_active
        where g.authority_id = $1 and g.role = 'coordinator' order by u.email`,
      [authorityId],
    );
  }

  async emailOf(tx: Tx, userId: string): Promise<string | null> {
    const [row] = await tx.rows<{ email: string }>('select email from users where id = $1', [userId]);
    return row?.email ?? null;
  }

  findSencos(tx: Tx, authorityId: number, schoolId: string): Promise<Person[]> {
    return tx.rows<Person>(
      `select distinct u.id as "userId", u.name, u.email from role_grants g join users u on u.id = g.user_id and u.is_active
        where g.authority_id = $1 and g.role = 'senco' and g.school_id = $2 order by u.email`,
      [authorityId, schoolId],
    );
  }
}
