import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { renderSVG } from 'uqr';

import { Clock } from '../../common/clock.js';
import { FieldEncryption } from '../../common/field-encryption.js';
import { Transactions } from '../../database/transactions.js';
import { identity } from '../actor.js';
import type { Browser } from '../browser.js';
import type { LivingSession } from '../living-session.js';
import { RateLimitsService } from '../rate-limits.service.js';
import { codesOfAccount } from '../sign-in-limits.js';
import { appAddress, newAppSecret, stepOfCode, typedCode } from './authenticator-code.js';
import { AuthenticatorAppsRepository } from './authenticator-apps.repository.js';
import { type Enrolled, EnrolmentService } from './enrolment.service.js';
import type { AppKey } from './factor.dto.js';
import { appCodeRefused, appNotBegun } from './factor.problems.js';
import { appPlace } from './second-factor-check.service.js';

/** A key that nobody has confirmed is forgotten after this. */
const pendingMilliseconds = 30 * 60_000;

/** Setting up an authenticator app: a key is shown once, and counts when a code of it has been typed. */
@Injectable()
export class AppEnrolmentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly apps: AuthenticatorAppsRepository,
    private readonly enrolment: EnrolmentService,
    private readonly encryption: FieldEncryption,
    private readonly limits: RateLimitsService,
    private readonly clock: Clock,
  ) {}

  async begin({ userId, email }: LivingSession): Promise<AppKey> {
    const id = randomUUID();
    const key = newAppSecret();
    const sealedSecret = this.encryption.seal(appPlace(id), key);
    await this.transactions.run(identity, (tx) =>
      this.apps.insertPending(tx, { id, userId, sealedSecret, now: this.clock.now() }),
    );
    const address = appAddress(key, email);
    return { key, address, qrCode: renderSVG(address, { border: 2 }) };
  }

  async confirm(session: LivingSession, code: string, browser: Browser): Promise<Enrolled> {
    const guess = { limit: codesOfAccount, key: session.userId };
    await this.limits.count([guess]);
    const now = this.clock.now();
    const enrolled = await this.transactions.run(identity, async (tx) => {
      const app = await this.apps.findPending(tx, session.userId, new Date(now.getTime() - pendingMilliseconds));
      if (!app) throw appNotBegun();
      const step = stepOfCode(this.encryption.open(appPlace(app.id), app.sealedSecret), typedCode(code), now);
      if (step === null) throw appCodeRefused();
      await this.apps.confirm(tx, { id: app.id, userId: session.userId, step, now });
      return this.enrolment.added(tx, session, 'app_code', browser);
    });
    await this.limits.succeed({ giveBack: [guess] });
    return enrolled;
  }
}
