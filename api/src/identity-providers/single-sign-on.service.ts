import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, identity, systemActor } from '../auth/actor.js';
import type { Browser } from '../auth/browser.js';
import type { LivingSession } from '../auth/living-session.js';
import { toActor } from '../auth/living-session.js';
import { newToken } from '../auth/secret-token.js';
import { type HandedOver, SessionsService } from '../auth/sessions.service.js';
import type { Proof } from '../auth/sign-in-stages.js';
import { Clock } from '../common/clock.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { secondFactorOf } from './claims/read-claims.js';
import { redirectAddress } from './identity-provider.dto.js';
import type { IdentityProviderEntity } from './identity-provider.entity.js';
import { identityProviderNotFound } from './identity-provider.problems.js';
import { IdentityProvidersRepository } from './identity-providers.repository.js';
import { LinkedSignInsService } from './linked-sign-ins.service.js';
import { localPath } from './local-path.js';
import { challengeOf, hashOf, nonceOf, verifierOf } from './protocol/start-secrets.js';
import { ProviderAnswers, type TrustedAnswer } from './provider-answers.js';
import { ProviderPeopleService } from './provider-people.service.js';
import { ProviderStartsRepository, type TakenStart } from './provider-starts.repository.js';
import { type RefusalCode, SignOnRefusal, signOnRefused } from './single-sign-on.problems.js';

const startMilliseconds = 10 * 60_000;
const dayMilliseconds = 24 * 60 * 60_000;
/** Clocks of two machines. */
const toleratedSeconds = 60;

export interface Start {
  /** At the provider: where the browser goes now. */
  readonly address: string;
  /** For the cookie. */
  readonly browserToken: string;
}

/** What a browser that comes back from a provider is told: where to go, and its session where one was opened. */
export interface Finish {
  readonly path: string;
  readonly handedOver: HandedOver | null;
}

export interface Answer {
  readonly identityProviderId: string;
  /** What the browser brought, as it stands in the address. */
  readonly query: string;
  readonly browserToken: string | null;
  readonly session: LivingSession | null;
}

/** The way to an identity provider and back. */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly transactions: Transactions,
    private readonly providers: IdentityProvidersRepository,
    private readonly starts: ProviderStartsRepository,
    private readonly answers: ProviderAnswers,
    private readonly people: ProviderPeopleService,
    private readonly linkedSignIns: LinkedSignInsService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  /** Where a link goes: with a refusal it goes to the page that explains it. */
  async startSignIn(
    identityProviderId: string,
    returnTo: string | undefined,
  ): Promise<Start | { readonly refusedPath: string }> {
    try {
      return await this.start(identityProviderId, { purpose: 'sign_in', userId: null, returnTo: localPath(returnTo) });
    } catch (error) {
      if (error instanceof SignOnRefusal) return { refusedPath: refusedPath(error.reason) };
      throw error;
    }
  }

  /** Whoever holds the link of an invitation accepts it with an account at the provider. */
  startAcceptance(identityProviderId: string, token: string): Promise<Start> {
    const start = { purpose: 'invitation', userId: null, returnTo: '/' } as const;
    return this.start(identityProviderId, { ...start, invitationTokenHash: hashOf(token) });
  }

  /** Somebody signed in wants to come in this way from now on. */
  startLink(actor: Actor, identityProviderId: string, returnTo: string): Promise<Start> {
    const path = localPath(returnTo);
    return this.start(identityProviderId, { purpose: 'link', userId: actor.userId, returnTo: path }, actor.authorityId);
  }

  /** Somebody signed in shows at the provider that it is still them. */
  startConfirmation(session: LivingSession, identityProviderId: string, returnTo: string): Promise<Start> {
    const { userId, authorityId } = session;
    return this.start(identityProviderId, { purpose: 'confirm', userId, returnTo: localPath(returnTo) }, authorityId);
  }

  async finish(answer: Answer, browser: Browser): Promise<Finish> {
    const provider = await this.transactions.read(identity, (tx) =>
      this.providers.findEnabled(tx, answer.identityProviderId),
    );
    if (!provider) return { path: refusedPath('provider_disabled'), handedOver: null };
    try {
      return await this.accept(provider, answer, browser);
    } catch (error) {
      if (!(error instanceof SignOnRefusal)) throw error;
      await this.recordRefusal(provider, error.reason);
      return { path: refusedPath(error.reason), handedOver: null };
    }
  }

  private async accept(provider: IdentityProviderEntity, answer: Answer, browser: Browser): Promise<Finish> {
    const { browserToken } = answer;
    const state = new URLSearchParams(answer.query).get('state');
    if (browserToken === null || state === null) throw signOnRefused('start_unknown');
    const start = await this.take(provider, state, browserToken);
    const address = new URL(`${redirectAddress(this.environment.publicAddress, provider.id)}?${answer.query}`);
    const trusted = await this.answers.read(provider, address, { state, browserToken });
    switch (start.purpose) {
      case 'link':
        return this.link(provider, trusted, start, answer.session, browser);
      case 'confirm':
        return this.confirm(trusted, start, answer.session, browser);
      case 'sign_in':
      case 'invitation':
        return this.signIn(provider, trusted, start, browser);
    }
  }

  private async signIn(
    provider: IdentityProviderEntity,
    { claims, person }: TrustedAnswer,
    start: TakenStart,
    browser: Browser,
  ): Promise<Finish> {
    const factor = secondFactorOf(claims, provider);
    if (factor === 'refused') throw signOnRefused('second_factor_missing');
    const { userId, hasRolesElsewhere } = await this.people.settle(
      provider,
      person,
      browser.origin,
      start.invitationTokenHash,
    );
    const proofs: Proof[] = ['single_sign_on'];
    // One authority's provider cannot speak for a second factor of somebody who works for another one too.
    if (factor === 'shown' && !hasRolesElsewhere) proofs.push('external_second_factor');
    if (factor === 'shown_resistant' && !hasRolesElsewhere) proofs.push('external_phishing_resistant');
    const handedOver = await this.sessions.begin(userId, proofs, browser, {
      authorityId: provider.authorityId,
      identityProviderId: provider.id,
      subject: String(claims['sub']),
      sessionId: typeof claims['sid'] === 'string' ? claims['sid'] : null,
    });
    const isOpen = handedOver.step.stage === 'open';
    return {
      path: isOpen
        ? start.returnTo
        : `/sign-in/continue?${new URLSearchParams({ returnTo: start.returnTo }).toString()}`,
      handedOver,
    };
  }

  private async link(
    provider: IdentityProviderEntity,
    { person }: TrustedAnswer,
    start: TakenStart,
    session: LivingSession | null,
    browser: Browser,
  ): Promise<Finish> {
    if (session?.stage !== 'open' || session.userId !== start.userId) throw signOnRefused('not_signed_in_here');
    await this.linkedSignIns.link(toActor(session, browser.origin), provider, person);
    return { path: start.returnTo, handedOver: null };
  }

  private async confirm(
    { claims, person }: TrustedAnswer,
    start: TakenStart,
    session: LivingSession | null,
    browser: Browser,
  ): Promise<Finish> {
    if (session?.stage !== 'open' || session.userId !== start.userId) throw signOnRefused('not_signed_in_here');
    const known = await this.people.findPerson(person);
    if (known?.userId !== session.userId) throw signOnRefused('confirmed_as_another');
    const authenticatedAt = claims['auth_time'];
    const startedAt = start.startedAt.getTime() / 1000 - toleratedSeconds;
    if (typeof authenticatedAt !== 'number' || authenticatedAt < startedAt) throw signOnRefused('not_confirmed_anew');
    const actor = toActor(session, browser.origin);
    const risen = await this.transactions.run(identity, async (tx) => {
      const again = await this.sessions.rise(tx, session, 'single_sign_on', browser);
      await tx.enter({ authorityId: session.authorityId });
      await this.audit.record(tx, actor, 'session.confirmed', 'user', actor.userId, { with: 'single_sign_on' });
      return again;
    });
    // The page says that what was held back can be done now.
    return { path: `${start.returnTo.replace(/#.*$/, '')}#confirmed`, handedOver: await this.sessions.handOver(risen) };
  }

  private async start(
    identityProviderId: string,
    start: Pick<TakenStart, 'purpose' | 'userId' | 'returnTo'> & { readonly invitationTokenHash?: Buffer },
    authorityId: number | null = null,
  ): Promise<Start> {
    const provider = await this.transactions.read(identity, (tx) => this.providers.findEnabled(tx, identityProviderId));
    if (authorityId !== null && provider?.authorityId !== authorityId) throw identityProviderNotFound();
    if (!provider) throw signOnRefused('provider_disabled');
    const { configuration } = await this.answers.client(provider);
    const browserToken = newToken();
    const state = newToken();
    const startedAt = this.clock.now();
    await this.transactions.run({ authorityId: provider.authorityId }, async (tx) => {
      await this.starts.deleteOld(tx, provider.authorityId, new Date(startedAt.getTime() - dayMilliseconds));
      await this.starts.insert(tx, {
        invitationTokenHash: null,
        ...start,
        authorityId: provider.authorityId,
        identityProviderId,
        stateHash: hashOf(state),
        browserHash: hashOf(browserToken),
        startedAt,
        expiresAt: new Date(startedAt.getTime() + startMilliseconds),
      });
    });
    const address = openid.buildAuthorizationUrl(configuration, {
      ...parametersOf(provider, start.purpose !== 'sign_in'),
      redirect_uri: redirectAddress(this.environment.publicAddress, provider.id),
      state,
      nonce: nonceOf(browserToken),
      code_challenge: challengeOf(verifierOf(browserToken)),
      code_challenge_method: 'S256',
    });
    return { address: address.href, browserToken };
  }

  private async take(provider: IdentityProviderEntity, state: string, browserToken: string): Promise<TakenStart> {
    const { authorityId, id: identityProviderId } = provider;
    const start = await this.transactions.run({ authorityId }, (tx) =>
      this.starts.take(tx, {
        authorityId,
        identityProviderId,
        stateHash: hashOf(state),
        browserHash: hashOf(browserToken),
        now: this.clock.now(),
      }),
    );
    if (!start) throw signOnRefused('start_unknown');
    return start;
  }

  private recordRefusal({ authorityId, id }: IdentityProviderEntity, reason: RefusalCode): Promise<void> {
    const actor = systemActor(authorityId, 'Single sign-on');
    return this.transactions.run(actor, (tx) =>
      this.audit.record(tx, actor, 'session.sign_in_refused', 'identity_provider', id, { reason }),
    );
  }
}

export function refusedPath(reason: RefusalCode): string {
  return `/sign-in/refused?reason=${reason}`;
}

function parametersOf(provider: IdentityProviderEntity, isAskedAnew: boolean): Record<string, string> {
  const { kind, requiredAcr, maxAgeMinutes } = provider;
  // Entra ID takes its authentication contexts as an essential claim, and knows no acr_values.
  const asksForContexts = kind === 'entra_id' && requiredAcr.length > 0;
  return {
    scope: kind === 'dfe_sign_in' ? 'openid profile email organisation' : 'openid profile email',
    ...(asksForContexts && {
      claims: JSON.stringify({ id_token: { acrs: { essential: true, values: requiredAcr } } }),
    }),
    ...(kind !== 'entra_id' && requiredAcr.length > 0 && { acr_values: requiredAcr.join(' ') }),
    ...(maxAgeMinutes !== null && { max_age: String(maxAgeMinutes * 60) }),
    // Whoever links or confirms must not do it with a session at the provider that somebody has left open.
    ...(isAskedAnew && { prompt: 'login', max_age: '0' }),
  };
}
