import { randomUUID } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { identity } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { type Tx, Transactions } from '../database/transactions.js';
import {
  type ChangeIdentityProvider,
  type CreateIdentityProvider,
  type IdentityProvider,
  type IdentityProviderList,
  type IdentityProviderTest,
  type SignInOptionList,
  type SignInOrganisationList,
  toIdentityProvider,
} from './identity-provider.dto.js';
import type { IdentityProviderEntity } from './identity-provider.entity.js';
import {
  identityProviderClientTaken,
  identityProviderNameTaken,
  identityProviderNotFound,
  identityProviderStateForbids,
} from './identity-provider.problems.js';
import { IdentityProviderSecrets } from './identity-provider-secrets.js';
import { checkSettings, tidySettings } from './identity-provider-settings.js';
import { IdentityProvidersRepository } from './identity-providers.repository.js';
import { OutgoingCalls } from './protocol/outgoing-calls.js';
import { ProviderTest } from './protocol/provider-test.js';

/** Where people of an authority sign in, as its administrator sets it up. */
@Injectable()
export class IdentityProvidersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: IdentityProvidersRepository,
    private readonly secrets: IdentityProviderSecrets,
    private readonly calls: OutgoingCalls,
    private readonly providerTest: ProviderTest,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  /** For the sign-in page: of every authority of the installation, as nobody is known yet. */
  listSignInOptions(): Promise<SignInOptionList> {
    return this.transactions.read(identity, async (tx) => ({ items: await this.repository.findSignInOptions(tx) }));
  }

  list(actor: Actor): Promise<IdentityProviderList> {
    return this.transactions.read(actor, async (tx) => {
      const rows = await this.repository.findAll(tx, actor);
      const names = await this.repository.findOrganisationNames(tx, actor);
      return {
        items: rows.map(({ id, displayName, kind, isEnabled, schoolId, providerId }) => ({
          id,
          displayName,
          kind,
          isEnabled,
          organisationName: names.get(schoolId ?? providerId ?? '') ?? null,
        })),
      };
    });
  }

  listOrganisations(actor: Actor): Promise<SignInOrganisationList> {
    return this.transactions.read(actor, (tx) => this.repository.findOrganisations(tx, actor));
  }

  read(actor: Actor, id: string): Promise<IdentityProvider> {
    return this.transactions.read(actor, async (tx) => this.describe(tx, actor, await this.find(tx, actor, id)));
  }

  create(actor: Actor, key: string, sent: CreateIdentityProvider): Promise<IdentityProvider> {
    const { clientSecret, rolesApiSecret, rules, kind, ...settings } = tidySettings(sent);
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'createIdentityProvider', key, body: sent, at }, async () => {
        // The id is made before the row, since the secrets are sealed to it.
        const row = { id: randomUUID(), authorityId: actor.authorityId };
        await this.check(tx, actor, row.id, kind, tidySettings(sent), false);
        const entity: IdentityProviderEntity = {
          ...row,
          ...settings,
          kind,
          version: 1,
          isEnabled: false,
          sealedClientSecret: this.secrets.sealClientSecret(row, clientSecret),
          sealedRolesApiSecret: rolesApiSecret ? this.secrets.sealRolesApiSecret(row, rolesApiSecret) : null,
          createdAt: at,
          changedAt: at,
        };
        await this.repository.insert(tx, entity);
        await this.repository.replaceRules(tx, actor, row.id, rules);
        await this.audit.record(tx, actor, 'identity_provider.created', 'identity_provider', row.id, { kind });
        return this.describe(tx, actor, entity);
      }),
    );
  }

  change(actor: Actor, id: string, version: number, sent: ChangeIdentityProvider): Promise<IdentityProvider> {
    const body = tidySettings(sent);
    const { clientSecret, rolesApiSecret, rules, ...settings } = body;
    return this.transactions.run(actor, async (tx) => {
      const entity = await this.find(tx, actor, id);
      if (entity.version !== version) throw versionStale();
      await this.check(tx, actor, id, entity.kind, body, entity.sealedRolesApiSecret !== null);
      const isUpdated = await this.repository.update(tx, actor, id, version, {
        ...settings,
        ...(clientSecret !== undefined && { sealedClientSecret: this.secrets.sealClientSecret(entity, clientSecret) }),
        ...(rolesApiSecret !== undefined && {
          sealedRolesApiSecret: this.secrets.sealRolesApiSecret(entity, rolesApiSecret),
        }),
        ...(settings.rolesApiAddress === null && { sealedRolesApiSecret: null }),
        changedAt: this.clock.now(),
      });
      if (!isUpdated) throw versionStale();
      await this.repository.replaceRules(tx, actor, id, rules);
      await this.audit.record(tx, actor, 'identity_provider.changed', 'identity_provider', id, {
        issuerChanged: entity.issuer !== body.issuer,
        clientSecretChanged: clientSecret !== undefined,
        givesRoles: body.givesRoles,
        createsPeople: body.createsPeople,
        secondFactor: body.secondFactor,
      });
      return this.describe(tx, actor, await this.find(tx, actor, id));
    });
  }

  enable(actor: Actor, id: string, version: number): Promise<IdentityProvider> {
    return this.turn(actor, id, version, true);
  }

  /** Nobody comes in this way any more, and who came in this way is out at their next request. */
  disable(actor: Actor, id: string, version: number): Promise<IdentityProvider> {
    return this.turn(actor, id, version, false);
  }

  /** Asks the provider what it is and whether we could work with it; changes nothing. */
  async test(actor: Actor, id: string): Promise<IdentityProviderTest> {
    const entity = await this.transactions.read(actor, (tx) => this.find(tx, actor, id));
    const result = await this.providerTest.run(this.secrets.connectionOf(entity));
    await this.transactions.run(actor, (tx) =>
      this.audit.record(tx, actor, 'identity_provider.tested', 'identity_provider', id, { isUsable: result.isUsable }),
    );
    return result;
  }

  private turn(actor: Actor, id: string, version: number, isEnabled: boolean): Promise<IdentityProvider> {
    return this.transactions.run(actor, async (tx) => {
      const entity = await this.find(tx, actor, id);
      if (entity.version !== version) throw versionStale();
      if (entity.isEnabled === isEnabled) throw identityProviderStateForbids(isEnabled);
      const changedAt = this.clock.now();
      if (!(await this.repository.update(tx, actor, id, version, { isEnabled, changedAt }))) throw versionStale();
      if (!isEnabled) await this.repository.endSessions(tx, actor, id, changedAt);
      const event = isEnabled ? 'identity_provider.enabled' : 'identity_provider.disabled';
      await this.audit.record(tx, actor, event, 'identity_provider', id);
      return this.describe(tx, actor, await this.find(tx, actor, id));
    });
  }

  private async check(
    tx: Tx,
    actor: Actor,
    id: string,
    kind: IdentityProviderEntity['kind'],
    body: CreateIdentityProvider | ChangeIdentityProvider,
    hasRolesApiSecret: boolean,
  ): Promise<void> {
    const organisations = await this.repository.findOrganisationIds(tx, actor);
    const isAddressAllowed = (address: string): boolean => this.calls.isAllowed(address);
    checkSettings(body, { kind, hasRolesApiSecret, isAddressAllowed, organisations });
    const taken = await this.repository.findTaken(tx, actor, id, body);
    if (taken.name) throw identityProviderNameTaken();
    if (taken.client) throw identityProviderClientTaken();
  }

  private async find(tx: Tx, actor: Actor, id: string): Promise<IdentityProviderEntity> {
    const entity = await this.repository.findOne(tx, actor, id);
    if (!entity) throw identityProviderNotFound();
    return entity;
  }

  private async describe(tx: Tx, actor: Actor, entity: IdentityProviderEntity): Promise<IdentityProvider> {
    const rules = await this.repository.findRules(tx, actor, entity.id);
    return toIdentityProvider(entity, rules, this.environment.publicAddress);
  }
}
