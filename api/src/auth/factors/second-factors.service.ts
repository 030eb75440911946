import { Inject, Injectable } from '@nestjs/common';

import { AuditService } from '../../audit/audit.service.js';
import { notSignedIn } from '../../common/common.problems.js';
import type { Environment } from '../../config/environment.js';
import { environmentToken } from '../../config/environment.token.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import { type Actor, identity } from '../actor.js';
import type { Browser } from '../browser.js';
import { KnownDevicesRepository } from '../known-devices.repository.js';
import type { LivingSession } from '../living-session.js';
import { type Counted, RateLimitsService } from '../rate-limits.service.js';
import { hashToken } from '../secret-token.js';
import { noDemoHere, passkeyRefused, secondFactorRefused, signInBeginsAgain } from '../session.problems.js';
import { type HandedOver, SessionsService } from '../sessions.service.js';
import { codesOfAccount, codesOfSession } from '../sign-in-limits.js';
import { SignInRefusals } from '../sign-in-refusals.service.js';
import { offeredFactors } from '../sign-in-stages.js';
import { StandingQuery } from '../standing.query.js';
import type { ChallengePurpose } from './challenges.repository.js';
import { FactorMails } from './factor-mails.service.js';
import { SecondFactorCheck, type ShownFactor } from './second-factor-check.service.js';

type Guesses = readonly [ofSession: Counted, ofAccount: Counted];

/** The second factor at sign-in, and again before a grave step. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly checks: SecondFactorCheck,
    private readonly sessions: SessionsService,
    private readonly standings: StandingQuery,
    private readonly limits: RateLimitsService,
    private readonly devices: KnownDevicesRepository,
    private readonly refusals: SignInRefusals,
    private readonly mails: FactorMails,
    private readonly audit: AuditService,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  async passkeyOptions(session: LivingSession): Promise<{ readonly options: string }> {
    return { options: JSON.stringify(await this.checks.passkeyOptions(session, purposeIn(session))) };
  }

  /** Goes on with a sign-in. */
  show(session: LivingSession, shown: ShownFactor, browser: Browser): Promise<HandedOver> {
    return this.prove(session, shown, browser, async (tx) => {
      const risen = await this.sessions.rise(tx, session, shown.factor, browser);
      await tx.enter({ authorityId: session.authorityId });
      if (shown.factor === 'recovery_code') await this.mails.recoveryCodeUsed(tx, session);
      return risen;
    });
  }

  /** In an open session, by the best that the person has; a recovery code is for getting in again, not for this. */
  confirm(actor: Actor, session: LivingSession, shown: ShownFactor, browser: Browser): Promise<HandedOver> {
    if (shown.factor === 'recovery_code') throw secondFactorRefused();
    return this.prove(session, shown, browser, async (tx) => {
      const risen = await this.sessions.rise(tx, session, shown.factor, browser);
      await tx.enter(actor);
      await this.audit.record(tx, actor, 'session.confirmed', 'user', actor.userId, { with: shown.factor });
      return risen;
    });
  }

  /** By one click, in a demonstration. */
  async confirmAsDemoPerson(actor: Actor, session: LivingSession, browser: Browser): Promise<HandedOver> {
    if (!this.environment.isDemo || !session.isDemoPerson) throw noDemoHere();
    const risen = await this.transactions.run(identity, async (tx) => {
      const again = await this.sessions.rise(tx, session, 'demo', browser);
      await tx.enter(actor);
      await this.audit.record(tx, actor, 'session.confirmed', 'user', actor.userId, { with: 'demo' });
      return again;
    });
    return this.sessions.handOver(risen);
  }

  private async prove(
    session: LivingSession,
    shown: ShownFactor,
    browser: Browser,
    rise: (tx: Tx) => Promise<Omit<HandedOver, 'step'>>,
  ): Promise<HandedOver> {
    const guesses = await this.guessesOf(session, browser);
    if (shown.factor !== 'passkey') await this.countGuess(session, guesses);
    const risen = await this.transactions.run(identity, async (tx) => {
      const standing = await this.standings.run(tx, session.userId, this.environment.arePasskeysRequired);
      const isOffered = offeredFactors(standing).includes(shown.factor);
      const holds = isOffered && (await this.checks.check(tx, session, shown, purposeIn(session)));
      return holds ? rise(tx) : null;
    });
    if (!risen) {
      await this.refusals.record({ id: session.userId, name: session.name }, browser.origin);
      throw shown.factor === 'passkey' ? passkeyRefused() : secondFactorRefused();
    }
    await this.limits.succeed({ forget: guesses });
    return this.sessions.handOver(risen);
  }

  /** A code has six digits: whoever has a session must not try them all, and the password is asked for again before long. */
  private async countGuess(session: LivingSession, [ofSession, ofAccount]: Guesses): Promise<void> {
    if (!(await this.limits.tryCount([ofSession]))) {
      await this.sessions.end(session);
      throw session.stage === 'open' ? notSignedIn() : signInBeginsAgain();
    }
    await this.limits.count([ofAccount]);
  }

  /** A browser the person has used before counts for itself: who has learnt the password cannot use up its owner's tries. */
  private async guessesOf({ sessionId, userId }: LivingSession, { deviceToken }: Browser): Promise<Guesses> {
    const deviceId =
      deviceToken === null
        ? null
        : await this.transactions.read(identity, (tx) => this.devices.findId(tx, userId, hashToken(deviceToken)));
    return [
      { limit: codesOfSession, key: sessionId },
      { limit: codesOfAccount, key: deviceId === null ? userId : `${userId} in ${deviceId}` },
    ];
  }
}

function purposeIn({ stage }: LivingSession): ChallengePurpose {
  return stage === 'open' ? 'confirm' : 'sign_in';
}
