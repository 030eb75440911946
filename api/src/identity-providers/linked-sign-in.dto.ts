import { Instant, ListOf, Text, Uuid } from '../common/fields.js';
import type { FederatedIdentityEntity } from './federated-identity.entity.js';
import type { IdentityProviderEntity } from './identity-provider.entity.js';

export class LinkedSignIn {
  @Uuid()
  id: string;

  @Text({
    max: 500,
    description: 'What the provider is called here, or its host where this authority does not use it.',
  })
  displayName: string;

  @Text({ max: 320, description: 'What the account was called at the provider when it was linked.' })
  accountName: string;

  @Instant()
  linkedAt: string;

  @Instant({ nullable: true })
  lastUsedAt: string | null;
}

export class OfferedSignIn {
  @Uuid()
  id: string;

  @Text({ max: 100 })
  displayName: string;
}

export class LinkedSignInList {
  @ListOf(() => LinkedSignIn)
  items: LinkedSignIn[];

  @ListOf(() => OfferedSignIn, { description: 'Could be linked too.' })
  offered: OfferedSignIn[];
}

export class ReturnTo {
  @Text({ max: 500, description: 'The page to come back to.' })
  returnTo: string;
}

export class ProviderAddress {
  @Text({ max: 5000, description: 'Of the provider: send the browser there.' })
  address: string;
}

export function toLinkedSignIn(
  row: FederatedIdentityEntity,
  providers: readonly Pick<IdentityProviderEntity, 'issuer' | 'displayName'>[],
): LinkedSignIn {
  return {
    id: row.id,
    displayName: providers.find(({ issuer }) => issuer === row.issuer)?.displayName ?? new URL(row.issuer).host,
    accountName: row.accountName,
    linkedAt: row.linkedAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
