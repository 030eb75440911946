import { Inject, Injectable } from '@nestjs/common';
import { jwtVerify } from 'jose';
import * as openid from 'openid-client';

import { AuditService } from '../audit/audit.service.js';
import { identity, systemActor } from '../auth/actor.js';
import type { LivingSession } from '../auth/living-session.js';
import { Clock } from '../common/clock.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { afterSignOutAddress } from './identity-provider.dto.js';
import type { IdentityProviderEntity } from './identity-provider.entity.js';
import { identityProviderNotFound, logoutTokenRefused } from './identity-provider.problems.js';
import { IdentityProvidersRepository } from './identity-providers.repository.js';
import { allowedAlgorithms } from './protocol/id-token-checks.js';
import { type LogoutNotice, readLogoutToken } from './protocol/logout-token-checks.js';
import { ProviderAnswers } from './provider-answers.js';
import type { SessionProvider } from './session-provider.dto.js';

/** Ends of sessions that were opened through a provider: told by it, or told to it. */
@Injectable()
export class ProviderLogoutService {
  constructor(
    private readonly transactions: Transactions,
    private readonly providers: IdentityProvidersRepository,
    private readonly answers: ProviderAnswers,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  /** Only sessions that are older than the token end: sent again, it does nothing to those since. */
  async endSessions(identityProviderId: string, logoutToken: string): Promise<void> {
    const provider = await this.transactions.read(identity, (tx) => this.providers.findEnabled(tx, identityProviderId));
    if (!provider) throw identityProviderNotFound();
    const notice = await this.verify(provider, logoutToken);
    const actor = systemActor(provider.authorityId, provider.displayName);
    await this.transactions.run(actor, async (tx) => {
      const count = await this.providers.endSessionsOfNotice(tx, provider, notice, this.clock.now());
      await this.audit.record(tx, actor, 'identity_provider.sessions_ended', 'identity_provider', provider.id, {
        count,
      });
    });
  }

  /** The provider that the person's own session was opened through, if it was, and where they sign out of it too. */
  async ofSession({ sessionId, authorityId }: LivingSession): Promise<SessionProvider> {
    const provider = await this.transactions.read({ authorityId }, async (tx) => {
      const id = await this.providers.findIdOfSession(tx, authorityId, sessionId);
      return id === null ? null : this.providers.findOne(tx, { authorityId }, id);
    });
    if (!provider) return { identityProviderId: null, displayName: null, signOutAddress: null };
    return {
      identityProviderId: provider.id,
      displayName: provider.displayName,
      signOutAddress: await this.signOutAddress(provider),
    };
  }

  /** Without a hint that would take a token through the browser: the provider asks whether one means it. */
  private async signOutAddress(provider: IdentityProviderEntity): Promise<string | null> {
    const client = await this.answers.client(provider).catch(() => null); // no link is better than no page
    if (client?.configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return openid.buildEndSessionUrl(client.configuration, {
      post_logout_redirect_uri: afterSignOutAddress(this.environment.publicAddress),
    }).href;
  }

  private async verify(provider: IdentityProviderEntity, token: string): Promise<LogoutNotice> {
    const { configuration, keys } = await this.answers.client(provider);
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: configuration.serverMetadata().issuer,
      audience: provider.clientId,
      algorithms: [...allowedAlgorithms],
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
      maxTokenAge: '5m',
      clockTolerance: 60,
      currentDate: this.clock.now(),
    }).catch(() => {
      throw logoutTokenRefused(); // which check failed is no business of whoever sent it
    });
    const notice = readLogoutToken(protectedHeader, payload);
    if (!notice) throw logoutTokenRefused();
    return notice;
  }
}
