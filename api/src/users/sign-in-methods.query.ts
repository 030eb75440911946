import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface SignInMethodsRow {
  readonly hasPassword: boolean;
  readonly hasSingleSignOn: boolean;
  readonly hasAuthenticatorApp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

const nothing: SignInMethodsRow = {
  hasPassword: false,
  hasSingleSignOn: false,
  hasAuthenticatorApp: false,
  passkeys: 0,
  recoveryCodes: 0,
};

/** How somebody can sign in: which, never with what. Asked in the scope of sign-in, as it belongs to no authority. */
@Injectable()
export class SignInMethodsQuery {
  async run(tx: Tx, userId: string): Promise<SignInMethodsRow> {
    const [row] = await tx.rows<SignInMethodsRow>(
      `select password_hash is not null as "hasPassword",
              exists (select 1 from federated_identities f where f.user_id = u.id) as "hasSingleSignOn",
              exists (select 1 from authenticator_apps a where a.user_id = u.id and a.confirmed_at is not null) as "hasAuthenticatorApp",
              (select count(*)::int from passkeys p where p.user_id = u.id) as passkeys,
              (select count(*)::int from recovery_codes c where c.user_id = u.id and c.used_at is null) as "recoveryCodes"
         from users u where u.id = $1`,
      [userId],
    );
    return row ?? { ...nothing };
  }
}
