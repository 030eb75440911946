import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import type { RoleRow } from './granted-role.dto.js';

export const usersOnAPage = 50;

export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly version: number;
  readonly roles: readonly RoleRow[];
  readonly suspendedRoles: readonly RoleRow[];
  readonly lastSignedInAt: Date | null;
  readonly openSessions: number;
}

const roles = (table: string): string => `
  (select coalesce(json_agg(json_build_object('id', g.id, 'role', g.role, 'organisationName', coalesce(s.name, p.name),
              'isFromSignOn', g.identity_provider_id is not null)
            order by g.role, coalesce(s.name, p.name), g.id), '[]'::json)
     from ${table} g
     left join schools s on s.authority_id = g.authority_id and s.id = g.school_id
     left join providers p on p.authority_id = g.authority_id and p.id = g.provider_id
    where g.authority_id = m.authority_id and g.user_id = m.user_id)`;

/** As English names are sorted, not by code points; Postgres brings this collation along. */
const sorted = (name: string): string => `${name} collate "en-GB-x-icu"`;

const columns = `
  u.id, u.name, u.email, u.version, ${roles('role_grants')} as roles, ${roles('suspended_role_grants')} as "suspendedRoles",
  (select max(s.created_at) from sessions s
    where s.authority_id = m.authority_id and s.user_id = m.user_id and s.stage = 'open') as "lastSignedInAt",
  (select count(*)::int from sessions s
    where s.authority_id = m.authority_id and s.user_id = m.user_id and s.stage = 'open'
      and s.ended_at is null and s.expires_at > $2 and s.last_seen_at > $3) as "openSessions"`;

/** The people of an authority with what an administrator decides by: their roles here, and whether they come at all. */
@Injectable()
export class UserListQuery {
  findPage(
    tx: Tx,
    { authorityId }: Actor,
    wanted: { readonly now: Date; readonly idleSince: Date; readonly search: string; readonly after: string | null },
  ): Promise<UserRow[]> {
    return tx.rows<UserRow>(
      `select ${columns}
         from memberships m join users u on u.id = m.user_id
        where m.authority_id = $1
          and ($4 = '' or position(lower($4) in lower(u.name)) > 0 or position(lower($4) in u.email) > 0)
          and ($5::uuid is null or (${sorted('u.name')}, u.id) > (select ${sorted('l.name')}, l.id from users l where l.id = $5))
        order by ${sorted('u.name')}, u.id limit ${usersOnAPage + 1}`,
      [authorityId, wanted.now, wanted.idleSince, wanted.search, wanted.after],
    );
  }

  async findOne(
    tx: Tx,
    { authorityId }: Actor,
    wanted: { readonly now: Date; readonly idleSince: Date; readonly userId: string },
  ): Promise<UserRow | null> {
    const [row] = await tx.rows<UserRow>(
      `select ${columns} from memberships m join users u on u.id = m.user_id where m.authority_id = $1 and m.user_id = $4`,
      [authorityId, wanted.now, wanted.idleSince, wanted.userId],
    );
    return row ?? null;
  }
}
