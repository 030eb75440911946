import { Injectable } from '@nestjs/common';

import type { Scope, Tx } from '../database/transactions.js';
import { IdentityProviderEntity } from './identity-provider.entity.js';
import type { LogoutNotice } from './protocol/logout-token-checks.js';
import { RoleRuleEntity } from './role-rule.entity.js';

interface AuthorityScope extends Scope {
  readonly authorityId: number;
}

/** What an administrator sets; the rest a row gets by itself. */
export type ProviderSettings = Omit<
  IdentityProviderEntity,
  'id' | 'authorityId' | 'version' | 'isEnabled' | 'createdAt' | 'changedAt' | 'kind'
>;

export interface OrganisationIds {
  readonly schoolIds: ReadonlySet<string>;
  readonly providerIds: ReadonlySet<string>;
}

/** Set-up of an authority, of no child: whoever may list identity providers sees all of the authority's. */
@Injectable()
export class IdentityProvidersRepository {
  findAll(tx: Tx, { authorityId }: AuthorityScope): Promise<IdentityProviderEntity[]> {
    return tx.manager.find(IdentityProviderEntity, { where: { authorityId }, order: { displayName: 'ASC' } });
  }

  findOne(tx: Tx, { authorityId }: AuthorityScope, id: string): Promise<IdentityProviderEntity | null> {
    return tx.manager.findOneBy(IdentityProviderEntity, { authorityId, id });
  }

  /** Before anybody is signed in: the row says which authority this is about. */
  findEnabled(tx: Tx, id: string): Promise<IdentityProviderEntity | null> {
    return tx.manager.findOneBy(IdentityProviderEntity, { id, isEnabled: true });
  }

  /** What the sign-in page offers; nothing of how it is set up. */
  findSignInOptions(tx: Tx): Promise<{ id: string; displayName: string; authorityName: string }[]> {
    return tx.rows(
      `select p.id, p.display_name as "displayName", a.name as "authorityName"
         from identity_providers p join authorities a on a.id = p.authority_id
        where p.is_enabled order by a.name, p.display_name, p.id limit 500`,
    );
  }

  findRules(tx: Tx, { authorityId }: AuthorityScope, identityProviderId: string): Promise<RoleRuleEntity[]> {
    return tx.manager.find(RoleRuleEntity, { where: { authorityId, identityProviderId }, order: { position: 'ASC' } });
  }

  async insert(tx: Tx, row: IdentityProviderEntity): Promise<void> {
    await tx.manager.insert(IdentityProviderEntity, row);
  }

  /** Whether the row still had this version. */
  async update(
    tx: Tx,
    { authorityId }: AuthorityScope,
    id: string,
    version: number,
    changes: Partial<ProviderSettings> & { readonly isEnabled?: boolean; readonly changedAt: Date },
  ): Promise<boolean> {
    const result = await tx.manager.update(
      IdentityProviderEntity,
      { authorityId, id, version },
      { ...changes, version: version + 1 },
    );
    return result.affected === 1;
  }

  async replaceRules(
    tx: Tx,
    { authorityId }: AuthorityScope,
    identityProviderId: string,
    rules: readonly Omit<RoleRuleEntity, 'id' | 'authorityId' | 'identityProviderId' | 'position'>[],
  ): Promise<void> {
    await tx.manager.delete(RoleRuleEntity, { authorityId, identityProviderId });
    await tx.manager.insert(
      RoleRuleEntity,
      rules.map((rule, position) => ({ ...rule, authorityId, identityProviderId, position })),
    );
  }

  /** Of another row than `exceptId`: whether the name, and whether the issuer with the client, are taken. */
  async findTaken(
    tx: Tx,
    { authorityId }: AuthorityScope,
    exceptId: string,
    { displayName, issuer, clientId }: Pick<IdentityProviderEntity, 'displayName' | 'issuer' | 'clientId'>,
  ): Promise<{ readonly name: boolean; readonly client: boolean }> {
    const [row] = await tx.rows<{ name: boolean; client: boolean }>(
      `select coalesce(bool_or(display_name = $3), false) as name, coalesce(bool_or(issuer = $4 and client_id = $5), false) as client
         from identity_providers where authority_id = $1 and id <> $2`,
      [authorityId, exceptId, displayName, issuer, clientId],
    );
    return row ?? { name: false, client: false };
  }

  async findOrganisationIds(tx: Tx, { authorityId }: AuthorityScope): Promise<OrganisationIds> {
    const rows = await tx.rows<{ id: string; isSchool: boolean }>(
      `select id, true as "isSchool" from schools where authority_id = $1
       union all select id, false from providers where authority_id = $1`,
      [authorityId],
    );
    const idsOf = (isSchool: boolean): Set<string> =>
      new Set(rows.filter((row) => row.isSchool === isSchool).map(({ id }) => id));
    return { schoolIds: idsOf(true), providerIds: idsOf(false) };
  }

  async findOrganisations(
    tx: Tx,
    { authorityId }: AuthorityScope,
  ): Promise<Record<'schools' | 'providers', { id: string; name: string }[]>> {
    const byName = (table: 'schools' | 'providers'): Promise<{ id: string; name: string }[]> =>
      tx.rows(`select id, name from ${table} where authority_id = $1 order by name, id limit 1000`, [authorityId]);
    return { schools: await byName('schools'), providers: await byName('providers') };
  }

  async findOrganisationNames(tx: Tx, { authorityId }: AuthorityScope): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.rows<{ id: string; name: string }>(
      `select s.id, s.name from schools s join identity_providers p on p.authority_id = s.authority_id and p.school_id = s.id
        where s.authority_id = $1
       union select o.id, o.name from providers o join identity_providers p on p.authority_id = o.authority_id and p.provider_id = o.id
        where o.authority_id = $1`,
      [authorityId],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Ends what was opened through this provider. */
  async endSessions(tx: Tx, { authorityId }: AuthorityScope, identityProviderId: string, now: Date): Promise<void> {
    await tx.rows(
      `update sessions set ended_at = $3 where authority_id = $1 and identity_provider_id = $2 and ended_at is null`,
      [authorityId, identityProviderId, now],
    );
  }

  /** Ends the sessions that a provider tells about, if they are older than what it says. Gives how many. */
  async endSessionsOfNotice(
    tx: Tx,
    { authorityId, id }: Pick<IdentityProviderEntity, 'authorityId' | 'id'>,
    { subject, sessionId, issuedAtSeconds }: LogoutNotice,
    now: Date,
  ): Promise<number> {
    const ended = await tx.rows(
      `update sessions set ended_at = $6
        where authority_id = $1 and identity_provider_id = $2 and ended_at is null
          and ($3::text is null or provider_subject = $3) and ($4::text is null or provider_session_id = $4)
          and created_at < to_timestamp($5::bigint + 1)
        returning id`,
      [authorityId, id, subject, sessionId, Math.floor(issuedAtSeconds), now],
    );
    return ended.length;
  }

  async findIdOfSession(tx: Tx, authorityId: number, sessionId: string): Promise<string | null> {
    const rows = await tx.rows<{ id: string | null }>(
      'select identity_provider_id as id from sessions where authority_id = $1 and id = $2',
      [authorityId, sessionId],
    );
    return rows[0]?.id ?? null;
  }
}
