import { Inject, Injectable } from '@nestjs/common';

import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import type { Environment } from '../../config/environment.js';
import { environmentToken } from '../../config/environment.token.js';
import type { Tx } from '../../database/transactions.js';
import type { Browser } from '../browser.js';
import { type LivingSession, toActor } from '../living-session.js';
import { type HandedOver, SessionsService } from '../sessions.service.js';
import { StandingQuery } from '../standing.query.js';
import type { AddedFactor } from './factor.dto.js';
import { FactorMails } from './factor-mails.service.js';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code.js';
import { RecoveryCodesRepository } from './recovery-codes.repository.js';

/** What a new factor brings with it: perhaps a rise of the session, perhaps recovery codes. */
export interface Enrolled {
  readonly risen: Omit<HandedOver, 'step'> | null;
  readonly recoveryCodes: string[] | null;
}

export type NewFactor = 'app_code' | 'passkey';

const words: Readonly<Record<NewFactor, string>> = {
  app_code: 'An authenticator app was set up for your account',
  passkey: 'A passkey was added to your account',
};

/** The end of setting up any second factor. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly recoveryCodes: RecoveryCodesRepository,
    private readonly standings: StandingQuery,
    private readonly sessions: SessionsService,
    private readonly mails: FactorMails,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  /** `tx` sees people when it comes in, and the authority of the person when it goes out. */
  async added(tx: Tx, session: LivingSession, factor: NewFactor, browser: Browser): Promise<Enrolled> {
    const standing = await this.standings.run(tx, session.userId, this.environment.arePasskeysRequired);
    const recoveryCodes = standing.recoveryCodesLeft === 0 ? await this.renewCodes(tx, session.userId) : null;
    // In an open session nothing rises: it stays what it is.
    const risen = session.stage === 'open' ? null : await this.sessions.rise(tx, session, factor, browser);
    await tx.enter({ authorityId: session.authorityId });
    const actor = toActor(session, browser.origin);
    await this.audit.record(tx, actor, 'sign_in_method.added', 'user', session.userId, { method: factor });
    await this.mails.methodsChanged(tx, session, words[factor]);
    return { risen, recoveryCodes };
  }

  /** Ten new ones; the old ones are worth nothing. */
  async renewCodes(tx: Tx, userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await this.recoveryCodes.replace(tx, userId, codes.map(hashRecoveryCode), this.clock.now());
    return codes;
  }

  /** When the transaction has ended. */
  async answer(
    session: LivingSession,
    { risen, recoveryCodes }: Enrolled,
  ): Promise<{ readonly handedOver: HandedOver | null; readonly added: AddedFactor }> {
    const handedOver = risen && (await this.sessions.handOver(risen));
    const step = handedOver?.step ?? (await this.sessions.step(session));
    return { handedOver, added: { step, recoveryCodes } };
  }
}
