import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, identity } from '../auth/actor.js';
import type { Origin } from '../auth/origin.js';
import { SessionsService } from '../auth/sessions.service.js';
import { Clock } from '../common/clock.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { InvitationAcceptanceService } from '../users/invitation-acceptance.service.js';
import { grantChanges, grantsFromClaims, isWithinOrganisation, type MappedGrant } from './claims/claim-roles.js';
import type { ClaimedPerson } from './claims/read-claims.js';
import { FederatedIdentitiesRepository, type LinkedPerson } from './federated-identities.repository.js';
import type { IdentityProviderEntity } from './identity-provider.entity.js';
import { IdentityProvidersRepository } from './identity-providers.repository.js';
import { type RefusalCode, signOnRefused } from './single-sign-on.problems.js';

export interface SettledPerson {
  readonly userId: string;
  /** Has roles in other authorities too, which this provider must not be a way to. */
  readonly hasRolesElsewhere: boolean;
}

/** From who somebody is at a provider to who they are here, and to the roles they have. */
@Injectable()
export class ProviderPeopleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identities: FederatedIdentitiesRepository,
    private readonly providers: IdentityProvidersRepository,
    private readonly invitations: InvitationAcceptanceService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Never by e-mail address: by the link that was made on purpose, or, where the provider may create people, as somebody new.
   * The roles are brought up to date in the same transaction.
   */
  async settle(
    provider: IdentityProviderEntity,
    claimed: ClaimedPerson,
    origin: Origin,
    invitationTokenHash: Buffer | null = null,
  ): Promise<SettledPerson> {
    const wanted = provider.givesRoles ? await this.wantedGrants(provider, claimed) : null;
    const outcome = await this.transactions.run(identity, async (tx) => {
      const known = await this.identities.findPerson(tx, claimed.key);
      const person = invitationTokenHash
        ? await this.invite(tx, provider, claimed, { known, invitationTokenHash, origin })
        : (known ?? (await this.create(tx, provider, claimed, wanted)));
      const isSuspended = await this.identities.isSuspended(tx, provider.authorityId, person.userId);
      if (!person.isActive || isSuspended) throw signOnRefused('account_inactive');
      const actor = actorOf(provider, person, origin);
      const grants = await this.bringUpToDate(tx, provider, actor, wanted);
      const hasRolesElsewhere = await this.identities.hasRolesElsewhere(tx, provider.authorityId, person.userId);
      const lacksFactor = hasRolesElsewhere && !(await this.sessions.hasOwnSecondFactor(tx, person.userId));
      await this.identities.touch(tx, claimed.key, this.clock.now());
      await tx.enter({ authorityId: provider.authorityId });
      if (!known) {
        const event = invitationTokenHash ? 'linked_sign_in.linked' : 'identity_provider.person_created';
        await this.audit.record(tx, actor, event, 'user', person.userId, { identityProviderId: provider.id });
      }
      return { userId: person.userId, hasRolesElsewhere, refusal: refusalFor(grants, provider, lacksFactor) };
    });
    // After the end of the transaction: roles that were taken away stay taken, also from somebody who has none left.
    if (outcome.refusal) throw signOnRefused(outcome.refusal);
    return outcome;
  }

  /** Whose account it is here, for a confirmation. */
  findPerson(claimed: ClaimedPerson): Promise<LinkedPerson | null> {
    return this.transactions.read(identity, (tx) => this.identities.findPerson(tx, claimed.key));
  }

  private wantedGrants(provider: IdentityProviderEntity, claimed: ClaimedPerson): Promise<MappedGrant[]> {
    return this.transactions.read({ authorityId: provider.authorityId }, async (tx) => {
      const rules = await this.providers.findRules(tx, provider, provider.id);
      const { urn } = claimed.facts;
      const schools =
        urn === null ? new Map<string, string>() : await this.identities.findSchoolOfUrn(tx, provider.authorityId, urn);
      return grantsFromClaims(rules, claimed.facts, schools);
    });
  }

  private async create(
    tx: Tx,
    provider: IdentityProviderEntity,
    claimed: ClaimedPerson,
    wanted: readonly MappedGrant[] | null,
  ): Promise<LinkedPerson> {
    if (!provider.createsPeople || wanted === null) throw signOnRefused('not_linked');
    if (wanted.length === 0) throw signOnRefused('no_role');
    if (claimed.email === null) throw signOnRefused('email_missing');
    const now = this.clock.now();
    const name = claimed.name ?? claimed.email;
    const person = await this.identities.insertPerson(tx, { email: claimed.email, name }, now);
    if (!person) throw signOnRefused('email_taken');
    const linked = await this.identities.link(tx, person.userId, claimed.key, { accountName: claimed.email, now });
    // Two first sign-ins at once: the other one was quicker, and the next attempt finds it.
    if (linked.userId !== person.userId) throw signOnRefused('not_linked');
    return person;
  }

  /** Whoever holds the link of an invitation and shows who they are at the provider: they are linked, and have its roles. */
  private async invite(
    tx: Tx,
    provider: IdentityProviderEntity,
    claimed: ClaimedPerson,
    way: { readonly known: LinkedPerson | null; readonly invitationTokenHash: Buffer; readonly origin: Origin },
  ): Promise<LinkedPerson> {
    const { known, invitationTokenHash, origin } = way;
    if (known && !known.isActive) return known;
    const { authorityId } = provider;
    const accepted = await this.invitations.acceptThroughProvider(tx, invitationTokenHash, authorityId, known, origin);
    if ('refusal' in accepted) throw signOnRefused(accepted.refusal);
    if (known) return known;
    const accountName = claimed.email ?? claimed.name ?? '';
    const link = { accountName, now: this.clock.now() };
    const linked = await this.identities.link(tx, accepted.userId, claimed.key, link);
    if (linked.userId !== accepted.userId) throw signOnRefused('linked_to_another');
    return { ...accepted, isActive: true };
  }

  /** The roles that the person has in the authority after it. */
  private async bringUpToDate(
    tx: Tx,
    provider: IdentityProviderEntity,
    actor: Actor,
    wanted: readonly MappedGrant[] | null,
  ): Promise<readonly MappedGrant[]> {
    const { authorityId } = provider;
    const held = await this.identities.findGrants(tx, authorityId, actor.userId);
    if (wanted === null) return held;
    const { add, remove } = grantChanges(held, wanted, provider.id);
    await this.identities.removeGrants(
      tx,
      authorityId,
      remove.map(({ id }) => id),
    );
    await this.identities.addGrants(tx, authorityId, actor.userId, provider.id, add);
    const detail = (grants: readonly MappedGrant[]): { roles: string; identityProviderId: string } => ({
      roles: grants.map(({ role }) => role).join(' '),
      identityProviderId: provider.id,
    });
    if (add.length > 0) {
      await this.audit.record(tx, actor, 'identity_provider.roles_given', 'user', actor.userId, detail(add));
    }
    if (remove.length > 0) {
      await this.audit.record(tx, actor, 'identity_provider.roles_taken', 'user', actor.userId, detail(remove));
    }
    return [...held.filter((grant) => !remove.includes(grant)), ...add];
  }
}

function refusalFor(
  grants: readonly MappedGrant[],
  provider: IdentityProviderEntity,
  lacksFactor: boolean,
): RefusalCode | null {
  if (grants.length === 0) return 'no_role';
  if (!isWithinOrganisation(grants, provider)) return 'outside_organisation';
  return lacksFactor ? 'own_second_factor_needed' : null;
}

function actorOf({ authorityId }: IdentityProviderEntity, { userId, name }: LinkedPerson, origin: Origin): Actor {
  return { authorityId, userId, name, grants: [], allGrants: [], origin };
}
