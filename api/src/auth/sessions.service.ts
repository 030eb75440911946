import { createHash, randomBytes } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { notSignedIn } from '../common/common.problems.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { type Actor, identity } from './actor.js';
import type { Origin } from './origin.js';
import { passwordMatches } from './password.js';
import { type Session, toSession } from './session.dto.js';
import { noDemoHere, signInRefused, signInTooOften } from './session.problems.js';
import { type SessionRow, SessionsRepository } from './sessions.repository.js';
import { SignInLimit } from './sign-in-limit.js';
import type { UserEntity } from './user.entity.js';

const minute = 60_000;
const idleMilliseconds = 30 * minute;
const longestMilliseconds = 10 * 60 * minute;
/** `last_seen_at` is written at most this often: a page of ten requests is one write. */
const touchMilliseconds = minute;

export interface SignedIn {
  readonly token: string;
  readonly session: Session;
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

@Injectable()
export class SessionsService {
  private readonly limit = new SignInLimit();

  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SessionsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  async signIn(email: string, password: string, origin: Origin): Promise<SignedIn> {
    const key = `${email.toLowerCase()} ${origin.address}`;
    const now = this.clock.now().getTime();
    if (this.limit.isExceeded(key, now)) throw signInTooOften();
    const user = await this.transactions.read(identity, (tx) => this.repository.findUserByEmail(tx, email));
    const matches = await passwordMatches(user?.isActive ? user.passwordHash : null, password);
    if (!user || !matches) {
      this.limit.recordFailure(key, now);
      await this.recordRefusal(user, origin);
      throw signInRefused();
    }
    this.limit.forget(key);
    return this.open(user, origin);
  }

  async signInAsDemoPerson(key: string, origin: Origin): Promise<SignedIn> {
    if (!this.environment.isDemo) throw noDemoHere();
    const user = await this.transactions.read(identity, (tx) => this.repository.findUserByDemoKey(tx, key));
    if (!user) throw signInRefused();
    return this.open(user, origin);
  }

  private async open(user: UserEntity, origin: Origin): Promise<SignedIn> {
    const token = randomBytes(32).toString('base64url');
    const tokenHash = hashToken(token);
    const now = this.clock.now();
    const authorities = await this.transactions.read(identity, (tx) => this.repository.findAuthorityIdsOf(tx, user.id));
    const authorityId = authorities[0];
    if (authorityId === undefined) throw signInRefused();
    const row = await this.transactions.run({ authorityId }, async (tx) => {
      await this.repository.insert(tx, {
        authorityId,
        userId: user.id,
        tokenHash,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + longestMilliseconds),
      });
      const opened = await this.repository.findLiving(tx, tokenHash, now, new Date(now.getTime() - idleMilliseconds));
      if (!opened) throw signInRefused();
      await this.audit.record(tx, toActor(opened, origin), 'session.signed_in', 'user', user.id);
      return opened;
    });
    return { token, session: await this.describe(row) };
  }

  /** The person behind a token, with the roles of this moment: a role taken away is gone at the next request. */
  async findActor(token: string, origin: Origin): Promise<Actor | null> {
    const row = await this.findLiving(token);
    return row && toActor(row, origin);
  }

  async read(token: string | null): Promise<Session> {
    const row = token === null ? null : await this.findLiving(token);
    if (!row) throw notSignedIn();
    return this.describe(row);
  }

  async signOut(token: string, origin: Origin): Promise<void> {
    const row = await this.findLiving(token);
    if (!row) return;
    await this.transactions.run({ authorityId: row.authorityId }, async (tx) => {
      await this.repository.end(tx, hashToken(token), this.clock.now());
      await this.audit.record(tx, toActor(row, origin), 'session.signed_out', 'user', row.userId);
    });
  }

  /**
   * A failed sign-in is known to every authority in which the person has a role. That of an address nobody has here belongs to
   * no authority: it is kept for whoever runs the installation, without the address that was typed, which may be a password.
   */
  private async recordRefusal(user: UserEntity | null, origin: Origin): Promise<void> {
    const authorityIds = user
      ? await this.transactions.read(identity, (tx) => this.repository.findAuthorityIdsOf(tx, user.id))
      : [];
    if (!user || authorityIds.length === 0) {
      await this.transactions.run(identity, (tx) =>
        this.audit.recordOfInstallation(tx, 'session.sign_in_refused', origin),
      );
      return;
    }
    for (const authorityId of authorityIds) {
      const actor = { authorityId, userId: user.id, name: user.name, grants: [], origin };
      await this.transactions.run(actor, (tx) =>
        this.audit.record(tx, actor, 'session.sign_in_refused', 'user', user.id),
      );
    }
  }

  private describe(row: SessionRow): Promise<Session> {
    return this.transactions.read(row, async (tx) => toSession(row, await this.repository.findNames(tx, row)));
  }

  private async findLiving(token: string): Promise<SessionRow | null> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - idleMilliseconds);
    const row = await this.transactions.read(identity, (tx) =>
      this.repository.findLiving(tx, hashToken(token), now, idleSince),
    );
    if (row && now.getTime() - row.lastSeenAt.getTime() > touchMilliseconds) {
      await this.transactions.run({ authorityId: row.authorityId }, (tx) =>
        this.repository.touch(tx, row.sessionId, now),
      );
    }
    return row;
  }
}

function toActor(row: SessionRow, origin: Origin): Actor {
  return {
    authorityId: row.authorityId,
    userId: row.userId,
    name: row.name,
    grants: row.grants.map(({ role, schoolId, providerId }) => ({ role, schoolId, providerId })),
    origin: { ...origin, sessionId: row.sessionId },
  };
}
