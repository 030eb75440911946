import { Injectable } from '@nestjs/common';
import type { Role } from '@panel/case-rules';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import type { ChosenRole } from './role-choices.js';

export interface InvitationRole extends ChosenRole {
  readonly organisationName: string | null;
}

export interface InvitationRow {
  readonly id: string;
  readonly authorityId: number;
  readonly version: number;
  readonly email: string;
  readonly name: string;
  readonly invitedByName: string;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly councilName: string;
  readonly serviceName: string;
  readonly roles: readonly {
    readonly role: Role;
    readonly schoolId: string | null;
    readonly providerId: string | null;
    readonly organisationName: string | null;
  }[];
}

export interface NewInvitation {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly ChosenRole[];
  readonly tokenHash: Buffer;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
}

const invitation = `
  select i.id, i.authority_id as "authorityId", i.version, i.email, i.name, b.name as "invitedByName", i.invited_at as "invitedAt",
         i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt",
         a.name as "councilName", a.service_name as "serviceName",
         (select json_agg(json_build_object('role', r.role, 'schoolId', r.school_id, 'providerId', r.provider_id,
                   'organisationName', coalesce(s.name, p.name)) order by r.position)
            from invitation_roles r
            left join schools s on s.authority_id = r.authority_id and s.id = r.school_id
            left join providers p on p.authority_id = r.authority_id and p.id = r.provider_id
           where r.authority_id = i.authority_id and r.invitation_id = i.id) as roles
    from invitations i
    join authorities a on a.id = i.authority_id
    join users b on b.id = i.invited_by`;

const listed = 200;

@Injectable()
export class InvitationsRepository {
  /** Those that nobody has accepted or withdrawn, the newest first. */
  findOpen(tx: Tx, { authorityId }: Actor): Promise<InvitationRow[]> {
    return tx.rows<InvitationRow>(
      `${invitation} where i.authority_id = $1 and i.accepted_at is null and i.withdrawn_at is null
        order by i.invited_at desc, i.id limit ${listed}`,
      [authorityId],
    );
  }

  async find(tx: Tx, { authorityId }: Actor, invitationId: string): Promise<InvitationRow | null> {
    const [row] = await tx.rows<InvitationRow>(`${invitation} where i.authority_id = $1 and i.id = $2`, [
      authorityId,
      invitationId,
    ]);
    return row ?? null;
  }

  /** Whose authority the link belongs to: all that the scope of sign-in sees of an invitation. */
  async findAuthorityOfToken(tx: Tx, tokenHash: Buffer): Promise<number | null> {
    const [row] = await tx.rows<{ authorityId: number }>(
      'select authority_id as "authorityId" from invitations where token_hash = $1',
      [tokenHash],
    );
    return row?.authorityId ?? null;
  }

  /** The open invitation of a link, in the scope of its authority. */
  async findLiving(tx: Tx, tokenHash: Buffer, now: Date): Promise<InvitationRow | null> {
    const [row] = await tx.rows<InvitationRow>(
      `${invitation} where i.token_hash = $1 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $2`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  /** Null: an open one of this address is there already. */
  async insert(tx: Tx, actor: Actor, wanted: NewInvitation): Promise<string | null> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into invitations (authority_id, email, name, invited_by, invited_at, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (authority_id, email) where accepted_at is null and withdrawn_at is null do nothing returning id`,
      [
        actor.authorityId,
        wanted.email,
        wanted.name,
        actor.userId,
        wanted.invitedAt,
        wanted.tokenHash,
        wanted.expiresAt,
      ],
    );
    if (!row) return null;
    for (const [position, { role, schoolId, providerId }] of wanted.roles.entries()) {
      await tx.rows(
        'insert into invitation_roles (invitation_id, authority_id, position, role, school_id, provider_id) values ($1, $2, $3, $4, $5, $6)',
        [row.id, actor.authorityId, position, role, schoolId, providerId],
      );
    }
    return row.id;
  }

  /** With a new link; the old one is dead. False: the version is another by now, or the invitation is closed. */
  async renew(
    tx: Tx,
    { id, authorityId, version }: InvitationRow,
    link: { readonly tokenHash: Buffer; readonly expiresAt: Date },
  ): Promise<boolean> {
    const rows = await tx.rows(
      `update invitations set token_hash = $4, expires_at = $5, version = version + 1
        where authority_id = $1 and id = $2 and version = $3 and accepted_at is null and withdrawn_at is null returning id`,
      [authorityId, id, version, link.tokenHash, link.expiresAt],
    );
    return rows.length === 1;
  }

  async withdraw(tx: Tx, { id, authorityId, version }: InvitationRow, now: Date): Promise<boolean> {
    const rows = await tx.rows(
      `update invitations set withdrawn_at = $4, version = version + 1
        where authority_id = $1 and id = $2 and version = $3 and accepted_at is null and withdrawn_at is null returning id`,
      [authorityId, id, version, now],
    );
    return rows.length === 1;
  }

  /** Once, whoever else holds the link: false when it was closed, renewed or too old. */
  async accept(tx: Tx, tokenHash: Buffer, userId: string, now: Date): Promise<boolean> {
    const rows = await tx.rows(
      `update invitations set accepted_at = $3, accepted_by = $2, version = version + 1
        where token_hash = $1 and accepted_at is null and withdrawn_at is null and expires_at > $3 returning id`,
      [tokenHash, userId, now],
    );
    return rows.length === 1;
  }

  /** Whether somebody on this installation has the address. Only in the scope of sign-in. */
  async hasAccount(tx: Tx, email: string): Promise<boolean> {
    return (await tx.rows('select 1 from users where email = $1', [email])).length > 0;
  }

  /** Null: the address belongs to somebody. Only in the scope of sign-in. */
  async insertUser(
    tx: Tx,
    user: { readonly email: string; readonly name: string; readonly passwordHash: string | null; readonly now: Date },
  ): Promise<string | null> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into users (email, name, password_hash, created_at) values ($1, $2, $3, $4)
       on conflict (email) do nothing returning id`,
      [user.email, user.name, user.passwordHash, user.now],
    );
    return row?.id ?? null;
  }

  async emailOf(tx: Tx, userId: string): Promise<string | null> {
    const [row] = await tx.rows<{ email: string }>('select email from users where id = $1', [userId]);
    return row?.email ?? null;
  }
}
