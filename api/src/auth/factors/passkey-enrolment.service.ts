import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../../common/clock.js';
import type { Environment } from '../../config/environment.js';
import { environmentToken } from '../../config/environment.token.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import { identity } from '../actor.js';
import type { Browser } from '../browser.js';
import type { LivingSession } from '../living-session.js';
import { ChallengesRepository } from './challenges.repository.js';
import { type Enrolled, EnrolmentService } from './enrolment.service.js';
import type { PasskeyOptions } from './factor.dto.js';
import { passkeyKnown, passkeyNotAdded } from './factor.problems.js';
import {
  ceremonyMilliseconds,
  readRegistration,
  registrationOptions,
  type RelyingParty,
  relyingParty,
  verifiedRegistration,
} from './passkey-ceremony.js';
import { PasskeysRepository } from './passkeys.repository.js';

/** Setting up a passkey: the device makes a key for this site alone, and we keep its public half. */
@Injectable()
export class PasskeyEnrolmentService {
  private readonly party: RelyingParty;

  constructor(
    private readonly transactions: Transactions,
    private readonly passkeys: PasskeysRepository,
    private readonly challenges: ChallengesRepository,
    private readonly enrolment: EnrolmentService,
    private readonly clock: Clock,
    @Inject(environmentToken) { publicAddress }: Environment,
  ) {
    this.party = relyingParty(publicAddress);
  }

  begin(session: LivingSession): Promise<PasskeyOptions> {
    return this.transactions.run(identity, async (tx) => {
      const existing = await this.passkeys.findAllOf(tx, session.userId);
      const options = await registrationOptions(this.party, session, existing);
      const expiresAt = new Date(this.clock.now().getTime() + ceremonyMilliseconds);
      await this.challenges.set(tx, session.sessionId, 'register', options.challenge, expiresAt);
      return { options: JSON.stringify(options) };
    });
  }

  async add(
    session: LivingSession,
    passkey: { readonly name: string; readonly credential: string },
    browser: Browser,
  ): Promise<Enrolled> {
    // A challenge that was answered wrongly is used up too, so it is taken in a transaction of its own.
    const challenge = await this.transactions.run(identity, (tx) =>
      this.challenges.take(tx, session.sessionId, 'register', this.clock.now()),
    );
    const response = readRegistration(passkey.credential);
    if (challenge === null || response === null) throw passkeyNotAdded();
    const credential = await verifiedRegistration(this.party, challenge, response);
    if (!credential) throw passkeyNotAdded();
    return this.transactions.run(identity, async (tx: Tx) => {
      const isNew = await this.passkeys.insert(tx, {
        userId: session.userId,
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
        name: passkey.name.trim(),
        now: this.clock.now(),
      });
      if (!isNew) throw passkeyKnown();
      return this.enrolment.added(tx, session, 'passkey', browser);
    });
  }
}
