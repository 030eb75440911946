import { Inject, Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';

import { Clock } from '../../common/clock.js';
import { FieldEncryption } from '../../common/field-encryption.js';
import type { Environment } from '../../config/environment.js';
import { environmentToken } from '../../config/environment.token.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import { identity } from '../actor.js';
import type { LivingSession } from '../living-session.js';
import type { SecondFactor } from '../sign-in-stages.js';
import { stepOfCode, typedCode } from './authenticator-code.js';
import { AuthenticatorAppsRepository } from './authenticator-apps.repository.js';
import { type ChallengePurpose, ChallengesRepository } from './challenges.repository.js';
import {
  authenticationOptions,
  ceremonyMilliseconds,
  readAuthentication,
  type RelyingParty,
  relyingParty,
  verifiedAuthentication,
} from './passkey-ceremony.js';
import { PasskeysRepository } from './passkeys.repository.js';
import { hashRecoveryCode } from './recovery-code.js';
import { RecoveryCodesRepository } from './recovery-codes.repository.js';

/** A code as it was typed, or the answer of a passkey as JSON. */
export interface ShownFactor {
  readonly factor: SecondFactor;
  readonly value: string;
}

/** Whether what somebody shows is a second factor of the person of this session. Each code and each challenge counts once. */
@Injectable()
export class SecondFactorCheck {
  private readonly party: RelyingParty;

  constructor(
    private readonly transactions: Transactions,
    private readonly apps: AuthenticatorAppsRepository,
    private readonly passkeys: PasskeysRepository,
    private readonly recoveryCodes: RecoveryCodesRepository,
    private readonly challenges: ChallengesRepository,
    private readonly encryption: FieldEncryption,
    private readonly clock: Clock,
    @Inject(environmentToken) { publicAddress }: Environment,
  ) {
    this.party = relyingParty(publicAddress);
  }

  /** What the browser hands to the passkey. */
  passkeyOptions(session: LivingSession, purpose: ChallengePurpose): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.transactions.run(identity, async (tx) => {
      const options = await authenticationOptions(this.party, await this.passkeys.findAllOf(tx, session.userId));
      const expiresAt = new Date(this.clock.now().getTime() + ceremonyMilliseconds);
      await this.challenges.set(tx, session.sessionId, purpose, options.challenge, expiresAt);
      return options;
    });
  }

  /** `tx` sees people, not cases. */
  check(tx: Tx, session: LivingSession, { factor, value }: ShownFactor, purpose: ChallengePurpose): Promise<boolean> {
    switch (factor) {
      case 'app_code':
        return this.checkAppCode(tx, session.userId, value);
      case 'recovery_code':
        return this.recoveryCodes.use(tx, session.userId, hashRecoveryCode(value), this.clock.now());
      case 'passkey':
        return this.checkPasskey(tx, session, value, purpose);
    }
  }

  private async checkAppCode(tx: Tx, userId: string, value: string): Promise<boolean> {
    const app = await this.apps.findConfirmed(tx, userId);
    if (!app) return false;
    const secret = this.encryption.open(appPlace(app.id), app.sealedSecret);
    const step = stepOfCode(secret, typedCode(value), this.clock.now());
    return step !== null && this.apps.useStep(tx, app.id, step);
  }

  private async checkPasskey(
    tx: Tx,
    session: LivingSession,
    value: string,
    purpose: ChallengePurpose,
  ): Promise<boolean> {
    const challenge = await this.challenges.take(tx, session.sessionId, purpose, this.clock.now());
    const response = readAuthentication(value);
    if (challenge === null || response === null) return false;
    const passkey = await this.passkeys.findByCredential(tx, session.userId, response.id);
    if (!passkey) return false;
    const counter = await verifiedAuthentication(this.party, challenge, response, passkey);
    return counter !== null && this.passkeys.use(tx, passkey, counter, this.clock.now());
  }
}

/** Where the secret of an app stands: sealed for this row, it opens in no other. */
export function appPlace(appId: string): {
  readonly field: string;
  readonly authorityId: null;
  readonly rowId: string;
} {
  return { field: 'authenticator_apps.sealed_secret', authorityId: null, rowId: appId };
}
