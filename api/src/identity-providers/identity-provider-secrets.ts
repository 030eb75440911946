import { Injectable } from '@nestjs/common';

import { FieldEncryption, type FieldPlace } from '../common/field-encryption.js';
import type { IdentityProviderEntity } from './identity-provider.entity.js';
import type { ProviderConnection } from './protocol/open-id-clients.js';

type Row = Pick<IdentityProviderEntity, 'authorityId' | 'id'>;

/** The secrets of a provider, sealed to its row. */
@Injectable()
export class IdentityProviderSecrets {
  constructor(private readonly encryption: FieldEncryption) {}

  sealClientSecret(row: Row, secret: string): string {
    return this.encryption.seal(placeOf(row, 'client_secret'), secret);
  }

  sealRolesApiSecret(row: Row, secret: string): string {
    return this.encryption.seal(placeOf(row, 'roles_api_secret'), secret);
  }

  connectionOf(entity: IdentityProviderEntity): ProviderConnection {
    return {
      id: entity.id,
      version: entity.version,
      issuer: entity.issuer,
      clientId: entity.clientId,
      clientSecret: this.encryption.open(placeOf(entity, 'client_secret'), entity.sealedClientSecret),
    };
  }

  rolesApiSecretOf(entity: IdentityProviderEntity): string | null {
    if (entity.sealedRolesApiSecret === null) return null;
    return this.encryption.open(placeOf(entity, 'roles_api_secret'), entity.sealedRolesApiSecret);
  }
}

function placeOf({ authorityId, id }: Row, column: string): FieldPlace {
  return { field: `identity_providers.${column}`, authorityId, rowId: id };
}
