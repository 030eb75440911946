import { Injectable } from '@nestjs/common';

import { type Actor, identity } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import type { RoleRow } from './granted-role.dto.js';
import type { ChosenRole } from './role-choices.js';

export interface PersonRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly version: number;
}

const person = 'u.id as "userId", u.name, u.email, u.version';

/** People of an authority, past and present, and their roles in it. Whoever may see one of them may see all. */
@Injectable()
export class UsersRepository {
  async find(tx: Tx, { authorityId }: Actor, userId: string): Promise<PersonRow | null> {
    const [row] = await tx.rows<PersonRow>(
      `select ${person} from memberships m join users u on u.id = m.user_id where m.authority_id = $1 and m.user_id = $2`,
      [authorityId, userId],
    );
    return row ?? null;
  }

  /** Somebody of this authority; people of others are not seen from here. */
  async findByEmail(tx: Tx, { authorityId }: Actor, email: string): Promise<PersonRow | null> {
    const [row] = await tx.rows<PersonRow>(
      `select ${person} from users u join memberships m on m.user_id = u.id and m.authority_id = $1 where u.email = $2`,
      [authorityId, email],
    );
    return row ?? null;
  }

  /**
   * The person in a new version and with this name, which nobody else changes until the transaction ends; null when the
   * version is another by now. People belong to no authority, so the scope changes for this statement.
   */
  async change(tx: Tx, actor: Actor, was: PersonRow, name: string = was.name): Promise<PersonRow | null> {
    await tx.enter(identity);
    const [row] = await tx.rows<PersonRow>(
      `update users u set version = u.version + 1, name = $3 where u.id = $1 and u.version = $2 returning ${person}`,
      [was.userId, was.version, name],
    );
    await tx.enter(actor);
    return row ?? null;
  }

  findRoles(tx: Tx, { authorityId }: Actor, userId: string): Promise<RoleRow[]> {
    return tx.rows<RoleRow>(rolesOf('role_grants'), [authorityId, userId]);
  }

  findSuspendedRoles(tx: Tx, { authorityId }: Actor, userId: string): Promise<RoleRow[]> {
    return tx.rows<RoleRow>(rolesOf('suspended_role_grants'), [authorityId, userId]);
  }

  /** False: the person has it already. */
  async grant(
    tx: Tx,
    authorityId: number,
    userId: string,
    { role, schoolId, providerId }: ChosenRole,
  ): Promise<boolean> {
    const rows = await tx.rows(
      `insert into role_grants (authority_id, user_id, role, school_id, provider_id) values ($1, $2, $3, $4, $5)
       on conflict on constraint role_grants_once do nothing returning id`,
      [authorityId, userId, role, schoolId, providerId],
    );
    return rows.length === 1;
  }

  async takeAway(tx: Tx, { authorityId }: Actor, userId: string, roleGrantId: string): Promise<void> {
    await tx.rows('delete from role_grants where authority_id = $1 and user_id = $2 and id = $3', [
      authorityId,
      userId,
      roleGrantId,
    ]);
  }

  /** Puts all roles of the person here aside; the number of them. */
  async suspend(tx: Tx, { authorityId }: Actor, userId: string, now: Date): Promise<number> {
    const rows = await tx.rows(
      `with taken as (delete from role_grants where authority_id = $1 and user_id = $2 returning id, role, school_id, provider_id, identity_provider_id)
       insert into suspended_role_grants (id, authority_id, user_id, role, school_id, provider_id, identity_provider_id, suspended_at)
       select id, $1, $2, role, school_id, provider_id, identity_provider_id, $3 from taken returning id`,
      [authorityId, userId, now],
    );
    return rows.length;
  }

  /** Gives them back; the number of them. */
  async resume(tx: Tx, { authorityId }: Actor, userId: string): Promise<number> {
    const rows = await tx.rows(
      `with taken as (
         delete from suspended_role_grants where authority_id = $1 and user_id = $2 returning id, role, school_id, provider_id, identity_provider_id)
       insert into role_grants (id, authority_id, user_id, role, school_id, provider_id, identity_provider_id)
       select id, $1, $2, role, school_id, provider_id, identity_provider_id from taken returning id`,
      [authorityId, userId],
    );
    return rows.length;
  }

  /** In this authority; sessions in another are not this one's to end. */
  async endSessions(tx: Tx, { authorityId }: Actor, userId: string, now: Date): Promise<void> {
    await tx.rows('update sessions set ended_at = $3 where authority_id = $1 and user_id = $2 and ended_at is null', [
      authorityId,
      userId,
      now,
    ]);
  }

  async nameOfOrganisation(tx: Tx, authorityId: number, { schoolId, providerId }: ChosenRole): Promise<string | null> {
    const [row] = await tx.rows<{ name: string }>(
      `select name from schools where authority_id = $1 and id = $2
       union all select name from providers where authority_id = $1 and id = $3`,
      [authorityId, schoolId, providerId],
    );
    return row?.name ?? null;
  }

  findOrganisations(
    tx: Tx,
    { authorityId }: Actor,
    table: 'schools' | 'providers',
  ): Promise<{ id: string; name: string }[]> {
    return tx.rows(`select id, name from ${table} where authority_id = $1 order by name, id`, [authorityId]);
  }

  async nameOfAuthority(tx: Tx, authorityId: number): Promise<string> {
    const [row] = await tx.rows<{ name: string }>('select name from authorities where id = $1', [authorityId]);
    return row?.name ?? '';
  }
}

function rolesOf(table: 'role_grants' | 'suspended_role_grants'): string {
  return `select g.id, g.role, coalesce(s.name, p.name) as "organisationName", g.identity_provider_id is not null as "isFromSignOn"
            from ${table} g
            left join schools s on s.authority_id = g.authority_id and s.id = g.school_id
            left join providers p on p.authority_id = g.authority_id and p.id = g.provider_id
           where g.authority_id = $1 and g.user_id = $2 order by g.role, "organisationName", g.id`;
}
