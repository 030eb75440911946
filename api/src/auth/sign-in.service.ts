import { Inject, Injectable } from '@nestjs/common';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { identity } from './actor.js';
import type { Browser } from './browser.js';
import { KnownDevicesRepository } from './known-devices.repository.js';
import { hashPassword, isOutdatedHash, passwordMatches } from './password.js';
import { type Counted, RateLimitsService } from './rate-limits.service.js';
import { hashToken } from './secret-token.js';
import { noDemoHere, signInRefused } from './session.problems.js';
import { SessionsRepository } from './sessions.repository.js';
import { type HandedOver, SessionsService } from './sessions.service.js';
import { signInAccount, signInAddress, signInPair } from './sign-in-limits.js';
import { SignInRefusals } from './sign-in-refusals.service.js';
import type { UserEntity } from './user.entity.js';

/** The first proof of a sign-in: a password, or one click in a demonstration. */
@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SessionsRepository,
    private readonly devices: KnownDevicesRepository,
    private readonly limits: RateLimitsService,
    private readonly sessions: SessionsService,
    private readonly refusals: SignInRefusals,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  /** Takes the same steps whether there is such a person or not, so that neither answer nor time tells. */
  async signIn(email: string, password: string, browser: Browser): Promise<HandedOver> {
    const { user, deviceId } = await this.lookUp(email, browser);
    const own = ownLimits(email, browser, deviceId);
    const shared = deviceId === null ? [{ limit: signInAddress, key: browser.origin.address ?? '' }] : [];
    await this.limits.count([...own, ...shared]);
    const matches = await passwordMatches(user?.isActive ? user.passwordHash : null, password);
    if (!user || !matches) {
      await this.refusals.record(user, browser.origin);
      throw signInRefused();
    }
    await this.limits.succeed({ forget: own, giveBack: shared });
    await this.renewHash(user, password);
    return this.sessions.begin(user.id, ['password'], browser);
  }

  /** Hashes made with the costs of earlier years are made anew while the password is known. */
  private async renewHash({ id, passwordHash }: UserEntity, password: string): Promise<void> {
    if (passwordHash === null || !isOutdatedHash(passwordHash)) return;
    const renewed = await hashPassword(password);
    await this.transactions.run(identity, (tx) => this.repository.renewPasswordHash(tx, id, passwordHash, renewed));
  }

  async signInAsDemoPerson(key: string, browser: Browser): Promise<HandedOver> {
    if (!this.environment.isDemo) throw noDemoHere();
    const user = await this.transactions.read(identity, (tx) => this.repository.findUserByDemoKey(tx, key));
    if (!user) throw signInRefused();
    return this.sessions.begin(user.id, ['demo'], browser);
  }

  /** The person, and whether this is a browser of theirs. */
  private lookUp(
    email: string,
    { deviceToken }: Browser,
  ): Promise<{ readonly user: UserEntity | null; readonly deviceId: string | null }> {
    return this.transactions.read(identity, async (tx) => {
      const user = await this.repository.findUserByEmail(tx, email);
      if (!user || deviceToken === null) return { user, deviceId: null };
      return { user, deviceId: await this.devices.findId(tx, user.id, hashToken(deviceToken)) };
    });
  }
}

/** A browser the person has used before counts for itself; whoever else tries shares the buckets of strangers. */
function ownLimits(email: string, { origin }: Browser, deviceId: string | null): readonly Counted[] {
  const account = email.trim().toLowerCase();
  const from = deviceId === null ? `from ${origin.address}` : `in ${deviceId}`;
  return [
    { limit: signInPair, key: `${account} ${from}` },
    { limit: signInAccount, key: deviceId === null ? account : `${account} ${from}` },
  ];
}
