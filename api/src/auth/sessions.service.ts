import { Inject, Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { notSignedIn } from '../common/common.problems.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { MailService } from '../mail/mail.service.js';
import { type Actor, identity } from './actor.js';
import type { Browser } from './browser.js';
import { deviceName } from './device-name.js';
import { EmergencyGrantsQuery } from './emergency-grants.query.js';
import { emergencyPermissions } from './emergency-reading.js';
import { KnownDevicesRepository } from './known-devices.repository.js';
import { type LivingSession, toActor, wornGrants } from './living-session.js';
import type { Origin } from './origin.js';
import { type Permission, permissionsOf } from './permissions.js';
import { hashToken, newToken } from './secret-token.js';
import { type Session, type SessionTimes, type SignInStep, toSession, toSignInStep } from './session.dto.js';
import { signInRefused } from './session.problems.js';
import { SessionsRepository, type ThroughProvider } from './sessions.repository.js';
import { type Proof, type SessionStage, stageAfter, type Standing } from './sign-in-stages.js';
import { StandingQuery } from './standing.query.js';

const minute = 60_000;
/** A sign-in that is under way has this long; setting up a second factor needs more than typing a code. */
const stageMilliseconds: Readonly<Record<Exclude<SessionStage, 'open'>, number>> = {
  second_factor: 10 * minute,
  enrolment: 30 * minute,
};
/** `last_seen_at` is written at most this often: a page of ten requests is one write. */
const touchMilliseconds = minute;

/** What the browser is given: cookies, and what comes next. */
export interface HandedOver {
  readonly token: string;
  /** Only when the session has been opened now. */
  readonly deviceToken: string | null;
  readonly step: SignInStep;
}

/**
 * Sessions from the first proof to the end. A session rises in stages (`stageAfter`); at each rise and at each confirmation
 * it gets a new token, and the old one is dead: a token that was seen before is worth nothing after.
 */
@Injectable()
export class SessionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SessionsRepository,
    private readonly devices: KnownDevicesRepository,
    private readonly standings: StandingQuery,
    private readonly emergencies: EmergencyGrantsQuery,
    private readonly audit: AuditService,
    private readonly mail: MailService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  /**
   * For whoever has found out who somebody is: by a password, an invitation, an identity provider. What the provider of one
   * authority says is worth nothing in another: a session `through` one is of its authority and stays there.
   */
  async begin(
    userId: string,
    shown: readonly Proof[],
    browser: Browser,
    through: ThroughProvider | null = null,
  ): Promise<HandedOver> {
    const token = newToken();
    const now = this.clock.now();
    const deviceToken = await this.transactions.run(identity, async (tx) => {
      const authorityIds = await this.repository.findAuthorityIdsOf(tx, userId);
      const authorityId = through ? authorityIds.find((id) => id === through.authorityId) : authorityIds[0];
      if (authorityId === undefined) throw signInRefused();
      const stage = stageAfter(shown, await this.standing(tx, userId));
      await this.repository.insert(tx, {
        authorityId,
        userId,
        tokenHash: hashToken(token),
        stage,
        signedInWith: shown,
        now,
        expiresAt: this.endOf(stage, now),
        deviceName: deviceName(browser.userAgent),
        through,
      });
      return stage === 'open' ? this.arrive(tx, token, browser) : null;
    });
    return this.handOver({ token, deviceToken });
  }

  /** One proof more. `tx` sees people, not cases: what was checked and the rise that follows are one. */
  async rise(tx: Tx, session: LivingSession, shown: Proof, browser: Browser): Promise<Omit<HandedOver, 'step'>> {
    const signedInWith = [...new Set([...session.signedInWith, shown])];
    const stage = session.stage === 'open' ? 'open' : stageAfter(signedInWith, await this.standing(tx, session.userId));
    const token = newToken();
    const now = this.clock.now();
    const hasRisen = await this.repository.rise(tx, session, {
      tokenHash: hashToken(token),
      stage,
      signedInWith,
      now,
      expiresAt: session.stage === 'open' ? session.expiresAt : this.endOf(stage, now),
    });
    if (!hasRisen) throw notSignedIn();
    const hasArrived = stage === 'open' && session.stage !== 'open';
    return { token, deviceToken: hasArrived ? await this.arrive(tx, token, browser) : null };
  }

  /** When the transaction of the rise has ended: with what comes next. */
  async handOver(risen: Omit<HandedOver, 'step'>): Promise<HandedOver> {
    const session = await this.find(risen.token, { isBackground: true });
    if (!session) throw notSignedIn();
    return { ...risen, step: await this.step(session) };
  }

  async step(session: LivingSession): Promise<SignInStep> {
    const standing = await this.transactions.read(identity, (tx) => this.standing(tx, session.userId));
    return toSignInStep(session, standing, session.stage === 'open' ? await this.describe(session) : null);
  }

  /** The living session behind a token, with the roles of this moment: one taken away is gone at the next request. */
  async find(token: string, { isBackground }: { readonly isBackground: boolean }): Promise<LivingSession | null> {
    const now = this.clock.now();
    const session = await this.transactions.read(identity, (tx) => this.living(tx, token, now));
    if (session && !isBackground && now.getTime() - session.lastSeenAt.getTime() > touchMilliseconds) {
      await this.transactions.run(identity, (tx) => this.repository.touch(tx, session.sessionId, now));
    }
    return session;
  }

  async findActor(token: string, origin: Origin): Promise<Actor | null> {
    const session = await this.find(token, { isBackground: false });
    return session?.stage === 'open' ? toActor(session, origin) : null;
  }

  async read(token: string | null): Promise<Session> {
    const session = token === null ? null : await this.find(token, { isBackground: false });
    if (session?.stage !== 'open') throw notSignedIn();
    return this.describe(session);
  }

  times({ lastSeenAt, expiresAt }: LivingSession): SessionTimes {
    const now = this.clock.now().getTime();
    const seconds = (until: number): number => Math.max(0, Math.floor((until - now) / 1000));
    return {
      idleSecondsLeft: seconds(lastSeenAt.getTime() + this.idleMilliseconds),
      longestSecondsLeft: seconds(expiresAt.getTime()),
    };
  }

  async signOut(token: string, origin: Origin): Promise<void> {
    const session = await this.find(token, { isBackground: true });
    if (!session) return;
    await this.transactions.run(session, async (tx) => {
      await this.repository.end(tx, session.sessionId, this.clock.now());
      if (session.stage === 'open')
        await this.audit.record(tx, toActor(session, origin), 'session.signed_out', 'user', session.userId);
    });
  }

  /** Without a word to anybody: too many guesses were made in it. */
  end(session: LivingSession): Promise<void> {
    return this.transactions.run(identity, (tx) => this.repository.end(tx, session.sessionId, this.clock.now()));
  }

  /** `tx` sees people, not cases. */
  async hasOwnSecondFactor(tx: Tx, userId: string): Promise<boolean> {
    const { hasApp, passkeyCount } = await this.standing(tx, userId);
    return hasApp || passkeyCount > 0;
  }

  /** Where a password or a factor was changed, or a person may no longer come in. `tx` sees people, not cases. */
  endAllOf(tx: Tx, userId: string, exceptId: string | null = null): Promise<number> {
    return this.repository.endAllOf(tx, userId, exceptId, this.clock.now());
  }

  private describe(session: LivingSession): Promise<Session> {
    return this.transactions.read(identity, async (tx) => {
      const authorities = await this.repository.findAuthorityIdsOf(tx, session.userId);
      await tx.enter({ authorityId: session.authorityId });
      const names = await this.repository.findNames(tx, session);
      return toSession(session, names, authorities.length, await this.openedInEmergency(tx, session));
    });
  }

  private async openedInEmergency(tx: Tx, session: LivingSession): Promise<readonly Permission[]> {
    const roles = wornGrants(session).map(({ role }) => role);
    if (!permissionsOf(roles).includes('emergency_access:start')) return [];
    return (await this.emergencies.run(tx, session, this.clock.now())).length > 0 ? emergencyPermissions : [];
  }

  /** The sign-in is complete: the browser is remembered, and it is written down. */
  private async arrive(tx: Tx, token: string, browser: Browser): Promise<string> {
    const arriving = await this.living(tx, token, this.clock.now());
    if (!arriving) throw signInRefused();
    const deviceToken = browser.deviceToken ?? newToken();
    const device = await this.devices.remember(tx, {
      userId: arriving.userId,
      tokenHash: hashToken(deviceToken),
      name: deviceName(browser.userAgent),
      now: this.clock.now(),
    });
    await this.repository.setDevice(tx, arriving.tokenHash, device.id);
    const session = (await this.living(tx, token, this.clock.now())) ?? arriving;
    await tx.enter({ authorityId: session.authorityId });
    await this.audit.record(tx, toActor(session, browser.origin), 'session.signed_in', 'user', session.userId, {
      with: session.signedInWith.join(' '),
      isNewDevice: device.isNew,
    });
    if (device.isNew && !session.signedInWith.includes('demo')) await this.tellOfNewDevice(tx, session);
    return deviceToken;
  }

  private tellOfNewDevice(tx: Tx, session: LivingSession): Promise<void> {
    return this.mail.queue(tx, session, {
      to: session,
      kind: 'new_device',
      subject: 'You signed in on a new device',
      lines: [
        `Somebody signed in with your account in ${session.deviceName}, where you have not signed in before.`,
        'If this was you, there is nothing to do. If not, sign out everywhere, change your password and tell your administrator.',
      ],
      link: { path: '/account/sessions', isSecret: false },
    });
  }

  private living(tx: Tx, token: string, now: Date): Promise<LivingSession | null> {
    return this.repository.findLiving(tx, hashToken(token), now, new Date(now.getTime() - this.idleMilliseconds));
  }

  private standing(tx: Tx, userId: string): Promise<Standing> {
    return this.standings.run(tx, userId, this.environment.arePasskeysRequired);
  }

  private endOf(stage: SessionStage, now: Date): Date {
    const lasts = stage === 'open' ? this.environment.sessionHours * 60 * minute : stageMilliseconds[stage];
    return new Date(now.getTime() + lasts);
  }

  private get idleMilliseconds(): number {
    return this.environment.idleMinutes * minute;
  }
}
