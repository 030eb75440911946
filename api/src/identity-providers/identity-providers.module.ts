import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { urlencoded } from 'express';

import { UsersModule } from '../users/users.module.js';
import { FederatedIdentitiesRepository } from './federated-identities.repository.js';
import { IdentityProviderSecrets } from './identity-provider-secrets.js';
import { IdentityProvidersController } from './identity-providers.controller.js';
import { IdentityProvidersRepository } from './identity-providers.repository.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { LinkedSignInsController } from './linked-sign-ins.controller.js';
import { LinkedSignInsService } from './linked-sign-ins.service.js';
import { DfeRolesApi } from './protocol/dfe-roles-api.js';
import { OpenIdClients } from './protocol/open-id-clients.js';
import { OutgoingCalls } from './protocol/outgoing-calls.js';
import { ProviderTest } from './protocol/provider-test.js';
import { ProviderAnswers } from './provider-answers.js';
import { ProviderLogoutService } from './provider-logout.service.js';
import { ProviderPeopleService } from './provider-people.service.js';
import { ProviderStartsRepository } from './provider-starts.repository.js';
import { SingleSignOnController } from './single-sign-on.controller.js';
import { SingleSignOnService } from './single-sign-on.service.js';

@Module({
  imports: [UsersModule],
  // Before the set-up: `of-session` must not be taken for the id of a provider.
  controllers: [SingleSignOnController, IdentityProvidersController, LinkedSignInsController],
  providers: [
    DfeRolesApi,
    FederatedIdentitiesRepository,
    IdentityProviderSecrets,
    IdentityProvidersRepository,
    IdentityProvidersService,
    LinkedSignInsService,
    OpenIdClients,
    OutgoingCalls,
    ProviderAnswers,
    ProviderLogoutService,
    ProviderPeopleService,
    ProviderStartsRepository,
    ProviderTest,
    SingleSignOnService,
  ],
})
export class IdentityProvidersModule implements NestModule {
  /** The one address that takes a form: the specification of back-channel logout asks for it. */
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(urlencoded({ extended: false, limit: '16kb', parameterLimit: 10 }))
      .forRoutes('identity-providers/:identityProviderId/back-channel-logout');
  }
}
