import { Inject, Injectable } from '@nestjs/common';

import { AuditService } from '../../audit/audit.service.js';
import type { Environment } from '../../config/environment.js';
import { environmentToken } from '../../config/environment.token.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import { type Actor, identity } from '../actor.js';
import { KnownDevicesRepository } from '../known-devices.repository.js';
import type { LivingSession } from '../living-session.js';
import { SessionsService } from '../sessions.service.js';
import { SessionsRepository } from '../sessions.repository.js';
import type { Standing } from '../sign-in-stages.js';
import { StandingQuery } from '../standing.query.js';
import { AuthenticatorAppsRepository } from './authenticator-apps.repository.js';
import { EnrolmentService } from './enrolment.service.js';
import type { RecoveryCodes, SignInMethods } from './factor.dto.js';
import { FactorMails } from './factor-mails.service.js';
import { factorNotFound, lastFactor, lastPasskey, noFactorYet } from './factor.problems.js';
import { type PasskeyRow, PasskeysRepository } from './passkeys.repository.js';
import { RecoveryCodesRepository } from './recovery-codes.repository.js';

/** The person whose factors an administrator resets. */
export interface PersonToReset {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** What a person has to sign in with, beside the password, and what they take away. */
@Injectable()
export class SignInMethodsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly apps: AuthenticatorAppsRepository,
    private readonly passkeys: PasskeysRepository,
    private readonly recoveryCodes: RecoveryCodesRepository,
    private readonly devices: KnownDevicesRepository,
    private readonly people: SessionsRepository,
    private readonly standings: StandingQuery,
    private readonly enrolment: EnrolmentService,
    private readonly sessions: SessionsService,
    private readonly mails: FactorMails,
    private readonly audit: AuditService,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  read(actor: Actor): Promise<SignInMethods> {
    return this.transactions.read(identity, async (tx) => {
      const standing = await this.standing(tx, actor.userId);
      const app = await this.apps.findConfirmed(tx, actor.userId);
      const passkeys = await this.passkeys.findAllOf(tx, actor.userId);
      return {
        appAddedAt: app?.confirmedAt?.toISOString() ?? null,
        passkeys: passkeys.map(toPasskey),
        recoveryCodesLeft: standing.recoveryCodesLeft,
        needsPasskey: standing.needsPasskey,
      };
    });
  }

  removeApp(actor: Actor, session: LivingSession): Promise<void> {
    return this.transactions.run(identity, async (tx) => {
      const standing = await this.lockedStanding(tx, actor.userId);
      if (!standing.hasApp) throw factorNotFound();
      if (standing.passkeyCount === 0) throw lastFactor();
      await this.apps.deleteAllOf(tx, actor.userId);
      await this.changed(tx, actor, session, 'app_code', 'The authenticator app was removed from your account');
    });
  }

  removePasskey(actor: Actor, session: LivingSession, passkeyId: string): Promise<void> {
    return this.transactions.run(identity, async (tx) => {
      const standing = await this.lockedStanding(tx, actor.userId);
      if (!(await this.passkeys.delete(tx, actor.userId, passkeyId))) throw factorNotFound();
      if (standing.passkeyCount === 1 && !standing.hasApp) throw lastFactor();
      if (standing.passkeyCount === 1 && standing.needsPasskey) throw lastPasskey();
      await this.changed(tx, actor, session, 'passkey', 'A passkey was removed from your account');
    });
  }

  renamePasskey(actor: Actor, passkeyId: string, name: string): Promise<void> {
    return this.transactions.run(identity, async (tx) => {
      if (!(await this.passkeys.rename(tx, actor.userId, passkeyId, name.trim()))) throw factorNotFound();
      await tx.enter(actor);
      await this.audit.record(tx, actor, 'sign_in_method.renamed', 'user', actor.userId, { passkeyId });
    });
  }

  renewRecoveryCodes(actor: Actor, { email }: LivingSession): Promise<RecoveryCodes> {
    return this.transactions.run(identity, async (tx) => {
      const standing = await this.lockedStanding(tx, actor.userId);
      if (!standing.hasApp && standing.passkeyCount === 0) throw noFactorYet();
      const codes = await this.enrolment.renewCodes(tx, actor.userId);
      await tx.enter(actor);
      await this.audit.record(tx, actor, 'sign_in_method.codes_renewed', 'user', actor.userId);
      await this.mails.methodsChanged(tx, { ...actor, email }, 'New recovery codes were made for your account');
      return { codes };
    });
  }

  /**
   * For an administrator who has made sure who is asking: all factors go, all sessions end, no browser is known any more, and
   * the next sign-in with the password sets up a new one. Whether this administrator may do it is decided by the caller.
   */
  async resetOf(tx: Tx, actor: Actor, person: PersonToReset): Promise<void> {
    await tx.enter(identity);
    await this.apps.deleteAllOf(tx, person.userId);
    await this.passkeys.deleteAllOf(tx, person.userId);
    await this.recoveryCodes.deleteAllOf(tx, person.userId);
    await this.devices.forgetAllOf(tx, person.userId);
    await this.sessions.endAllOf(tx, person.userId);
    await tx.enter(actor);
    await this.audit.record(tx, actor, 'sign_in_method.reset', 'user', person.userId);
    await this.mails.methodsChanged(
      tx,
      { ...person, authorityId: actor.authorityId },
      'An administrator has reset how you confirm your sign-in. Set up a new authenticator app or passkey when you next sign in',
    );
  }

  /** Whoever else was signed in with what is gone now signs in again. */
  private async changed(tx: Tx, actor: Actor, session: LivingSession, method: string, what: string): Promise<void> {
    await this.sessions.endAllOf(tx, actor.userId, session.sessionId);
    await tx.enter(actor);
    await this.audit.record(tx, actor, 'sign_in_method.removed', 'user', actor.userId, { method });
    await this.mails.methodsChanged(tx, { ...actor, email: session.email }, what);
  }

  /** Two removals at once would each see the other's factor as the one that is left. */
  private async lockedStanding(tx: Tx, userId: string): Promise<Standing> {
    await this.people.lockUser(tx, userId);
    return this.standing(tx, userId);
  }

  private standing(tx: Tx, userId: string): Promise<Standing> {
    return this.standings.run(tx, userId, this.environment.arePasskeysRequired);
  }
}

function toPasskey({ id, name, createdAt, lastUsedAt }: PasskeyRow): SignInMethods['passkeys'][number] {
  return { id, name, addedAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
