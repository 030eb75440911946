import { Module } from '@nestjs/common';

import { IdentityProviderSecrets } from './identity-provider-secrets.js';
import { IdentityProvidersController } from './identity-providers.controller.js';
import { IdentityProvidersRepository } from './identity-providers.repository.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { OpenIdClients } from './protocol/open-id-clients.js';
import { OutgoingCalls } from './protocol/outgoing-calls.js';
import { ProviderTest } from './protocol/provider-test.js';

@Module({
  controllers: [IdentityProvidersController],
  providers: [
    IdentityProviderSecrets,
    IdentityProvidersRepository,
    IdentityProvidersService,
    OpenIdClients,
    OutgoingCalls,
    ProviderTest,
  ],
})
export class IdentityProvidersModule {}
