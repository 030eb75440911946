import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { MailRecipient } from '../mail/mail.service.js';

export interface Person extends MailRecipient {
  readonly userId: string;
}

/** To whom a case can be given, and who did what. */
@Injectable()
export class TriagePeopleQuery {
  findCoordinators(tx: Tx, authorityId: number): Promise<Person[]> {
    return tx.rows<Person>(
      `select distinct u.id as "userId", u.name, u.email
         from role_grants g join users u on u.id = g.user_id and u.is_active
        where g.authority_id = $1 and g.role = 'coordinator' order by u.name, u.id`,
      [authorityId],
    );
  }

  async findName(tx: Tx, userId: string): Promise<string> {
    const [row] = await tx.rows<{ name: string }>('select name from users where id = $1', [userId]);
    return row?.name ?? '';
  }
}
