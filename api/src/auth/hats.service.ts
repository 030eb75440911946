import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { identifierInvalid, notSignedIn } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { type Actor, identity } from './actor.js';
import type { ChooseHat, Hats, HatsOfAuthority } from './hat.dto.js';
import { type GrantOfAuthority, HatsRepository } from './hats.repository.js';
import { type LivingSession, toActor } from './living-session.js';
import { hashToken, newToken } from './secret-token.js';
import { toSessionRole } from './session.dto.js';
import { SessionsRepository } from './sessions.repository.js';
import { type HandedOver, SessionsService } from './sessions.service.js';

/** A person with several roles, or in several authorities, says which of them they act in. */
@Injectable()
export class HatsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: HatsRepository,
    private readonly names: SessionsRepository,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor, session: LivingSession): Promise<Hats> {
    return this.transactions.read(identity, async (tx) => {
      const all = await this.choosable(tx, actor, session);
      const authorities: HatsOfAuthority[] = [];
      for (const authorityId of new Set(all.map((grant) => grant.authorityId))) {
        const grants = all.filter((grant) => grant.authorityId === authorityId);
        // Names of schools are an authority's own.
        await tx.enter({ authorityId });
        const names = await this.names.findNames(tx, { authorityId, grants });
        authorities.push({
          authorityId,
          authorityName: names.authorityName,
          isCurrent: authorityId === session.authorityId,
          hats: grants.map((grant) => ({
            id: grant.id,
            role: grant.role,
            organisationName: toSessionRole(grant, names).organisationName,
            isWorn: grant.id === session.hatId,
          })),
        });
      }
      return { authorities };
    });
  }

  private async choosable(tx: Tx, actor: Actor, session: LivingSession): Promise<GrantOfAuthority[]> {
    const all = await this.repository.findAllOf(tx, actor.userId);
    const stays = await this.repository.staysInItsAuthority(tx, session.sessionId);
    return stays ? all.filter(({ authorityId }) => authorityId === session.authorityId) : all;
  }

  /** From the next request on the session may and sees what the hat does; it has a new token, as rights may grow with it. */
  async choose(actor: Actor, session: LivingSession, { authorityId, hatId }: ChooseHat): Promise<HandedOver> {
    const token = newToken();
    await this.transactions.run(identity, async (tx) => {
      const grants = (await this.choosable(tx, actor, session)).filter(
        (grant) => grant.authorityId === authorityId && (hatId === null || grant.id === hatId),
      );
      if (grants.length === 0) throw identifierInvalid();
      const isWorn = await this.repository.wear(tx, session, { authorityId, hatId, tokenHash: hashToken(token) });
      if (!isWorn) throw notSignedIn();
      // Written down where the person goes to, with the role they act in from here on.
      const wearer = toActor({ ...session, authorityId, hatId, grants }, actor.origin);
      await tx.enter(wearer);
      await this.audit.record(tx, { ...wearer, origin: actor.origin }, 'session.role_chosen', 'user', actor.userId, {
        hatId,
      });
    });
    return this.sessions.handOver({ token, deviceToken: null });
  }
}
