import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, identity } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { identifierInvalid } from '../common/common.problems.js';
import { Transactions } from '../database/transactions.js';
import { MailService } from '../mail/mail.service.js';
import type { ClaimedPerson } from './claims/read-claims.js';
import { FederatedIdentitiesRepository } from './federated-identities.repository.js';
import type { IdentityProviderEntity } from './identity-provider.entity.js';
import { IdentityProvidersRepository } from './identity-providers.repository.js';
import { type LinkedSignInList, toLinkedSignIn } from './linked-sign-in.dto.js';
import { signOnRefused } from './single-sign-on.problems.js';

/** The accounts at identity providers that a person has said are theirs. */
@Injectable()
export class LinkedSignInsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identities: FederatedIdentitiesRepository,
    private readonly providers: IdentityProvidersRepository,
    private readonly mail: MailService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<LinkedSignInList> {
    return this.transactions.read(identity, async (tx) => {
      const linked = await this.identities.findOfPerson(tx, actor.userId);
      const providers = (await this.providers.findAll(tx, actor)).filter(({ isEnabled }) => isEnabled);
      return {
        items: linked.map((each) => toLinkedSignIn(each, providers)),
        offered: providers
          .filter(({ issuer }) => !linked.some((each) => each.issuer === issuer))
          .map(({ id, displayName }) => ({ id, displayName })),
      };
    });
  }

  /** What the provider says was checked before; who the person is here, their session says. */
  link(actor: Actor, provider: IdentityProviderEntity, claimed: ClaimedPerson): Promise<void> {
    return this.transactions.run(identity, async (tx) => {
      const accountName = claimed.email ?? claimed.name ?? '';
      const linked = await this.identities.link(tx, actor.userId, claimed.key, {
        accountName,
        now: this.clock.now(),
      });
      if (linked.userId !== actor.userId) throw signOnRefused('linked_to_another');
      if (!linked.isNew) return;
      const to = await this.identities.findRecipient(tx, actor.userId);
      await tx.enter({ authorityId: actor.authorityId });
      await this.audit.record(tx, actor, 'linked_sign_in.linked', 'user', actor.userId, {
        identityProviderId: provider.id,
      });
      await this.mail.queue(tx, actor, {
        to,
        kind: 'sign_in_linked',
        subject: 'A way to sign in was added to your account',
        lines: [
          `From now on you can sign in with ${provider.displayName}.`,
          'If this was not you, sign in, remove it under “Your account”, and tell your administrator at once.',
        ],
        link: { path: '/account/linked-sign-in', isSecret: false },
      });
    });
  }

  unlink(actor: Actor, linkedSignInId: string): Promise<void> {
    return this.transactions.run(identity, async (tx) => {
      const row = await this.identities.unlink(tx, actor.userId, linkedSignInId);
      if (!row) throw identifierInvalid();
      // Other sessions that came in this way end; the one that unlinks goes on.
      await this.identities.endSessionsThrough(tx, actor.userId, row, actor.origin.sessionId, this.clock.now());
      const to = await this.identities.findRecipient(tx, actor.userId);
      await tx.enter({ authorityId: actor.authorityId });
      await this.audit.record(tx, actor, 'linked_sign_in.unlinked', 'user', actor.userId);
      await this.mail.queue(tx, actor, {
        to,
        kind: 'sign_in_unlinked',
        subject: 'A way to sign in was removed from your account',
        lines: [
          `You cannot sign in with ${row.accountName || 'the account that was linked'} any more.`,
          'If this was not you, sign in in another way and tell your administrator at once.',
        ],
        link: { path: '/account/linked-sign-in', isSecret: false },
      });
    });
  }
}
