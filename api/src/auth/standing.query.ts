import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { Standing } from './sign-in-stages.js';

/** Which second factors a person has, and whether a role of theirs (in any authority) asks for a passkey. */
@Injectable()
export class StandingQuery {
  async run(tx: Tx, userId: string, arePasskeysRequired: boolean): Promise<Standing> {
    const [row] = await tx.rows<Standing>(
      `select exists (select 1 from authenticator_apps where user_id = $1 and confirmed_at is not null) as "hasApp",
              (select count(*) from passkeys where user_id = $1)::integer as "passkeyCount",
              (select count(*) from recovery_codes where user_id = $1 and used_at is null)::integer as "recoveryCodesLeft",
              $2 and exists (select 1 from role_grants where user_id = $1 and role in ('administrator', 'data_protection_officer'))
                as "needsPasskey"`,
      [userId, arePasskeysRequired],
    );
    return row ?? { hasApp: false, passkeyCount: 0, recoveryCodesLeft: 0, needsPasskey: arePasskeysRequired };
  }
}
