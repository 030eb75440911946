import { Injectable } from '@nestjs/common';
import type { Role } from '@panel/case-rules';

import type { Tx } from '../database/transactions.js';
import { SessionEntity } from './session.entity.js';
import { UserEntity } from './user.entity.js';

/** What every request asks: kept to the tables that decide who somebody is. Names of organisations are asked for separately. */
export interface SessionRow {
  readonly sessionId: string;
  readonly authorityId: number;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly lastSeenAt: Date;
  readonly grants: readonly {
    readonly role: Role;
    readonly schoolId: string | null;
    readonly providerId: string | null;
  }[];
}

export interface SessionNames {
  readonly authorityName: string;
  /** Names of schools and providers by id. */
  readonly organisations: Readonly<Record<string, string>>;
}

@Injectable()
export class SessionsRepository {
  async findUserByEmail(tx: Tx, email: string): Promise<UserEntity | null> {
    return tx.manager.findOneBy(UserEntity, { email: email.toLowerCase() });
  }

  async findUserByDemoKey(tx: Tx, demoKey: string): Promise<UserEntity | null> {
    return tx.manager.findOneBy(UserEntity, { demoKey });
  }

  /** The authorities this person has a role in, the oldest first. */
  async findAuthorityIdsOf(tx: Tx, userId: string): Promise<number[]> {
    const rows = await tx.rows<{ id: number }>(
      'select distinct authority_id as id from role_grants where user_id = $1 order by 1',
      [userId],
    );
    return rows.map((row) => row.id);
  }

  /** The living session behind a token with its person's roles as they are at this moment. */
  async findLiving(tx: Tx, tokenHash: Buffer, now: Date, idleSince: Date): Promise<SessionRow | null> {
    const rows = await tx.rows<SessionRow>(
      `select s.id as "sessionId", s.authority_id as "authorityId", u.id as "userId", u.name, u.email, s.last_seen_at as "lastSeenAt",
              (select coalesce(json_agg(json_build_object('role', g.role, 'schoolId', g.school_id, 'providerId', g.provider_id)
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

  async findNames(tx: Tx, { authorityId, grants }: Pick<SessionRow, 'authorityId' | 'grants'>): Promise<SessionNames> {
    const ids = grants.flatMap(({ schoolId, providerId }) => [schoolId, providerId].filter((id) => id !== null));
    const [row] = await tx.rows<SessionNames>(
      `select a.name as "authorityName", (
                select coalesce(json_object_agg(o.id, o.name), '{}'::json)
                  from (select id, name from schools where authority_id = a.id and id = any($2::uuid[])
                        union all select id, name from providers where authority_id = a.id and id = any($2::uuid[])) o) as organisations
         from authorities a where a.id = $1`,
      [authorityId, ids],
    );
    return row ?? { authorityName: '', organisations: {} };
  }

  async insert(tx: Tx, session: Omit<SessionEntity, 'id' | 'endedAt'>): Promise<void> {
    await tx.manager.insert(SessionEntity, session);
  }

  async touch(tx: Tx, sessionId: string, now: Date): Promise<void> {
    await tx.manager.update(SessionEntity, { id: sessionId }, { lastSeenAt: now });
  }

  async end(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
    await tx.rows('update sessions set ended_at = $2 where token_hash = $1 and ended_at is null', [tokenHash, now]);
  }
}
