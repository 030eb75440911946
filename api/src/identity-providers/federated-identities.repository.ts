import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { MailRecipient } from '../mail/mail.service.js';
import type { HeldGrant, MappedGrant } from './claims/claim-roles.js';
import type { SubjectKey } from './claims/read-claims.js';
import { FederatedIdentityEntity } from './federated-identity.entity.js';

export interface LinkedPerson {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly isActive: boolean;
}

/** Who somebody at an issuer is here. All of it in the scope of identity, but for grants. */
@Injectable()
export class FederatedIdentitiesRepository {
  async findPerson(tx: Tx, key: SubjectKey): Promise<LinkedPerson | null> {
    const rows = await tx.rows<LinkedPerson>(
      `select u.id as "userId", u.name, u.email, u.is_active as "isActive"
         from federated_identities f join users u on u.id = f.user_id
        where f.issuer = $1 and f.subject_claim = $2 and f.subject = $3`,
      [key.issuer, key.subjectClaim, key.subject],
    );
    return rows[0] ?? null;
  }

  /** Whose the account is now: of this person, or of the one who was quicker. */
  async link(
    tx: Tx,
    userId: string,
    key: SubjectKey,
    { accountName, now }: { readonly accountName: string; readonly now: Date },
  ): Promise<{ readonly userId: string; readonly isNew: boolean }> {
    const inserted = await tx.rows<{ userId: string }>(
      `insert into federated_identities (user_id, issuer, subject_claim, subject, account_name, linked_at)
       values ($1, $2, $3, $4, $5, $6) on conflict on constraint federated_identities_subject_key do nothing
       returning user_id as "userId"`,
      [userId, key.issuer, key.subjectClaim, key.subject, accountName, now],
    );
    if (inserted[0]) return { userId: inserted[0].userId, isNew: true };
    const person = await this.findPerson(tx, key);
    return { userId: person?.userId ?? '', isNew: false };
  }

  async touch(tx: Tx, key: SubjectKey, now: Date): Promise<void> {
    await tx.rows(
      `update federated_identities set last_used_at = $4 where issuer = $1 and subject_claim = $2 and subject = $3`,
      [key.issuer, key.subjectClaim, key.subject, now],
    );
  }

  /** Null: somebody has this address. It is never a reason to take the one for the other. */
  async insertPerson(
    tx: Tx,
    { email, name }: { readonly email: string; readonly name: string },
    now: Date,
  ): Promise<LinkedPerson | null> {
    const rows = await tx.rows<LinkedPerson>(
      `insert into users (email, name, is_active, created_at) values ($1, $2, true, $3)
       on conflict on constraint users_email_key do nothing
       returning id as "userId", name, email, is_active as "isActive"`,
      [email, name, now],
    );
    return rows[0] ?? null;
  }

  /** An administrator has ended the person's access to this authority: no sign-in gives roles in it. */
  async isSuspended(tx: Tx, authorityId: number, userId: string): Promise<boolean> {
    const rows = await tx.rows('select 1 from suspended_role_grants where authority_id = $1 and user_id = $2 limit 1', [
      authorityId,
      userId,
    ]);
    return rows.length > 0;
  }

  findGrants(tx: Tx, authorityId: number, userId: string): Promise<HeldGrant[]> {
    return tx.rows<HeldGrant>(
      `select id, role, school_id as "schoolId", provider_id as "providerId", identity_provider_id as "identityProviderId"
         from role_grants where authority_id = $1 and user_id = $2 order by id for update`,
      [authorityId, userId],
    );
  }

  async addGrants(
    tx: Tx,
    authorityId: number,
    userId: string,
    identityProviderId: string,
    grants: readonly MappedGrant[],
  ): Promise<void> {
    for (const { role, schoolId, providerId } of grants) {
      await tx.rows(
        `insert into role_grants (authority_id, user_id, role, school_id, provider_id, identity_provider_id)
         values ($1, $2, $3, $4, $5, $6) on conflict on constraint role_grants_once do nothing`,
        [authorityId, userId, role, schoolId, providerId, identityProviderId],
      );
    }
  }

  async removeGrants(tx: Tx, authorityId: number, ids: readonly string[]): Promise<void> {
    await tx.rows('delete from role_grants where authority_id = $1 and id = any($2::uuid[])', [authorityId, ids]);
  }

  async hasRolesElsewhere(tx: Tx, authorityId: number, userId: string): Promise<boolean> {
    const rows = await tx.rows('select 1 from role_grants where user_id = $1 and authority_id <> $2 limit 1', [
      userId,
      authorityId,
    ]);
    return rows.length > 0;
  }

  /** The schools of this authority by URN: for one that the person chose at DfE Sign-in. */
  async findSchoolOfUrn(tx: Tx, authorityId: number, urn: string): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.rows<{ id: string }>('select id from schools where authority_id = $1 and urn = $2', [
      authorityId,
      urn,
    ]);
    return new Map(rows.map(({ id }) => [urn, id]));
  }

  findOfPerson(tx: Tx, userId: string): Promise<FederatedIdentityEntity[]> {
    return tx.manager.find(FederatedIdentityEntity, { where: { userId }, order: { linkedAt: 'ASC' } });
  }

  async unlink(tx: Tx, userId: string, id: string): Promise<FederatedIdentityEntity | null> {
    const row = await tx.manager.findOneBy(FederatedIdentityEntity, { id, userId });
    if (!row) return null;
    await tx.manager.delete(FederatedIdentityEntity, { id, userId });
    return row;
  }

  async findRecipient(tx: Tx, userId: string): Promise<MailRecipient> {
    const [row] = await tx.rows<{ name: string; email: string }>('select name, email from users where id = $1', [
      userId,
    ]);
    return { userId, name: row?.name ?? '', email: row?.email ?? '' };
  }

  /** Ends what was opened through the providers of this issuer, but for one session. */
  async endSessionsThrough(
    tx: Tx,
    userId: string,
    { issuer }: Pick<FederatedIdentityEntity, 'issuer'>,
    exceptId: string | null,
    now: Date,
  ): Promise<void> {
    await tx.rows(
      `update sessions s set ended_at = $4 from identity_providers p
        where s.user_id = $1 and p.id = s.identity_provider_id and p.authority_id = s.authority_id and p.issuer = $2
          and s.id is distinct from $3::uuid and s.ended_at is null`,
      [userId, issuer, exceptId, now],
    );
  }
}
