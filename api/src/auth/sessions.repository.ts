import { Injectable } from '@nestjs/common';
import type { Role } from '@panel/case-rules';

import type { Tx } from '../database/transactions.js';
import { SessionEntity } from './session.entity.js';
import { UserEntity } from './user.entity.js';

export interface SessionRow {
  readonly sessionId: string;
  readonly authorityId: number;
  readonly authorityName: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly lastSeenAt: Date;
  readonly grants: readonly {
    readonly role: Role;
    readonly schoolId: string | null;
    readonly providerId: string | null;
    readonly organisationName: string | null;
  }[];
}

const grantsAsJson = `
  select coalesce(json_agg(json_build_object('role', g.role, 'schoolId', g.school_id, 'providerId', g.provider_id,
           'organisationName', coalesce(s.name, p.name)) order by g.role, s.name, p.name), '[]'::json)
    from role_grants g
    left join schools s on s.authority_id = g.authority_id and s.id = g.school_id
    left join providers p on p.authority_id = g.authority_id and p.id = g.provider_id
   where g.user_id = u.id and g.authority_id = a.id`;

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
  async findLiving(rowsOf: Tx['rows'], tokenHash: Buffer, now: Date, idleSince: Date): Promise<SessionRow | null> {
    const rows = await rowsOf<SessionRow>(
      `select s.id as "sessionId", a.id as "authorityId", a.name as "authorityName", u.id as "userId", u.name, u.email,
              s.last_seen_at as "lastSeenAt", (${grantsAsJson}) as grants
         from sessions s
         join users u on u.id = s.user_id and u.is_active
         join authorities a on a.id = s.authority_id
        where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.last_seen_at > $3`,
      [tokenHash, now, idleSince],
      'session_find_living',
    );
    return rows[0] ?? null;
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
