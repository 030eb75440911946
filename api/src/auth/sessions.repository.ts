import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { LivingSession } from './living-session.js';
import type { Proof, SessionStage } from './sign-in-stages.js';
import { UserEntity } from './user.entity.js';

export interface SessionNames {
  readonly authorityName: string;
  readonly brandColour: string | null;
  /** Names of schools and providers by id. */
  readonly organisations: Readonly<Record<string, string>>;
}

/** The identity provider that a session was opened through, and who it is for there. */
export interface ThroughProvider {
  readonly authorityId: number;
  readonly identityProviderId: string;
  readonly subject: string;
  /** The provider's own session, by which it ends ours. */
  readonly sessionId: string | null;
}

export interface NewSession {
  readonly authorityId: number;
  readonly userId: string;
  readonly tokenHash: Buffer;
  readonly stage: SessionStage;
  readonly signedInWith: readonly Proof[];
  readonly now: Date;
  readonly expiresAt: Date;
  readonly deviceName: string;
  readonly through: ThroughProvider | null;
}

export interface Rise {
  readonly tokenHash: Buffer;
  readonly stage: SessionStage;
  readonly signedInWith: readonly Proof[];
  readonly now: Date;
  readonly expiresAt: Date;
}

@Injectable()
export class SessionsRepository {
  async findUserByEmail(tx: Tx, email: string): Promise<UserEntity | null> {
    return tx.manager.findOneBy(UserEntity, { email: email.toLowerCase() });
  }

  /** Unless the password has been changed in between. */
  async renewPasswordHash(tx: Tx, userId: string, was: string, renewed: string): Promise<void> {
    await tx.rows('update users set password_hash = $3 where id = $1 and password_hash = $2', [userId, was, renewed]);
  }

  async findUserByDemoKey(tx: Tx, demoKey: string): Promise<UserEntity | null> {
    return tx.manager.findOneBy(UserEntity, { demoKey });
  }

  /** The authorities this person has a role in: the one they were in last first, then the oldest. */
  async findAuthorityIdsOf(tx: Tx, userId: string): Promise<number[]> {
    const rows = await tx.rows<{ id: number }>(
      `select g.authority_id as id from role_grants g where g.user_id = $1 group by g.authority_id
        order by (select max(s.created_at) from sessions s where s.user_id = $1 and s.authority_id = g.authority_id) desc nulls last, 1`,
      [userId],
    );
    return rows.map((row) => row.id);
  }

  /** What every request asks: kept to the tables that decide who somebody is. */
  async findLiving(tx: Tx, tokenHash: Buffer, now: Date, idleSince: Date): Promise<LivingSession | null> {
    const rows = await tx.rows<LivingSession>(
      `select s.id as "sessionId", s.token_hash as "tokenHash", s.authority_id as "authorityId", u.id as "userId", u.name, u.email,
              u.demo_key is not null as "isDemoPerson", s.stage, s.device_name as "deviceName", s.signed_in_with as "signedInWith", s.created_at as "createdAt",
              s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.confirmed_at as "confirmedAt", s.hat_id as "hatId",
              (select coalesce(json_agg(json_build_object('id', g.id, 'role', g.role, 'schoolId', g.school_id, 'providerId', g.provider_id)
                        order by g.role, g.id), '[]'::json)
                 from role_grants g where g.user_id = u.id and g.authority_id = s.authority_id) as grants
         from sessions s
         join users u on u.id = s.user_id and u.is_active
        where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.last_seen_at > $3`,
      [tokenHash, now, idleSince],
      'session_find_living',
    );
    return rows[0] ?? null;
  }

  async findNames(
    tx: Tx,
    { authorityId, grants }: Pick<LivingSession, 'authorityId' | 'grants'>,
  ): Promise<SessionNames> {
    const ids = grants.flatMap(({ schoolId, providerId }) => [schoolId, providerId].filter((id) => id !== null));
    const [row] = await tx.rows<SessionNames>(
      `select a.name as "authorityName", a.brand_colour as "brandColour", (
                select coalesce(json_object_agg(o.id, o.name), '{}'::json)
                  from (select id, name from schools where authority_id = a.id and id = any($2::uuid[])
                        union all select id, name from providers where authority_id = a.id and id = any($2::uuid[])) o) as organisations
         from authorities a where a.id = $1`,
      [authorityId, ids],
    );
    return row ?? { authorityName: '', brandColour: null, organisations: {} };
  }

  async insert(tx: Tx, session: NewSession): Promise<void> {
    await tx.rows(
      `insert into sessions (authority_id, user_id, token_hash, stage, signed_in_with, created_at, last_seen_at, expires_at, confirmed_at, device_name,
         identity_provider_id, provider_subject, provider_session_id)
       values ($1, $2, $3, $4, $5, $6, $6, $7, $6, $8, $9, $10, $11)`,
      [
        session.authorityId,
        session.userId,
        session.tokenHash,
        session.stage,
        session.signedInWith,
        session.now,
        session.expiresAt,
        session.deviceName,
        session.through?.identityProviderId ?? null,
        session.through?.subject ?? null,
        session.through?.sessionId ?? null,
      ],
    );
  }

  /** Gives the session a new token; the one it was found by is dead from here on. False: somebody else was quicker. */
  async rise(tx: Tx, session: LivingSession, rise: Rise): Promise<boolean> {
    const rows = await tx.rows(
      `update sessions set token_hash = $3, stage = $4, signed_in_with = $5, confirmed_at = $6, last_seen_at = $6, expires_at = $7,
              challenge = null, challenge_purpose = null, challenge_expires_at = null
        where id = $1 and token_hash = $2 and ended_at is null returning id`,
      [session.sessionId, session.tokenHash, rise.tokenHash, rise.stage, rise.signedInWith, rise.now, rise.expiresAt],
    );
    return rows.length === 1;
  }

  /** Until the transaction ends, nobody else changes with what this person signs in. */
  async lockUser(tx: Tx, userId: string): Promise<void> {
    await tx.rows('select id from users where id = $1 for update', [userId]);
  }

  async touch(tx: Tx, sessionId: string, now: Date): Promise<void> {
    await tx.rows('update sessions set last_seen_at = $2 where id = $1 and last_seen_at < $2', [sessionId, now]);
  }

  /** The hat that the person wore last in this browser, so that who signs in again in the middle of work goes on in it. */
  async setDevice(tx: Tx, tokenHash: Buffer, deviceId: string): Promise<void> {
    await tx.rows(
      `update sessions s set device_id = $2, hat_id = (
                select before.hat_id from sessions before
                 where before.device_id = $2 and before.user_id = s.user_id and before.authority_id = s.authority_id
                   and before.id <> s.id and before.stage = 'open' order by before.created_at desc, before.id desc limit 1)
        where s.token_hash = $1`,
      [tokenHash, deviceId],
    );
  }

  async end(tx: Tx, sessionId: string, now: Date): Promise<void> {
    await tx.rows('update sessions set ended_at = $2 where id = $1 and ended_at is null', [sessionId, now]);
  }

  /** Ends all sessions of a person, in every authority, but for one. Gives how many. */
  async endAllOf(tx: Tx, userId: string, exceptId: string | null, now: Date): Promise<number> {
    const ended = await tx.rows(
      'update sessions set ended_at = $3 where user_id = $1 and id is distinct from $2::uuid and ended_at is null returning id',
      [userId, exceptId, now],
    );
    return ended.length;
  }
}
